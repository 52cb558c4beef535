using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>One cause of allocations in a piece of code: a rule, a place, and the arguments of the rule's message.</summary>
internal readonly struct Allocation(DiagnosticDescriptor rule, SyntaxNode place, params object[] arguments)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    /// <summary>What the squiggle is under. A fix finds the expression again from its span.</summary>
    public SyntaxNode Place { get; } = place;

    /// <summary>Where the squiggle is, if not under the whole of <see cref="Place"/>.</summary>
    public Location Location { get => field ?? DiagnosticPlace.Of(Place); init; }

    /// <summary>The arguments of the rule's message: the type and the cure, in words.</summary>
    public object[] Arguments { get; } = arguments;

    /// <summary>Other places of the same cause, such as the declaration of a captured variable.</summary>
    public ImmutableArray<Location> Others { get; init; } = ImmutableArray<Location>.Empty;

    /// <summary>What a fix needs to know and could not easily find again.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Others, Properties, Arguments);
}
