using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Finds options that a .editorconfig misspells: BOLT1901.</summary>
/// <remarks>An option holds for many files; it is reported once, in the first of them that a user writes.</remarks>
internal sealed class UnknownOptions(Compilation compilation, AnalyzerConfigOptionsProvider provider)
{
    private const string Prefix = "bolt_";

    private readonly Lazy<Dictionary<SyntaxTree, List<Diagnostic>>> _byTree = new(() => Find(compilation, provider));

    public void Report(SyntaxTreeAnalysisContext context)
    {
        if (!_byTree.Value.TryGetValue(context.Tree, out var diagnostics))
            return;

        foreach (var diagnostic in diagnostics)
            context.ReportDiagnostic(diagnostic);
    }

    private static Dictionary<SyntaxTree, List<Diagnostic>> Find(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        var byTree = new Dictionary<SyntaxTree, List<Diagnostic>>();
        var seen = new HashSet<(string, string)>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var options = provider.GetOptions(tree);
            foreach (var key in options.Keys)
            {
                if (!key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || !options.TryGetValue(key, out var value)
                    || AllocationOptions.Problem(key, value) is not { } problem
                    || seen.Contains((key, value))
                    || GeneratedFile.Is(tree, compilation, CancellationToken.None))
                {
                    continue;
                }

                seen.Add((key, value));
                if (!byTree.TryGetValue(tree, out var diagnostics))
                    byTree.Add(tree, diagnostics = []);
                diagnostics.Add(Diagnostic.Create(
                    AllocationRules.UnknownOptionValue,
                    tree.GetRoot().GetFirstToken(includeZeroWidth: true).GetLocation(),
                    key + " = " + value,
                    problem.Consequence,
                    problem.Allowed));
            }
        }

        return byTree;
    }
}
