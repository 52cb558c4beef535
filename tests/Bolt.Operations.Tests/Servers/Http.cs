namespace Bolt.Operations.Tests.Servers;

/// <summary>The one client of all tests.</summary>
internal static class Http
{
    public static HttpClient Client { get; } = new() { Timeout = TimeSpan.FromMinutes(2) };
}
