using Bolt.Analyzers;
using Bolt.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bolt.CodeFixes.Logging;

/// <summary>Rewrites log calls of one project where they stand, as interpolated calls.</summary>
internal static class AdHocConversion
{
    /// <summary>The call that a diagnostic points at, rewritten; null where it has no such form.</summary>
    public static AdHocCall? Plan(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var span = diagnostic.Location.SourceSpan;
        return root.FullSpan.Contains(span)
            && root.FindNode(span, getInnermostNodeForTie: true) is InvocationExpressionSyntax node
            && model.GetOperation(node, cancellationToken) is IInvocationOperation invocation
            && LogCall.TryCreate(invocation) is { } call
            && ConvertibleCall.TryCreate(call, model, cancellationToken) is { } convertible
            ? AdHocCall.TryCreate(convertible, model)
            : null;
    }

    /// <summary>The solution in which the calls that the diagnostics point at are rewritten, as far as they can be.</summary>
    public static async Task<Solution> ApplyAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        var byPath = diagnostics
            .Where(diagnostic => diagnostic.Location.IsInSource)
            .GroupBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var document in project.Documents)
        {
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (root is CompilationUnitSyntax unit && model is not null && byPath.TryGetValue(root.SyntaxTree.FilePath, out var ofDocument))
                solution = solution.WithDocumentSyntaxRoot(document.Id, Changed(unit, model, ofDocument, cancellationToken));
        }

        return solution;
    }

    private static CompilationUnitSyntax Changed(CompilationUnitSyntax root, SemanticModel model, List<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var calls = new List<AdHocCall>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            // A call within an argument of another is for the next round.
            if (Plan(root, model, diagnostic, cancellationToken) is { } call && !(calls.Count > 0 && calls[calls.Count - 1].Node.Span.Contains(call.Node.Span)))
                calls.Add(call);
        }

        if (calls.Count == 0)
            return root;

        BoltNames.LogEvent(root, model, calls[0].Node.SpanStart, out var usingHelps);
        var areVisible = calls.TrueForAll(call => IsVisible(model, call));
        var usesExtensions = areVisible || (usingHelps && calls.TrueForAll(call => !HasOther(model, call)));
        var changed = root.ReplaceNodes(calls.Select(call => call.Node), (original, _) =>
        {
            var call = calls.Find(call => call.Node == original);
            return SyntaxFactory.ParseExpression(call.Text(usesExtensions)).WithTriviaFrom(original);
        });
        return usesExtensions && !areVisible ? BoltNames.WithUsing(changed) : changed;
    }

    private static bool IsVisible(SemanticModel model, AdHocCall call) =>
        Methods(model, call) is { Count: > 0 } methods && methods.TrueForAll(static method => WellKnownNames.Of(method.ContainingType) == "Bolt.AdHocLoggerExtensions");

    private static bool HasOther(SemanticModel model, AdHocCall call) =>
        Methods(model, call).Exists(static method => WellKnownNames.Of(method.ContainingType) != "Bolt.AdHocLoggerExtensions");

    /// <summary>What the method's name means on the logger.</summary>
    private static List<ISymbol> Methods(SemanticModel model, AdHocCall call)
    {
        var position = call.Node.SpanStart;
        var type = model.GetSpeculativeTypeInfo(position, SyntaxFactory.ParseExpression(call.Logger), SpeculativeBindingOption.BindAsExpression).Type
            ?? model.Compilation.GetTypeByMetadataName(WellKnownNames.Logger);
        return [.. model.LookupSymbols(position, type, call.Method, includeReducedExtensionMethods: true)];
    }
}
