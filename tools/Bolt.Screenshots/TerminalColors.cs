namespace Bolt.Screenshots;

/// <summary>The colours of the console sink, by the number of the sequence that sets them.</summary>
internal static class TerminalColors
{
    public const string Background = "#1b1f27";

    public static bool IsKnown(int color) => color is 0 or 31 or 33 or 34 or 90;

    public static string Of(int color) => color switch
    {
        31 => "#f07178",
        33 => "#ffcb6b",
        34 => "#6cb6ff",
        90 => "#8b949e",
        _ => "#d7dae0",
    };
}
