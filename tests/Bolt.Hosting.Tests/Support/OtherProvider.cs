namespace Bolt.Hosting.Tests;

/// <summary>A provider beside Bolt that keeps what it is given.</summary>
[ProviderAlias("Other")]
internal sealed class OtherProvider : ILoggerProvider, ISupportExternalScope
{
    public List<Entry> Entries { get; } = [];

    public IExternalScopeProvider? Scopes { get; private set; }

    /// <summary>Called with each entry.</summary>
    public Action? OnLog { get; set; }

    public bool IsDisposed { get; private set; }

    public ILogger CreateLogger(string categoryName) => new OtherLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => Scopes = scopeProvider;

    public void Dispose() => IsDisposed = true;

    internal sealed record Entry(string Category, LogLevel Level, EventId EventId, KeyValuePair<string, object?>[] Values, Exception? Exception, string Message, object?[] Scopes)
    {
        public object? this[string key] => Values.Single(value => value.Key == key).Value;
    }

    private sealed class OtherLogger(OtherProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider.Scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scopes = new List<object?>();
            provider.Scopes?.ForEachScope(static (scope, list) => list.Add(scope), scopes);
            var entry = new Entry(category, logLevel, eventId, [.. (IReadOnlyList<KeyValuePair<string, object?>>)state!], exception, formatter(state, exception), [.. scopes]);
            lock (provider.Entries)
                provider.Entries.Add(entry);

            provider.OnLog?.Invoke();
        }
    }
}
