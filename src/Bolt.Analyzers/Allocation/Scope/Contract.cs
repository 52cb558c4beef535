namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>What the attributes around a piece of code promise about allocations.</summary>
internal enum Contract
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>[ZeroAlloc]: it does not allocate, and must not.</summary>
    ZeroAlloc,

    /// <summary>[AllowAllocation]: it may allocate, for a stated reason.</summary>
    Allowed,
}
