namespace Bolt.Analyzers.Allocation.Scope;

/// <summary>Where the allocation rules speak: <c>bolt_allocation_scope</c>.</summary>
internal enum AllocationScope
{
    /// <summary>In [ZeroAlloc] code only.</summary>
    Attributed,

    /// <summary>The default: in [ZeroAlloc] code, in the members of <c>bolt_hot_members</c>, and in the arguments of log calls.</summary>
    Hot,

    /// <summary>Everywhere.</summary>
    All,
}
