namespace Bolt.Generated.Tests;

/// <summary>A logger that is not Bolt's and keeps what it is given.</summary>
internal sealed class ForeignLogger : ILogger
{
    public LogLevel MinimumLevel { get; init; } = LogLevel.Trace;

    public List<Entry> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= MinimumLevel;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The state is reused after the call: what is kept is copied.
        var values = (IReadOnlyList<KeyValuePair<string, object?>>)state!;
        Entries.Add(new Entry(logLevel, eventId, [.. values], exception, formatter(state, exception)));
    }

    internal sealed record Entry(LogLevel Level, EventId EventId, KeyValuePair<string, object?>[] Values, Exception? Exception, string Message)
    {
        public object? this[string key] => Values.Single(v => v.Key == key).Value;
    }
}
