namespace Bolt.Gate.Baseline;

/// <summary>How many allocations of a kind a member may have.</summary>
/// <param name="Member">The documentation id of the member.</param>
/// <param name="Kind">What is allocated: a name of <c>AllocationKind</c> in camel case.</param>
/// <param name="Count">How many.</param>
internal sealed record BaselineEntry(string Member, string Kind, int Count);
