namespace Bolt.Gate.Scope;

/// <summary>What the attributes around a method promise about allocations.</summary>
internal enum Promise
{
    None,

    /// <summary>[ZeroAlloc].</summary>
    ZeroAlloc,

    /// <summary>[AllowAllocation].</summary>
    Allowed,
}

/// <summary>A promise, with the reason that [AllowAllocation] gives.</summary>
internal readonly record struct MemberContract(Promise Promise, string Reason = "");
