namespace Bolt.Gate.Baseline;

/// <summary>Which kinds of instructions the cause of a rule may compile to: an array literal and a params array are the same instruction.</summary>
internal static class BaselineKinds
{
    private static readonly Dictionary<string, string[]> s_kinds = new(StringComparer.Ordinal)
    {
        ["BOLT1001"] = ["object"],
        ["BOLT1002"] = ["array"],
        ["BOLT1003"] = ["anonymous"],
        ["BOLT1004"] = ["array", "object", "library"],
        ["BOLT1005"] = ["with"],
        ["BOLT1101"] = ["concat"],
        ["BOLT1102"] = ["interpolation", "concat"],
        ["BOLT1103"] = ["format"],
        ["BOLT1104"] = ["toString", "boxedReceiver"],
        ["BOLT1105"] = ["stringCopy"],
        ["BOLT1201"] = ["closure", "delegate", "expressionTree"],
        ["BOLT1202"] = ["delegate"],
        ["BOLT1203"] = ["delegate"],
        ["BOLT1301"] = ["box"],
        ["BOLT1302"] = ["boxedReceiver"],
        ["BOLT1401"] = ["array", "object"],
        ["BOLT1501"] = ["enumerator"],
        ["BOLT1502"] = ["linq"],
        ["BOLT1601"] = ["iterator"],
        ["BOLT1602"] = ["async"],
        ["BOLT1702"] = ["library", "toString", "stringCopy"],
    };

    public static string[] Of(string rule) => s_kinds.TryGetValue(rule, out var kinds) ? kinds : [];
}
