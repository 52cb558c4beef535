using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Recording;

/// <summary>A recorder behind a host's factory. Each host has a provider of its own, with its own scopes.</summary>
[ProviderAlias("BoltRecorder")]
internal sealed class RecorderProvider(LogRecorder recorder) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>The host's scopes; null where its factory opens scopes on each logger.</summary>
    internal IExternalScopeProvider? Scopes { get; private set; }

    public ILogger CreateLogger(string categoryName) => new HostedLogger(this, recorder.CreateLogger(categoryName));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => Scopes = scopeProvider;

    public void Dispose()
    {
        // The test made the recorder, and reads it after its host is gone.
    }
}
