using Bolt.Diagnostics;

namespace Bolt.Benchmarks.Diagnostics;

/// <summary>This process with its metrics served on a free port, and a client that reads them.</summary>
internal sealed class ScrapedProcess : IDisposable
{
    private readonly BoltDiagnosticsServer _server;
    private readonly HttpClient _client = new();

    public ScrapedProcess(bool debug = false) => _server = BoltDiagnosticsServer.Start(options =>
    {
        options.MetricsAddress = "127.0.0.1:0";
        options.Debug = debug;
        options.DebugAddress = "127.0.0.1:0";
    });

    public int Scrape()
    {
        string text = _client.GetStringAsync(new Uri(_server.MetricsAddress, "/metrics")).GetAwaiter().GetResult();
        return text.Contains("bolt_log_events_total", StringComparison.Ordinal)
            ? text.Length
            : throw new InvalidOperationException($"The scrape has no Bolt metrics:\n{text}");
    }

    public int Profile(TimeSpan duration) =>
        _client.GetByteArrayAsync(new Uri(_server.DebugAddress!, $"/debug/pprof/profile?seconds={duration.TotalSeconds}")).GetAwaiter().GetResult().Length;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }
}
