using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The scopes of a host, the same for Bolt and for the other providers.</summary>
/// <remarks>
/// The others also see what the host's <see cref="LoggerFactoryOptions.ActivityTrackingOptions"/> ask for. Bolt does not: its records
/// have the current activity's ids as <c>trace_id</c> and <c>span_id</c> already.
/// </remarks>
/// <param name="activity">The scopes made of the current activity.</param>
internal sealed class HostScopes(IExternalScopeProvider activity) : IExternalScopeProvider
{
    private readonly LoggerExternalScopeProvider _opened = new();
    private LogPipeline? _pipeline;

    /// <summary>Gives the scopes to Bolt's records; from the first one on, each record looks for them.</summary>
    internal void UseFor(LogPipeline pipeline)
    {
        _pipeline = pipeline;
        pipeline.Scopes = new OpenedOnly(this);
    }

    public IDisposable Push(object? state)
    {
        if (_pipeline is not null)
            _pipeline.MayHaveScopes = true;

        return _opened.Push(state);
    }

    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        activity.ForEachScope(callback, state);
        _opened.ForEachScope(callback, state);
    }

    private sealed class OpenedOnly(HostScopes scopes) : IExternalScopeProvider
    {
        public IDisposable Push(object? state) => scopes.Push(state);

        public void ForEachScope<TState>(Action<object?, TState> callback, TState state) => scopes._opened.ForEachScope(callback, state);
    }
}
