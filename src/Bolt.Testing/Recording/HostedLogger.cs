using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Recording;

/// <summary>Records with the scopes of a host: a recorder's own are opened around each call.</summary>
internal sealed class HostedLogger(RecorderProvider provider, BoltLogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var opened = new Stack<IDisposable?>();
        provider.Scopes?.ForEachScope((scope, scopes) => { if (scope is not null) scopes.Push(logger.BeginScope(scope)); }, opened);
        try
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
        finally
        {
            while (opened.TryPop(out IDisposable? scope))
                scope?.Dispose();
        }
    }
}
