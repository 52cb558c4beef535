using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Compares two values of an enum with <c>==</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompareEnumCodeFix)), Shared]
public sealed class CompareEnumCodeFix() : SyntaxCodeFix(RuleIds.BoxingReceiver)
{
    private protected override string EquivalenceKey => "Bolt.CompareEnum";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: WellKnownMemberNames.ObjectEquals },
                ArgumentList.Arguments: [{ NameColon: null, Expression: var argument }],
                Parent: not ExpressionStatementSyntax,
            } call
            || model.GetTypeInfo(receiver, cancellationToken).Type is not { TypeKind: TypeKind.Enum } type
            || !SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(argument, cancellationToken).Type)
            || Expressions.LosesTrivia(call, receiver, argument))
        {
            return null;
        }

        var isNegated = call.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        var replaced = isNegated ? (ExpressionSyntax)call.Parent! : call;
        var title = isNegated ? "Compare with '!='" : "Compare with '=='";
        return new SyntaxEdit(title, editor => editor.ReplaceNode(replaced, (current, _) =>
        {
            var invocation = (InvocationExpressionSyntax)(isNegated ? ((PrefixUnaryExpressionSyntax)current).Operand : current);
            var left = ((MemberAccessExpressionSyntax)invocation.Expression).Expression;
            var right = invocation.ArgumentList.Arguments[0].Expression;
            var comparison = SyntaxFactory.BinaryExpression(
                isNegated ? SyntaxKind.NotEqualsExpression : SyntaxKind.EqualsExpression,
                Operand(left).WithTrailingTrivia(left.GetTrailingTrivia().Add(SyntaxFactory.Space)),
                SyntaxFactory.Token(isNegated ? SyntaxKind.ExclamationEqualsToken : SyntaxKind.EqualsEqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                Operand(right));
            return SyntaxFactory.ParenthesizedExpression(comparison.WithoutLeadingTrivia()).WithTriviaFrom(current).WithAdditionalAnnotations(Simplifier.Annotation);
        }));
    }

    private static ParenthesizedExpressionSyntax Operand(ExpressionSyntax operand) =>
        SyntaxFactory.ParenthesizedExpression(operand.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);
}
