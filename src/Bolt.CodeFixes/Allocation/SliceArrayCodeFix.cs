using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Takes a span of an array instead of a copy of a part of it, where the part is read at once.</summary>
/// <remarks>A part that is kept may be read after the array has changed, and then a copy is something else.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SliceArrayCodeFix)), Shared]
public sealed class SliceArrayCodeFix() : SyntaxCodeFix(RuleIds.ArrayCreation)
{
    private protected override string EquivalenceKey => "Bolt.SliceArray";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ElementAccessExpressionSyntax { ArgumentList.Arguments: [_] } slice
            || model.GetTypeInfo(slice.Expression, cancellationToken).Type is not IArrayTypeSymbol { ElementType: { } element }
            || !(element.IsValueType || element.IsSealed)
            || !Expressions.IsNotNull(slice.Expression, model, cancellationToken)
            || Expressions.IsAmongAwaits(slice)
            || Trial.Of(model, [slice], (_, current) => Change((ElementAccessExpressionSyntax)current), cancellationToken) is not { } trial
            || !IsReadAtOnce(slice, trial, model, cancellationToken))
        {
            return null;
        }

        return new SyntaxEdit("Use AsSpan()", editor => editor.ReplaceNode(slice, (current, _) => Change((ElementAccessExpressionSyntax)current)));
    }

    private static bool IsReadAtOnce(ElementAccessExpressionSyntax slice, Trial trial, SemanticModel model, CancellationToken cancellationToken)
    {
        var whole = Expressions.WithParentheses(slice);
        switch (whole.Parent)
        {
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }:
            case ElementAccessExpressionSyntax { Parent: not AssignmentExpressionSyntax and not ArgumentSyntax { RefKindKeyword.RawKind: not 0 } and not RefExpressionSyntax and not PostfixUnaryExpressionSyntax and not PrefixUnaryExpressionSyntax }:
                return true;

            // The framework's methods read what they are given and are done; others might keep an eye on the array.
            case ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax call } argument:
                return IsOfFramework(call) && SpanOverload.IsCalled(trial, slice, argument, call, model, cancellationToken);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == whole:
                return IsOfFramework(call) && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ContainingType.Name: "MemoryExtensions", ReducedFrom.Parameters: [{ Type.Name: "ReadOnlySpan" }, ..] };
            default:
                return false;
        }

        bool IsOfFramework(InvocationExpressionSyntax call) =>
            model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReturnType.IsRefLikeType: false } method && SpanOverload.IsOfFramework(method);
    }

    private static ExpressionSyntax Change(ElementAccessExpressionSyntax slice) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, slice.Expression.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("AsSpan")),
        SyntaxFactory.ArgumentList(slice.ArgumentList.Arguments)).WithTriviaFrom(slice);
}
