namespace Bolt.Gate.Detection;

/// <summary>An instruction that allocates.</summary>
/// <param name="Offset">Where it is in the body.</param>
/// <param name="Kind">What it allocates.</param>
/// <param name="Text">Cause, type and cure.</param>
internal sealed record DetectedAllocation(int Offset, AllocationKind Kind, string Text);
