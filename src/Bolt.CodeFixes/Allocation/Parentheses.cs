using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Parentheses that a moved expression may need.</summary>
internal static class Parentheses
{
    /// <summary>The expression in parentheses, which the clean-up of the fix takes off again where nothing needs them.</summary>
    public static ExpressionSyntax Around(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or ParenthesizedExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithTriviaFrom(expression).WithAdditionalAnnotations(Simplifier.Annotation);
}
