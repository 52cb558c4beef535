using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>A call <c>builder.Append(text)</c> or <c>builder.AppendLine(text)</c> of a string builder.</summary>
internal static class BuilderCall
{
    /// <summary>The call whose only argument is an expression; null if there is none.</summary>
    public static InvocationExpressionSyntax? Around(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken) =>
        Expressions.WithParentheses(text).Parent is ArgumentSyntax { NameColon: null, Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [_], Expression: MemberAccessExpressionSyntax } call }
        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "Append" or "AppendLine", Parameters: [{ Type.SpecialType: SpecialType.System_String }] } method
        && Is(method)
            ? call
            : null;

    /// <summary>Whether a method is one of the framework's string builder.</summary>
    public static bool Is(IMethodSymbol method) => method.ContainingType is { Name: "StringBuilder" } type && type.ContainingNamespace.ToDisplayString() == "System.Text";

    /// <summary>The call with another name and other arguments.</summary>
    public static InvocationExpressionSyntax With(InvocationExpressionSyntax call, string name, params ExpressionSyntax[] arguments)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call
            .WithExpression(access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)))
            .WithArgumentList(call.ArgumentList.WithArguments(List(arguments)));
    }

    /// <summary>A call on what another call gives.</summary>
    public static InvocationExpressionSyntax Then(InvocationExpressionSyntax call, string name, params ExpressionSyntax[] arguments) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, call, SyntaxFactory.IdentifierName(name)),
        SyntaxFactory.ArgumentList(List(arguments)));

    private static SeparatedSyntaxList<ArgumentSyntax> List(ExpressionSyntax[] arguments) => SyntaxFactory.SeparatedList(
        arguments.Select(SyntaxFactory.Argument),
        Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, arguments.Length - 1)));
}
