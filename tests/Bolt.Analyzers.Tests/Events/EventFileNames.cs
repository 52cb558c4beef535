namespace Bolt.Analyzers.Tests.Events;

/// <summary>The files of events of a test's project.</summary>
internal static class EventFileNames
{
    public const string Shipped = "LogEvents.Shipped.txt";
    public const string Unshipped = "LogEvents.Unshipped.txt";

    /// <summary>Both files.</summary>
    public static (string Name, string Text)[] Both(string shipped, string unshipped) => [(Shipped, Lines(shipped)), (Unshipped, Lines(unshipped))];

    private static string Lines(string text) => text.Length == 0 ? "" : text + "\n";
}
