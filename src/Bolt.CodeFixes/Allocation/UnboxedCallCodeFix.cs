using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Passes a value as what it is, where the framework has another way to do the same than with an object.</summary>
/// <remarks>The boxes of a log call go when it is converted (BOLT2001), those of a format when it is interpolated (BOLT1103).</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboxedCallCodeFix)), Shared]
public sealed class UnboxedCallCodeFix() : SyntaxCodeFix(RuleIds.Boxing)
{
    private protected override string EquivalenceKey => "Bolt.UnboxedCall";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax value
            || Expressions.WithParentheses(value).Parent is not ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax call } argument
            || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || model.GetTypeInfo(value, cancellationToken).Type is not { IsValueType: true } type)
        {
            return null;
        }

        var arguments = call.ArgumentList.Arguments;
        return (method.ContainingType.ToDisplayString(), method.Name) switch
        {
            ("System.Text.StringBuilder", "Append") when arguments.Count == 1 && call.Expression is MemberAccessExpressionSyntax && Handlers.IsWrittenAsToString(type, hasProvider: false) && !Expressions.IsAmongAwaits(call) =>
                Edit("Append by an interpolated string", call, [value], current => BuilderCall.With(current, "Append", Interpolated(current.ArgumentList.Arguments[0].Expression))),
            ("System.Enum", "IsDefined" or "GetName") when arguments is [{ Expression: TypeOfExpressionSyntax { Type: var named } }, _] && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(named, cancellationToken).Type, type) =>
                Edit("Use the generic overload", call, [value], static current => current.WithArgumentList(current.ArgumentList.WithArguments(current.ArgumentList.Arguments.RemoveAt(0)))),
            ("object", "Equals") when method.IsStatic && arguments.Count == 2 && Quiet.IsValue(type) && arguments.All(other => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(other.Expression, cancellationToken).Type, type)) =>
                Edit("Compare the values", call, [arguments[0].Expression, arguments[1].Expression], current => Equal(current, type)),
            ("string", "Concat") when type.TypeKind != TypeKind.Enum && Quiet.IsValue(type) => ToText(argument, value, model, cancellationToken),
            _ => null,
        };

        SyntaxEdit? Edit(string title, InvocationExpressionSyntax target, SyntaxNode[] kept, Func<InvocationExpressionSyntax, SyntaxNode> change) =>
            Expressions.LosesTrivia(target.ArgumentList, kept) || Trial.Of(model, [target], (_, current) => change((InvocationExpressionSyntax)current), cancellationToken) is null
                ? null
                : new SyntaxEdit(title, editor => editor.ReplaceNode(target, (current, _) => change((InvocationExpressionSyntax)current))) { Once = target };
    }

    private static ExpressionSyntax Interpolated(ExpressionSyntax value) => SyntaxFactory.ParseExpression("$\"{" + CompositeFormat.Hole(value) + "}\"");

    private static SyntaxNode Equal(InvocationExpressionSyntax call, ITypeSymbol type)
    {
        var (left, right) = (call.ArgumentList.Arguments[0].Expression.WithoutTrivia(), call.ArgumentList.Arguments[1].Expression.WithoutTrivia());

        // Equals of an enumeration takes an object. Of other values, it is not always '==': there is a number that is not equal to itself.
        ExpressionSyntax equal = type.TypeKind == TypeKind.Enum
            ? Parentheses.Around(SyntaxFactory.BinaryExpression(SyntaxKind.EqualsExpression, Parentheses.Around(left), Parentheses.Around(right)))
            : SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Parentheses.Around(left), SyntaxFactory.IdentifierName("Equals")),
                SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(right))));
        return equal.WithTriviaFrom(call);
    }

    private static SyntaxEdit? ToText(ArgumentSyntax argument, ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken)
    {
        return Trial.Of(model, [value], (_, current) => Change((ExpressionSyntax)current), cancellationToken) is null || value is CastExpressionSyntax || argument.Expression != value
            ? null
            : new SyntaxEdit("Pass its text", editor => editor.ReplaceNode(value, (current, _) => Change((ExpressionSyntax)current)));

        static ExpressionSyntax Change(ExpressionSyntax current) => SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Parentheses.Around(current.WithoutTrivia()), SyntaxFactory.IdentifierName("ToString")))
            .WithTriviaFrom(current);
    }
}
