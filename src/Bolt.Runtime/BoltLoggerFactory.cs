using System.Collections.Concurrent;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>Creates loggers and owns what they share: the event pool, the delivery and the sinks.</summary>
/// <remarks>
/// Thread-safe. Disposal delivers everything and disposes the sinks; a factory that is never disposed still delivers at the end of the
/// process: on return from <c>Main</c>, <see cref="Environment.Exit"/>, an unhandled exception, SIGTERM, SIGINT, SIGHUP and SIGQUIT.
/// </remarks>
public sealed class BoltLoggerFactory : ILoggerFactory, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, BoltLogger> _loggers = new(StringComparer.Ordinal);
    private int _disposed;

    private BoltLoggerFactory(LogPipeline pipeline)
    {
        Pipeline = pipeline;
    }

    internal LogPipeline Pipeline { get; }

    /// <summary>The least level that it was made with.</summary>
    internal LogLevel MinimumLevel { get; private init; }

    /// <summary>The level that the environment gives; null for none.</summary>
    internal LogLevel? EnvironmentLevel { get; private init; }

    /// <summary>Creates a factory.</summary>
    /// <param name="configure">Sets the options. Nothing set: records of level Information and above, to the console.</param>
    /// <returns>The factory; to be disposed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names the option, the value and the range.</exception>
    public static BoltLoggerFactory Create(Action<BoltOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new BoltOptions();
        configure(options);
        return Create(options, LogLevel.Information);
    }

    internal static BoltLoggerFactory Create(BoltOptions options, LogLevel defaultLevel)
    {
        BoltOptionsValidator.Validate(options);
        var environment = options.UseEnvironment ? BoltEnvironment.Read() : new BoltEnvironment();
        LogLevel level = environment.Level ?? (options.HasMinimumLevel ? options.MinimumLevel : defaultLevel);
        if (options.Sinks.Count == 0)
            options.Sinks.Add(new Sinks.ConsoleSink());

        var pipeline = new LogPipeline(options, level, environment.EventPoolSize ?? options.EventPoolSize);
        Flusher.Register(pipeline);
        var factory = new BoltLoggerFactory(pipeline) { MinimumLevel = level, EnvironmentLevel = environment.Level };
        foreach (string problem in environment.Problems)
            factory.ReportConfiguration(problem);

        return factory;
    }

    /// <summary>Counts and reports what is wrong in the environment or the configuration, and writes it as a record.</summary>
    internal void ReportConfiguration(string problem)
    {
        Pipeline.Errors.Report(LogErrorReason.Configuration, problem, null);
        CreateLogger("Bolt").Log(LogLevel.Warning, default, problem, null, static (text, _) => text);
    }

    /// <summary>The logger of a category; the same one for the same name.</summary>
    /// <param name="categoryName">The category.</param>
    /// <exception cref="ArgumentNullException"><paramref name="categoryName"/> is null.</exception>
    public BoltLogger CreateLogger(string categoryName)
    {
        ArgumentNullException.ThrowIfNull(categoryName);
        return _loggers.GetOrAdd(categoryName, static (name, pipeline) => new BoltLogger(pipeline, name), Pipeline);
    }

    ILogger ILoggerFactory.CreateLogger(string categoryName) => CreateLogger(categoryName);

    /// <summary>
    /// Hands every record committed before this call to the sinks, and the sinks' own buffers to the operating system. Returns after
    /// <see cref="BoltOptions.DrainTimeout"/> at the latest, with what is left counted and reported. Does nothing on a thread that is inside a
    /// sink or <see cref="BoltOptions.OnError"/>, and after disposal.
    /// </summary>
    public void Flush()
    {
        if (!Pipeline.IsClosed)
            Pipeline.Delivery.Drain(Pipeline.DrainTimeout);
    }

    /// <exception cref="NotSupportedException">Always: a Bolt factory writes to its sinks only.</exception>
    void ILoggerFactory.AddProvider(ILoggerProvider provider) => throw new NotSupportedException(
        "A BoltLoggerFactory has sinks, not providers. To log to Bolt and to other providers, use LoggerFactory.Create(builder => builder.AddBolt()).");

    /// <summary>Delivers everything, disposes the sinks, and releases threads, handlers and memory. From then on logging does nothing. Bounded by <see cref="BoltOptions.DrainTimeout"/>.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Pipeline.Close();
    }

    /// <summary>As <see cref="Dispose"/>, on a thread of its own.</summary>
    /// <returns>Completes when everything is released.</returns>
    public ValueTask DisposeAsync() => Volatile.Read(ref _disposed) != 0
        ? ValueTask.CompletedTask
        : new ValueTask(Task.Factory.StartNew(Dispose, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
}
