using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>What a fix asks of an expression before it changes it.</summary>
internal static class Expressions
{
    /// <summary>Whether the compiler knows that a value is not null here; false too where it does not look.</summary>
    public static bool IsNotNull(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: not null }
        || model.GetTypeInfo(expression, cancellationToken) is { Type.IsValueType: true, Type.OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } or { Nullability.FlowState: NullableFlowState.NotNull };

    /// <summary>Whether the statement or expression body around a node waits for something, which no span outlives.</summary>
    public static bool IsAmongAwaits(SyntaxNode node)
    {
        var top = node.AncestorsAndSelf().FirstOrDefault(static node => node is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or EqualsValueClauseSyntax) ?? node;
        return top.DescendantNodes(static child => child is not StatementSyntax || child.Parent is not StatementSyntax)
            .Any(static child => child is AwaitExpressionSyntax or YieldStatementSyntax);
    }

    /// <summary>The expression with the parentheses around it.</summary>
    public static ExpressionSyntax WithParentheses(ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parent)
            expression = parent;

        return expression;
    }

    /// <summary>The expression without the parentheses around it.</summary>
    public static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;

        return expression;
    }

    /// <summary>The receiver and the name of a call <c>receiver.Name(…)</c>.</summary>
    public static bool IsCall(SyntaxNode node, out ExpressionSyntax receiver, out SimpleNameSyntax name)
    {
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access })
        {
            (receiver, name) = (access.Expression, access.Name);
            return receiver is not BaseExpressionSyntax;
        }

        (receiver, name) = (null!, null!);
        return false;
    }

    /// <summary>Whether comments or directives would be lost with what is dropped from a node to leave another.</summary>
    public static bool LosesTrivia(SyntaxNode node, params SyntaxNode[] kept)
    {
        foreach (var trivia in node.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)
                || trivia.Span.End <= node.SpanStart || trivia.SpanStart >= node.Span.End
                || Array.Exists(kept, part => part.Span.Contains(trivia.Span)))
            {
                continue;
            }

            return true;
        }

        return false;
    }
}
