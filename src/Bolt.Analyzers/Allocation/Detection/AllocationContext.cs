using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>What the rules know about a compilation: its well-known types and its contracts. One instance serves a compilation.</summary>
internal sealed class AllocationContext(Compilation compilation)
{
    public Compilation Compilation { get; } = compilation;

    public Contracts Contracts { get; } = new();
}
