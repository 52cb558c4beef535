using Microsoft.Extensions.Hosting;

namespace Bolt.Diagnostics.Hosting;

/// <summary>Starts and stops the server with the host, which does not start when it cannot.</summary>
internal sealed class BoltDiagnosticsHostedService(Action<BoltDiagnosticsOptions>? configure) : IHostedService
{
    private BoltDiagnosticsServer? _server;

    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    internal BoltDiagnosticsServer Server => _server ?? throw new InvalidOperationException("BoltDiagnosticsServer is there once the host has started.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _server = BoltDiagnosticsServer.Start(configure);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _server?.Dispose();
        return Task.CompletedTask;
    }
}
