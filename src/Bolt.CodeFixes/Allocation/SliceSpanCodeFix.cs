using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>Takes a span of a string instead of a copy of a part of it, where what is done with the part can be done with a span.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SliceSpanCodeFix)), Shared]
public sealed class SliceSpanCodeFix() : SyntaxCodeFix(RuleIds.StringCopy)
{
    private const string Title = "Use AsSpan()";

    private protected override string EquivalenceKey => "Bolt.SliceSpan";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (CopyChain.Around(node, model, cancellationToken) is not { } chain)
            return null;

        var whole = Expressions.WithParentheses(chain.Top);
        return whole.Parent switch
        {
            BinaryExpressionSyntax comparison when comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression) =>
                Comparison(comparison, model, cancellationToken),
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Concatenation(sum, model, cancellationToken),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var other }] } call } =>
                model.GetTypeInfo(other, cancellationToken).Type?.SpecialType == SpecialType.System_String && Expressions.IsNotNull(other, model, cancellationToken)
                    ? SequenceEqual(chain, call, model, cancellationToken)
                    : null,
            _ => IsUsedAsSpan(chain, whole, model, cancellationToken) ? Replace(chain) : null,
        };
    }

    private static SyntaxEdit Replace(CopyChain chain) =>
        new(Title, editor => editor.ReplaceNode(chain.Top, (current, _) => chain.AsSpan((ExpressionSyntax)current))) { Once = chain.Top };

    private static bool IsUsedAsSpan(CopyChain chain, ExpressionSyntax whole, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (whole.Parent)
        {
            case ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent.Parent: InvocationExpressionSyntax call } argument:
                return Try() is { } called && SpanOverload.IsCalled(called, chain.Top, argument, call, model, cancellationToken);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" }:
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [_] }:
                return Try() is not null;
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access:
                return IsSameOnSpan(call, model, cancellationToken) && Try() is { } trial && trial.Model.GetSymbolInfo(trial.Find(chain.Top).FirstAncestorOrSelf<InvocationExpressionSyntax>(
                    outer => outer.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name == access.Name.Identifier.ValueText)!).Symbol is IMethodSymbol { ContainingType.Name: "MemoryExtensions" };
            case InterpolationSyntax hole:
                return Handlers.WriteText(hole, model, out _) && Try() is not null;
            case SwitchStatementSyntax statement:
                return statement.Sections.All(static section => section.Labels.All(static label => label is DefaultSwitchLabelSyntax or CaseSwitchLabelSyntax || (label is CasePatternSwitchLabelSyntax pattern && IsOfTexts(pattern.Pattern)))) && Try() is not null;
            case SwitchExpressionSyntax expression:
                return expression.Arms.All(static arm => IsOfTexts(arm.Pattern)) && Try() is not null;
            case IsPatternExpressionSyntax test:
                return IsOfTexts(test.Pattern) && Try() is not null;
            case ForEachStatementSyntax loop:
                return loop.AwaitKeyword.RawKind == 0 && !loop.DescendantNodes().Any(static child => child is YieldStatementSyntax or AwaitExpressionSyntax) && Try() is not null;
            default:
                return false;
        }

        Trial? Try() => Trial.Of(model, [chain.Top], (_, current) => chain.AsSpan((ExpressionSyntax)current), cancellationToken);
    }

    /// <summary>Methods of string that those of a span do the same as: ordinal ones, and those that are told how to compare.</summary>
    private static bool IsSameOnSpan(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method
        && (method.Name, method.Parameters) switch
        {
            ("Contains" or "IndexOf" or "LastIndexOf" or "StartsWith" or "EndsWith", [{ Type.SpecialType: SpecialType.System_Char }]) => true,
            ("Contains" or "IndexOf" or "LastIndexOf" or "StartsWith" or "EndsWith" or "Equals", [{ Type.SpecialType: SpecialType.System_String }, { Type.Name: "StringComparison" }]) =>
                Expressions.IsNotNull(call.ArgumentList.Arguments[0].Expression, model, cancellationToken),
            _ => false,
        };

    private static bool IsOfTexts(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax or DiscardPatternSyntax => true,
        UnaryPatternSyntax unary => IsOfTexts(unary.Pattern),
        BinaryPatternSyntax binary => IsOfTexts(binary.Left) && IsOfTexts(binary.Right),
        ParenthesizedPatternSyntax parenthesized => IsOfTexts(parenthesized.Pattern),
        _ => false,
    };

    private static SyntaxEdit? Comparison(BinaryExpressionSyntax comparison, SemanticModel model, CancellationToken cancellationToken)
    {
        var (left, right) = (CopyChain.EndingIn(comparison.Left, model, cancellationToken), CopyChain.EndingIn(comparison.Right, model, cancellationToken));
        var isConstant = model.GetConstantValue(comparison.Left, cancellationToken).HasValue;
        if (Expressions.LosesTrivia(comparison, comparison.Left, comparison.Right) || !IsText(comparison.Left) || !IsText(comparison.Right))
            return null;

        return Trial.Of(model, [comparison], (_, current) => Change((BinaryExpressionSyntax)current), cancellationToken) is null
            ? null
            : new SyntaxEdit(Title, editor => editor.ReplaceNode(comparison, (current, _) => Change((BinaryExpressionSyntax)current))) { Once = comparison };

        bool IsText(ExpressionSyntax side) =>
            model.GetTypeInfo(side, cancellationToken).Type?.SpecialType == SpecialType.System_String && Expressions.IsNotNull(side, model, cancellationToken);

        ExpressionSyntax Change(BinaryExpressionSyntax current)
        {
            var first = Side(left, current.Left).WithoutTrivia();
            var second = Side(right, current.Right).WithoutTrivia();

            // What is compared is evaluated in the order in which it is written.
            if (left is null && isConstant)
                (first, second) = (second, first);
            else if (left is null)
                first = Member(SyntaxFactory.ParenthesizedExpression(first).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation), "AsSpan");

            ExpressionSyntax equal = Member(first, "SequenceEqual", second);
            if (current.IsKind(SyntaxKind.NotEqualsExpression))
                equal = SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, equal);
            return equal.WithTriviaFrom(current);
        }
    }

    /// <summary>Joins up to four texts by the overload of <c>string.Concat</c> that takes spans.</summary>
    private static SyntaxEdit? Concatenation(BinaryExpressionSyntax sum, SemanticModel model, CancellationToken cancellationToken)
    {
        while (Expressions.WithParentheses(sum).Parent is BinaryExpressionSyntax outer && outer.IsKind(SyntaxKind.AddExpression))
            sum = outer;

        var operands = new List<ExpressionSyntax>();
        AddOperands(sum);
        if (operands.Count > 4
            || !operands.TrueForAll(operand => model.GetTypeInfo(operand, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            || Expressions.LosesTrivia(sum, [.. operands])
            || Trial.Of(model, [sum], (_, current) => Change((BinaryExpressionSyntax)current), cancellationToken) is null)
        {
            return null;
        }

        return new SyntaxEdit(Title, editor => editor.ReplaceNode(sum, (current, _) => Change((BinaryExpressionSyntax)current))) { Once = sum };

        void AddOperands(ExpressionSyntax expression)
        {
            if (Expressions.WithoutParentheses(expression) is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } inner
                && !model.GetConstantValue(inner, cancellationToken).HasValue
                && model.GetSymbolInfo(inner, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator, ReturnType.SpecialType: SpecialType.System_String })
            {
                AddOperands(inner.Left);
                AddOperands(inner.Right);
            }
            else
            {
                operands.Add(expression);
            }
        }

        ExpressionSyntax Change(BinaryExpressionSyntax current)
        {
            var now = new List<ExpressionSyntax>();
            Collect(current, sum);
            return Member(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)), "Concat", [.. now]).WithTriviaFrom(current);

            void Collect(ExpressionSyntax part, ExpressionSyntax original)
            {
                if (operands.Contains(original))
                {
                    now.Add(Side(CopyChain.EndingIn(original, model, cancellationToken), part).WithoutTrivia());
                    return;
                }

                var (binary, was) = ((BinaryExpressionSyntax)Expressions.WithoutParentheses(part), (BinaryExpressionSyntax)Expressions.WithoutParentheses(original));
                Collect(binary.Left, was.Left);
                Collect(binary.Right, was.Right);
            }
        }
    }

    private static SyntaxEdit? SequenceEqual(CopyChain chain, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        return Trial.Of(model, [call], (_, current) => Change((InvocationExpressionSyntax)current), cancellationToken) is null
            ? null
            : new SyntaxEdit(Title, editor => editor.ReplaceNode(call, (current, _) => Change((InvocationExpressionSyntax)current))) { Once = call };

        InvocationExpressionSyntax Change(InvocationExpressionSyntax current)
        {
            var access = (MemberAccessExpressionSyntax)current.Expression;
            return current.WithExpression(access.WithExpression(Side(chain, access.Expression)).WithName(SyntaxFactory.IdentifierName("SequenceEqual").WithTriviaFrom(access.Name)));
        }
    }

    private static ExpressionSyntax Side(CopyChain? chain, ExpressionSyntax side) => chain is null ? side : chain.AsSpan(Expressions.WithoutParentheses(side));

    private static InvocationExpressionSyntax Member(ExpressionSyntax receiver, string name, params ExpressionSyntax[] arguments) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(name)),
        SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
            arguments.Select(SyntaxFactory.Argument),
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, arguments.Length - 1)))));
}
