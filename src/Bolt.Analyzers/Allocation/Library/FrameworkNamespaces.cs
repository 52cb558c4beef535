namespace Bolt.Analyzers.Allocation.Library;

/// <summary>Parts of the framework about which no table is needed.</summary>
internal static class FrameworkNamespaces
{
    /// <summary>Whether the members of a type are single instructions, or stand for them.</summary>
    public static bool AreIntrinsics(string fullName) => fullName.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal);
}
