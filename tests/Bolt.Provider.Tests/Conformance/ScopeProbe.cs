using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>A second provider, that notes the scopes it sees.</summary>
internal sealed class ScopeProbe : ILoggerProvider, ILogger, ISupportExternalScope
{
    private IExternalScopeProvider? _scopes;

    internal List<string> Seen { get; } = [];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _scopes?.ForEachScope(static (scope, seen) => seen.Add(scope?.ToString() ?? "null"), Seen);

    public void Dispose()
    {
    }
}
