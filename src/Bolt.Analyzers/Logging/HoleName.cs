using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Analyzers.Logging;

/// <summary>Names for the holes of templates and for the parameters that fill them.</summary>
internal static class HoleName
{
    /// <summary>The name for a value that is written as an expression: <c>order.Customer.Name</c> is <c>CustomerName</c>.</summary>
    public static string Of(ExpressionSyntax expression)
    {
        var name = Identifier(Parts(expression));
        return name.Length == 0 ? "Value" : name;
    }

    /// <summary>A valid identifier made of a name that may be none: <c>user-id</c> is <c>userId</c>; empty if nothing is left.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length);
        var upper = false;
        foreach (var c in name)
        {
            if (!SyntaxFacts.IsIdentifierPartCharacter(c))
            {
                upper = text.Length > 0;
                continue;
            }

            if (text.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(c))
                continue;

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.ToString();
    }

    /// <summary>The parameter for a hole: <c>UserId</c> is <c>userId</c>, <c>IPAddress</c> is <c>ipAddress</c>.</summary>
    public static string Parameter(string hole)
    {
        var chars = hole.ToCharArray();
        for (var i = 0; i < chars.Length && char.IsUpper(chars[i]); i++)
        {
            if (i > 0 && i + 1 < chars.Length && !char.IsUpper(chars[i + 1]))
                break;

            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }

    private static string Parts(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case SimpleNameSyntax name:
                return Pascal(name.Identifier.ValueText);
            case MemberAccessExpressionSyntax member:
                var last = Pascal(member.Name.Identifier.ValueText);
                return member.Expression switch
                {
                    ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax => last,
                    SimpleNameSyntax owner => Pascal(owner.Identifier.ValueText) + last,
                    MemberAccessExpressionSyntax owner => Pascal(owner.Name.Identifier.ValueText) + last,
                    _ => last,
                };
            case ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } access:
                return Parts(access.Expression) + Pascal(binding.Name.Identifier.ValueText);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } target }:
                return Parts(target.Expression);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called }:
                return WithoutGet(Pascal(called.Name.Identifier.ValueText));
            case InvocationExpressionSyntax { Expression: SimpleNameSyntax called }:
                return WithoutGet(Pascal(called.Identifier.ValueText));
            case ObjectCreationExpressionSyntax { Type: SimpleNameSyntax created }:
                return created.Identifier.ValueText;
            case ParenthesizedExpressionSyntax parenthesized:
                return Parts(parenthesized.Expression);
            case CastExpressionSyntax cast:
                return Parts(cast.Expression);
            case AwaitExpressionSyntax await:
                return Parts(await.Expression);
            case PostfixUnaryExpressionSyntax postfix:
                return Parts(postfix.Operand);
            case ElementAccessExpressionSyntax element:
                return Parts(element.Expression);
            default:
                return "";
        }
    }

    private static string WithoutGet(string name) =>
        name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]) ? name.Substring(3) : name;

    private static string Pascal(string name)
    {
        name = name.TrimStart('_');
        return name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
