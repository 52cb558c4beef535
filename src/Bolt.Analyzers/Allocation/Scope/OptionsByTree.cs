using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>The options of each file, read once. One instance serves a compilation; safe for use by several threads.</summary>
internal sealed class OptionsByTree(AnalyzerConfigOptionsProvider provider)
{
    private readonly ConcurrentDictionary<SyntaxTree, AllocationOptions> _options = new();

    public AllocationOptions Of(SyntaxTree tree) =>
        _options.TryGetValue(tree, out var options) ? options : _options.GetOrAdd(tree, new AllocationOptions(provider.GetOptions(tree)));
}
