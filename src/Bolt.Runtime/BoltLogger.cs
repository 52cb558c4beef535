using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>A logger of one category.</summary>
public sealed class BoltLogger : ILogger
{
    internal BoltLogger() { }

    /// <summary>A child logger whose records carry one more field.</summary>
    public BoltLogger With(string name, object? value) => throw null!;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => throw null!;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => throw null!;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => throw null!;
}
