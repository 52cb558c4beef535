using Bolt.Gate.Detection;

namespace Bolt.AllocationScore;

/// <summary>Which kinds of allocations in the instructions each rule speaks of.</summary>
/// <remarks>Rules that speak of what is not at the place itself (1303, 1304, 1552, 1701 and on) have no kind and are not scored here.</remarks>
internal static class KindsOfRules
{
    private static readonly Dictionary<string, AllocationKind[]> s_kinds = new()
    {
        ["BOLT1001"] = [AllocationKind.Object],
        ["BOLT1002"] = [AllocationKind.Array],
        ["BOLT1003"] = [AllocationKind.Anonymous, AllocationKind.Object],
        ["BOLT1004"] = [AllocationKind.Array, AllocationKind.Object],
        ["BOLT1005"] = [AllocationKind.With],
        ["BOLT1101"] = [AllocationKind.Concat, AllocationKind.Array],
        ["BOLT1102"] = [AllocationKind.Interpolation, AllocationKind.Concat, AllocationKind.Format],
        ["BOLT1103"] = [AllocationKind.Format, AllocationKind.Concat, AllocationKind.StringCopy],
        ["BOLT1104"] = [AllocationKind.ToString],
        ["BOLT1105"] = [AllocationKind.StringCopy],
        ["BOLT1201"] = [AllocationKind.Closure, AllocationKind.ExpressionTree, AllocationKind.Delegate],
        ["BOLT1202"] = [AllocationKind.Delegate],
        ["BOLT1203"] = [AllocationKind.Delegate],
        ["BOLT1301"] = [AllocationKind.Box],
        ["BOLT1302"] = [AllocationKind.BoxedReceiver, AllocationKind.Box],
        ["BOLT1401"] = [AllocationKind.Array],
        ["BOLT1501"] = [AllocationKind.Enumerator],
        ["BOLT1502"] = [AllocationKind.Linq],
        ["BOLT1601"] = [AllocationKind.Iterator],
        ["BOLT1602"] = [AllocationKind.Async],
        ["BOLT1702"] = [AllocationKind.Library, AllocationKind.StringCopy, AllocationKind.ToString, AllocationKind.Linq, AllocationKind.Format],
    };

    public static IReadOnlyList<AllocationKind> Of(string rule) => s_kinds.TryGetValue(rule, out var kinds) ? kinds : [];
}
