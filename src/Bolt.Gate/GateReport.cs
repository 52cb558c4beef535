namespace Bolt.Gate;

/// <summary>What the engine read and found.</summary>
/// <param name="Members">How many members under [ZeroAlloc] have code that was read.</param>
/// <param name="Findings">The allocations, in the order of the source.</param>
/// <param name="Problem">Why the debug information cannot be used, and what to set; null if it can, or if nothing had to be read.</param>
public sealed record GateReport(int Members, IReadOnlyList<GateFinding> Findings, string? Problem);
