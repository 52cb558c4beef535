using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>A host's <c>ILogger&lt;T&gt;</c>: stands for the logger of its type's category.</summary>
/// <param name="logger">That logger.</param>
internal abstract class CategoryLogger(ILogger logger) : ILogger
{
    /// <summary>The logger, where it is Bolt's: generated methods write straight to it. Null where the host's factory is another's.</summary>
    internal readonly BoltLogger? Direct = logger as BoltLogger;

    public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        logger.Log(logLevel, eventId, state, exception, formatter);
}

/// <inheritdoc/>
/// <typeparam name="T">The type whose name is the category, spelled as Microsoft.Extensions.Logging spells it.</typeparam>
/// <param name="factory">The host's factory.</param>
internal sealed class CategoryLogger<T>(ILoggerFactory factory) : CategoryLogger(factory.CreateLogger(typeof(T))), ILogger<T>;
