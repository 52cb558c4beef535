using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>Creates loggers and owns what they share: the event pool, the delivery and the sinks.</summary>
public sealed class BoltLoggerFactory : ILoggerFactory, IAsyncDisposable
{
    private BoltLoggerFactory() { }

    /// <summary>Creates a factory.</summary>
    public static BoltLoggerFactory Create(Action<BoltOptions> configure) => throw null!;

    /// <summary>A logger of the category.</summary>
    public BoltLogger CreateLogger(string categoryName) => throw null!;

    ILogger ILoggerFactory.CreateLogger(string categoryName) => CreateLogger(categoryName);

    /// <summary>Hands every record committed before this call to the sinks.</summary>
    public void Flush() => throw null!;

    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw null!;

    /// <inheritdoc/>
    public void Dispose() => throw null!;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw null!;
}
