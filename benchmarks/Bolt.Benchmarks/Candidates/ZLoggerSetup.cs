using System.Text.Json;
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

    /// <param name="workload">The only workload it will be asked for.</param>
    /// <param name="output">Where records go; not disposed.</param>
    /// <param name="constantMessage">
    /// Every argument of ZLogger's own methods is in the message. Where the others' message does without, the formatter is given this text
    /// instead of rendering one: less work than a user can ask of it.
    /// </param>
    public ZLoggerSetup(Workload workload, Stream output, string? constantMessage = null)
    {
        _factory = LoggerFactory.Create(builder => builder
            .SetMinimumLevel(LogLevel.Information)
            .AddZLoggerStream(
                new WatchedStream(output, _end),
                options =>
                {
                    options.UseJsonFormatter(formatter =>
                    {
                        formatter.UseUtcTimestamp = true;
                        if (constantMessage is null)
                            return;

                        JsonEncodedText name = JsonEncodedText.Encode("Message");
                        JsonEncodedText text = JsonEncodedText.Encode(constantMessage);
                        JsonEncodedText end = JsonEncodedText.Encode(EndMark.Text);
                        formatter.IncludeProperties &= ~IncludeProperties.Message;
                        formatter.AdditionalFormatter = (Utf8JsonWriter writer, in LogInfo info) =>
                            writer.WriteString(name, info.LogLevel == LogLevel.Critical ? end : text);
                    });
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
