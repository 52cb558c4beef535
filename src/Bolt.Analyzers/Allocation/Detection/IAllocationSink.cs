namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>
/// Takes what an <see cref="AllocationWalker"/> finds in hot code: the analyzer reports it at once, a summary for BOLT1701 keeps the
/// first, and the check for a needless [AllowAllocation] asks whether there is any.
/// </summary>
internal interface IAllocationSink
{
    /// <summary>Takes an allocation that the code itself makes.</summary>
    void Add(in Allocation allocation);

    /// <summary>Takes a call, which may allocate elsewhere.</summary>
    void Add(in MemberCall call);
}
