using Bolt.Diagnostics.Debug;
using Bolt.Diagnostics.Metrics;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics;

/// <summary>
/// Answers operators over HTTP, beside the program: <c>/metrics</c> for Prometheus and, where asked for, <c>/debug/pprof/…</c> for
/// <c>go tool pprof</c>. In a host, <c>services.AddBoltDiagnostics()</c> starts and stops it.
/// </summary>
/// <remarks>Thread-safe. What a request does wrong is answered to it; nothing of it reaches the program.</remarks>
public sealed class BoltDiagnosticsServer : IDisposable, IAsyncDisposable
{
    private readonly MetricsEndpoint _metrics;
    private readonly DebugEndpoint? _debug;

    private BoltDiagnosticsServer(MetricsEndpoint metrics, DebugEndpoint? debug)
    {
        _metrics = metrics;
        _debug = debug;
    }

    /// <summary>Where <c>/metrics</c> is answered: the address that was bound.</summary>
    public Uri MetricsAddress => _metrics.Address;

    /// <summary>Where the debug endpoints are answered: the address that was bound; null when they are off.</summary>
    public Uri? DebugAddress => _debug?.Address;

    /// <summary>Starts answering.</summary>
    /// <param name="configure">Sets the options; null for the defaults: metrics on localhost:9090, no debug endpoints.</param>
    /// <returns>The server; disposing it stops it.</returns>
    /// <exception cref="ArgumentException">An address is malformed, or a debug address that other machines can reach has no token; the message names the option or variable.</exception>
    /// <exception cref="InvalidOperationException">An address cannot be listened on: its port is taken, say.</exception>
    public static BoltDiagnosticsServer Start(Action<BoltDiagnosticsOptions>? configure = null)
    {
        var options = new BoltDiagnosticsOptions();
        configure?.Invoke(options);
        return Start(DiagnosticsSettings.Read(options));
    }

    internal static BoltDiagnosticsServer Start(DiagnosticsSettings settings)
    {
        var metrics = MetricsEndpoint.Start(settings.Metrics);
        try
        {
            DebugEndpoint? debug = settings.Debug is null
                ? null
                : DebugEndpoint.Start(settings.Debug, settings.DebugToken, settings.MaxProfileDuration, new ProfileService().AnswerAsync);
            return new BoltDiagnosticsServer(metrics, debug);
        }
        catch
        {
            metrics.Dispose();
            throw;
        }
    }

    /// <summary>Stops answering; a profile being taken is ended.</summary>
    public void Dispose()
    {
        _debug?.Dispose();
        _metrics.Dispose();
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
