using System.Collections.Frozen;

namespace Bolt.Runtime;

/// <summary>The keys that belong to the record itself. A field given at run time under one of them is written with <c>_</c> appended.</summary>
internal static class ReservedKeys
{
    private static readonly FrozenSet<string> s_keys = FrozenSet.ToFrozenSet(
    [
        "time", "level", "category", "event_id", "event", "error", "error_type", "error_stack", "thread_id", "call_site",
        "trace_id", "span_id", "truncated", "message", "scopes",
    ]);

    internal static bool Contains(string key) => s_keys.Contains(key);

    internal static string Avoid(string key) => s_keys.Contains(key) ? key + "_" : key;
}
