namespace Bolt;

/// <summary>A contract: no heap allocation in this member, or in any member of this type or assembly. The analyzers and the gate hold it.</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Class | AttributeTargets.Struct
        | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = false,
    Inherited = true)]
public sealed class ZeroAllocAttribute : Attribute;

/// <summary>An exception to <see cref="ZeroAllocAttribute"/>, with the reason why it is accepted.</summary>
/// <param name="reason">Why this member may allocate; not empty.</param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Class | AttributeTargets.Struct
        | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = false,
    Inherited = false)]
public sealed class AllowAllocationAttribute(string reason) : Attribute
{
    /// <summary>Why this member may allocate.</summary>
    public string Reason { get; } = reason;
}
