namespace Bolt.Benchmarks.Startup;

/// <summary>What every logger logs: <c>"User {userId} logged in from {ip}"</c>.</summary>
internal static class LoggedEvent
{
    internal const string Category = "Bolt.Benchmarks.Startup";

    // Not constants, so that no compiler folds them.
    internal static int UserId = 100_000;
    internal static string Ip = "192.168.100.200";
}
