using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>A mistake in a declaration, for the analyzer to report.</summary>
/// <param name="kind">The mistake.</param>
/// <param name="location">Where it is.</param>
/// <param name="args">The arguments of the message, as <see cref="UsageProblemKind"/> says.</param>
internal readonly struct UsageProblem(UsageProblemKind kind, Location location, params string[] args)
{
    public UsageProblemKind Kind { get; } = kind;

    public Location Location { get; } = location;

    public string[] Args { get; } = args;
}
