using System.Composition;
using Bolt.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>
/// Hands the predicate of <c>Where</c> to the operator after it: <c>xs.Where(p).Any()</c> is <c>xs.Any(p)</c>. Not to First, Single
/// and their like, whose exceptions differ, nor to LastOrDefault, which may begin at the end.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MergeWhereCodeFix)), Shared]
public sealed class MergeWhereCodeFix() : SyntaxCodeFix(RuleIds.Linq)
{
    private protected override string EquivalenceKey => "Bolt.MergeWhere";

    private protected override SyntaxEdit? Plan(SyntaxNode node, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (LinqCall.At(node, model, cancellationToken) is not { Name: "Where", Arguments: [{ NameColon: null }] } where
            || model.GetSymbolInfo(node, cancellationToken).Symbol is not IMethodSymbol { Parameters: [{ Type: INamedTypeSymbol { TypeArguments.Length: 2 } }] }
            || LinqCall.At(where.Call.Parent?.Parent, model, cancellationToken) is not { Name: "Any" or "Count" or "FirstOrDefault", Arguments.Count: 0 } call
            || call.Source != where.Call
            || Expressions.LosesTrivia(call.Call, where.Source, where.Call.ArgumentList))
        {
            return null;
        }

        static ExpressionSyntax Merge(InvocationExpressionSyntax current)
        {
            var access = (MemberAccessExpressionSyntax)current.Expression;
            var where = (InvocationExpressionSyntax)access.Expression;
            return where
                .WithExpression(((MemberAccessExpressionSyntax)where.Expression).WithName(access.Name))
                .WithTriviaFrom(current);
        }

        return Trial.Of(model, call.Call, Merge(call.Call), cancellationToken) is { } trial
            && LinqCall.At(trial.Find(call.Call), trial.Model, cancellationToken)?.Name == call.Name && trial.IsConvertedAsBefore(call.Call)
            ? new SyntaxEdit($"Pass the predicate to '{call.Name}'", editor => editor.ReplaceNode(call.Call, (current, _) => Merge((InvocationExpressionSyntax)current)))
            : null;
    }
}
