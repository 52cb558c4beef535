using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Calls;

/// <summary>A call that leads from one method of the compilation to another.</summary>
internal readonly record struct CallSite(IMethodSymbol Target, Location Location);

/// <summary>What the hot code of one method does, without looking into what it calls.</summary>
internal sealed class MethodFacts
{
    public static MethodFacts Nothing { get; } = new();

    /// <summary>The first thing in it that allocates, in words; null if nothing does.</summary>
    public string? Allocation { get; init; }

    /// <summary>Where that is.</summary>
    public Location? AllocationLocation { get; init; }

    /// <summary>What it calls that has code in the compilation and no contract.</summary>
    public ImmutableArray<CallSite> Calls { get; init; } = ImmutableArray<CallSite>.Empty;

    /// <summary>Whether it also does what may allocate: a call of which nothing is known, LINQ over an unknown source.</summary>
    public bool HasUnknown { get; init; }
}
