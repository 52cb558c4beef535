using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Compares without regard to case, instead of two strings made of one case for it.</summary>
/// <remarks>
/// Only invariant changes of case are ordinal comparisons: those of the current culture are others, and two texts in lower case too
/// (the Greek sigma has two small letters). A constant must be in that case, or nothing was ever equal to it.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreCaseCodeFix)), Shared]
public sealed class IgnoreCaseCodeFix() : SyntaxCodeFix(RuleIds.StringCopy)
{
    private protected override string EquivalenceKey => "Bolt.IgnoreCase";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not ExpressionSyntax cased || CasedText(cased) is null)
            return null;

        var whole = Expressions.WithParentheses(cased);
        return whole.Parent switch
        {
            BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression) =>
                Edit(comparison, comparison.Left, comparison.Right),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var other }] } call } =>
                Edit(call, whole, other),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: var other }, ArgumentList.Arguments: [_] } call } =>
                Edit(call, other, whole),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var left }, { Expression: var right }] } call }
                when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: "Equals", IsStatic: true, ContainingType.SpecialType: SpecialType.System_String } =>
                Edit(call, left, right),
            _ => null,
        };

        SyntaxEdit? Edit(ExpressionSyntax comparison, ExpressionSyntax left, ExpressionSyntax right)
        {
            var (first, second) = (CasedText(left), CasedText(right));
            var (isUpper, isLower) = (IsUpper(left) || IsUpper(right), IsLower(left) || IsLower(right));
            if (isUpper == isLower
                || !(first is not null || IsConstant(left, isUpper))
                || !(second is not null || IsConstant(right, isUpper))
                || (isLower && first is not null && second is not null)
                || Expressions.LosesTrivia(comparison, first ?? left, second ?? right)
                || Trial.Of(model, [comparison], (_, current) => Change(current), cancellationToken) is null)
            {
                return null;
            }

            return new SyntaxEdit("Compare with StringComparison.OrdinalIgnoreCase", editor => editor.ReplaceNode(comparison, (current, _) => Change(current))) { Once = comparison };

            SyntaxNode Change(SyntaxNode current)
            {
                var (currentLeft, currentRight) = Sides(current);
                ExpressionSyntax equal = SyntaxFactory.InvocationExpression(
                    SyntaxFactory.MemberAccessExpression(
                        SyntaxKind.SimpleMemberAccessExpression,
                        SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)),
                        SyntaxFactory.IdentifierName("Equals")),
                    SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList<ArgumentSyntax>(new SyntaxNodeOrToken[]
                    {
                        SyntaxFactory.Argument(Uncased(currentLeft, first is not null).WithoutTrivia()),
                        SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
                        SyntaxFactory.Argument(Uncased(currentRight, second is not null).WithoutTrivia()),
                        SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space),
                        SyntaxFactory.Argument(SyntaxFactory.ParseExpression("global::System.StringComparison.OrdinalIgnoreCase").WithAdditionalAnnotations(Simplifier.Annotation)),
                    })));
                if (current.IsKind(SyntaxKind.NotEqualsExpression))
                    equal = SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, equal);
                return equal.WithTriviaFrom(current);
            }
        }

        ExpressionSyntax? CasedText(ExpressionSyntax side) =>
            Expressions.IsCall(Expressions.WithoutParentheses(side), out var text, out var name)
            && name.Identifier.ValueText is "ToUpperInvariant" or "ToLowerInvariant"
            && model.GetTypeInfo(text, cancellationToken).Type?.SpecialType == SpecialType.System_String
            && Expressions.IsNotNull(text, model, cancellationToken)
                ? text
                : null;

        bool IsUpper(ExpressionSyntax side) => CasedText(side) is not null && Name(side) == "ToUpperInvariant";

        bool IsLower(ExpressionSyntax side) => CasedText(side) is not null && Name(side) == "ToLowerInvariant";

        bool IsConstant(ExpressionSyntax side, bool isUpper) =>
            model.GetConstantValue(side, cancellationToken) is { HasValue: true, Value: string text }
            && text.All(letter => letter < 128 && !(isUpper ? letter is >= 'a' and <= 'z' : letter is >= 'A' and <= 'Z'));
    }

    private static string Name(ExpressionSyntax side) => Expressions.IsCall(Expressions.WithoutParentheses(side), out _, out var name) ? name.Identifier.ValueText : "";

    private static (ExpressionSyntax Left, ExpressionSyntax Right) Sides(SyntaxNode comparison) => comparison switch
    {
        BinaryExpressionSyntax binary => (binary.Left, binary.Right),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var left }, { Expression: var right }] } => (left, right),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var left }, ArgumentList.Arguments: [{ Expression: var right }] } => (left, right),
        _ => throw new ArgumentException("Not a comparison.", nameof(comparison)),
    };

    private static ExpressionSyntax Uncased(ExpressionSyntax side, bool isCased) =>
        isCased && Expressions.IsCall(Expressions.WithoutParentheses(side), out var text, out _) ? text : side;
}
