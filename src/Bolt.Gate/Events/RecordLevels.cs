namespace Bolt.Gate.Events;

/// <summary>The levels as records have them.</summary>
internal static class RecordLevels
{
    private static readonly string[] s_all = ["trace", "debug", "info", "warn", "error", "fatal"];

    /// <summary>The levels that the records of an event may have: one, or all where the call gives it.</summary>
    public static IReadOnlyList<string> Of(string level) => level switch
    {
        "Trace" => ["trace"],
        "Debug" => ["debug"],
        "Information" => ["info"],
        "Warning" => ["warn"],
        "Error" => ["error"],
        "Critical" => ["fatal"],
        _ => s_all,
    };
}
