using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The scopes of a host, the same for Bolt and for the other providers.</summary>
/// <remarks>
/// The others also see what the host's <see cref="LoggerFactoryOptions.ActivityTrackingOptions"/> ask for. Of that, Bolt sees tags and baggage
/// only: its records have the current activity's ids as <c>trace_id</c> and <c>span_id</c> already.
/// </remarks>
/// <param name="activity">The scopes made of the current activity.</param>
/// <param name="tracked">What they are made of.</param>
internal sealed class HostScopes(IExternalScopeProvider activity, ActivityTrackingOptions tracked) : IExternalScopeProvider
{
    [ThreadStatic]
    private static List<object?>? t_tracked;

    private readonly LoggerExternalScopeProvider _opened = new();
    private readonly bool _hasTags = (tracked & (ActivityTrackingOptions.Tags | ActivityTrackingOptions.Baggage)) != 0;
    private LogPipeline? _pipeline;

    /// <summary>Gives the scopes to Bolt's records; from the first one on, or at once where tags are tracked, each record looks for them.</summary>
    internal void UseFor(LogPipeline pipeline)
    {
        _pipeline = pipeline;
        pipeline.Scopes = new WithoutIds(this);
        if (_hasTags)
            pipeline.MayHaveScopes = true;
    }

    /// <summary>The scope that the calling thread opened last; for whoever opened it by way of another that failed after that.</summary>
    [ThreadStatic]
    internal static IDisposable? Pushed;

    public IDisposable Push(object? state)
    {
        if (_pipeline is not null)
            _pipeline.MayHaveScopes = true;

        return Pushed = _opened.Push(state);
    }

    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        activity.ForEachScope(callback, state);
        _opened.ForEachScope(callback, state);
    }

    private void ForEachTag<TState>(Action<object?, TState> callback, TState state)
    {
        // By a list: callback and state passed on as one would be a generic type that holds itself, without end, for the native compiler.
        List<object?> tracked = t_tracked ??= [];
        int start = tracked.Count;
        try
        {
            activity.ForEachScope(static (scope, list) => list.Add(scope), tracked);
            for (int i = start; i < tracked.Count; i++)
            {
                // Of the scopes made of an activity only the one of its ids is a list.
                if (tracked[i] is not IReadOnlyList<KeyValuePair<string, object?>>)
                    callback(tracked[i], state);
            }
        }
        finally
        {
            tracked.RemoveRange(start, tracked.Count - start);
        }
    }

    private sealed class WithoutIds(HostScopes scopes) : IExternalScopeProvider
    {
        public IDisposable Push(object? state) => scopes.Push(state);

        public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
        {
            if (scopes._hasTags)
                scopes.ForEachTag(callback, state);

            scopes._opened.ForEachScope(callback, state);
        }
    }
}
