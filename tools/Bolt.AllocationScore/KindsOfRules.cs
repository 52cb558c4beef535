using Bolt.Gate.Detection;

namespace Bolt.AllocationScore;

/// <summary>Which kinds of allocations in the instructions each rule speaks of.</summary>
/// <remarks>Rules that speak of what is not at the place itself (1303, 1304, 1552, 1701 and on) have no kind and are not scored here.</remarks>
internal static class KindsOfRules
{
    private static readonly Dictionary<string, AllocationKind[]> s_kinds = new()
    {
        ["BOLT1001"] = [AllocationKind.Object, AllocationKind.StringCopy],
        ["BOLT1002"] = [AllocationKind.Array],
        ["BOLT1003"] = [AllocationKind.Anonymous, AllocationKind.Object],
        ["BOLT1004"] = [AllocationKind.Array, AllocationKind.Object, AllocationKind.Library, AllocationKind.Linq],
        ["BOLT1005"] = [AllocationKind.With],
        ["BOLT1101"] = [AllocationKind.Concat, AllocationKind.Array, AllocationKind.ToString],
        ["BOLT1102"] = [AllocationKind.Interpolation, AllocationKind.Concat, AllocationKind.Format, AllocationKind.Array, AllocationKind.Box],
        ["BOLT1103"] = [AllocationKind.Format, AllocationKind.Concat, AllocationKind.StringCopy, AllocationKind.Array, AllocationKind.Box],
        ["BOLT1104"] = [AllocationKind.ToString],
        ["BOLT1105"] = [AllocationKind.StringCopy],
        ["BOLT1201"] = [AllocationKind.Closure, AllocationKind.ExpressionTree, AllocationKind.Delegate],
        ["BOLT1202"] = [AllocationKind.Delegate],
        ["BOLT1203"] = [AllocationKind.Delegate],
        ["BOLT1301"] = [AllocationKind.Box],
        ["BOLT1302"] = [AllocationKind.BoxedReceiver, AllocationKind.Box, AllocationKind.ToString],
        ["BOLT1401"] = [AllocationKind.Array],
        ["BOLT1501"] = [AllocationKind.Enumerator],
        ["BOLT1502"] = [AllocationKind.Linq, AllocationKind.Library],
        ["BOLT1601"] = [AllocationKind.Iterator],
        ["BOLT1602"] = [AllocationKind.Async],
        ["BOLT1702"] = [AllocationKind.Library, AllocationKind.StringCopy, AllocationKind.ToString, AllocationKind.Linq, AllocationKind.Format],
    };

    /// <summary>The engine knows the commonest members of the framework, the rule all of them: where it finds nothing, nothing is said of the rule.</summary>
    public static bool SeesMoreThanTheInstructions(string rule) => rule == "BOLT1702";

    /// <summary>An iterator or async function is reported at its name, and makes its state where its code starts.</summary>
    public static bool IsSaidOfTheName(string rule) => rule is "BOLT1601" or "BOLT1602";

    public static IReadOnlyList<AllocationKind> Of(string rule) => s_kinds.TryGetValue(rule, out var kinds) ? kinds : [];
}
