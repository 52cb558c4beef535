using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Benchmarks.Candidates;

/// <summary>ZLogger at its best bounded configuration: JSON, UTC, a queue of 10,000 events that blocks when it is full. It has no synchronous delivery.</summary>
internal sealed class ZLoggerSetup : IDisposable
{
    private readonly EndMark _end = new();
    private readonly ILoggerFactory _factory;
    private readonly IDisposable? _scope;

    public ZLoggerSetup(Workload workload, Stream output)
    {
        _factory = LoggerFactory.Create(builder => builder
            .SetMinimumLevel(LogLevel.Information)
            .AddZLoggerStream(
                new WatchedStream(output, _end),
                options =>
                {
                    options.UseJsonFormatter(formatter => formatter.UseUtcTimestamp = true);
                    options.FullMode = BackgroundBufferFullMode.Block;
                    options.BackgroundBufferCapacity = 10_000;
                    options.IncludeScopes = workload == Workload.BoundContext;
                    options.InternalErrorLogger = exception => throw new InvalidOperationException("ZLogger failed.", exception);
                }));
        Logger = _factory.CreateLogger(LoggedValues.Category);
        if (workload == Workload.BoundContext)
            _scope = Logger.BeginScope(BoundFields.Pairs);
    }

    public ILogger Logger { get; }

    public void Flush() => _end.Await(Logger, static logger => logger.ZLogCritical($"end-of-burst"));

    public void Dispose()
    {
        _scope?.Dispose();
        _factory.Dispose();
        _end.Dispose();
    }
}
