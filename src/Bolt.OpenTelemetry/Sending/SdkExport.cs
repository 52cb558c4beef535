using Bolt.OpenTelemetry.Queue;
using Bolt.OpenTelemetry.Records;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace Bolt.OpenTelemetry.Sending;

/// <summary>Sends records by the OpenTelemetry SDK: each is logged through the SDK's provider, stamped, and exported by its OTLP exporter, one request for a batch.</summary>
/// <remarks>
/// The SDK has no public way to make a <see cref="LogRecord"/>; an <see cref="ILogger"/> of its provider is the one that it has. Used by one
/// thread.
/// </remarks>
internal sealed class SdkExport : IDisposable
{
    private readonly LogFields _fields = new();
    private readonly RecordReader _reader = new();
    private readonly Dictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);
    private readonly RecordStamp _stamp;
    private readonly AnswerWatch _watch;
    private readonly WatchedExporter _exporter;
    private readonly BatchLogRecordExportProcessor _batches;
    private readonly ILoggerFactory _factory;

    internal SdkExport(OtlpSettings settings, OtlpSinkOptions options)
    {
        _stamp = new RecordStamp(_fields);
        _watch = new AnswerWatch(options.ConnectionHandler?.Invoke() ?? settings.Certificates.CreateHandler(), settings);
        var client = new HttpClient(_watch) { Timeout = settings.Timeout };
        var exporter = new OtlpLogExporter(new OtlpExporterOptions
        {
            Endpoint = settings.Endpoint,
            Protocol = settings.Protocol == OtlpProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
            Headers = "",
            TimeoutMilliseconds = (int)settings.Timeout.TotalMilliseconds,
            Compression = settings.Gzip ? OtlpExportCompression.GZip : OtlpExportCompression.None,
            HttpClientFactory = () => client,
        });
        _exporter = new WatchedExporter(exporter, _watch);

        // One more than a batch, which therefore goes when it is asked to, never when it is full.
        _batches = new BatchLogRecordExportProcessor(_exporter, settings.MaxBatchRecords + 1, int.MaxValue, int.MaxValue, settings.MaxBatchRecords + 1);
        _factory = LoggerFactory.Create(logging => logging
            .SetMinimumLevel(LogLevel.Trace)
            .AddOpenTelemetry(sdk => sdk
                .SetResourceBuilder(ResourceOf(options))
                .AddProcessor(new ExporterHolder(exporter))
                .AddProcessor(_stamp)
                .AddProcessor(_batches)));
    }

    /// <summary>Sends records and waits for the answer: what became of those that did not arrive, and how many of the oldest need no more.</summary>
    internal (SendOutcome Outcome, int Settled) Send(List<QueuedRecord> records)
    {
        int logged = 0;
        _exporter.Begin();
        try
        {
            for (; logged < records.Count; logged++)
                Log(records[logged]);
        }
        catch (Exception error) when (logged == 0)
        {
            return (new SendOutcome(RecordFate.Refused, "the OpenTelemetry SDK could not take it", Exception: error), 1);
        }
        catch (Exception)
        {
            // Those before it go now; the next round begins with it.
        }

        _ = _batches.ForceFlush(0);
        return _exporter.WaitForEnd(logged);
    }

    /// <summary>Ends the request under way. May be called from any thread.</summary>
    internal void Abandon() => _watch.Abandon();

    public void Dispose()
    {
        _factory.Dispose();
        _watch.Dispose();
    }

    private void Log(QueuedRecord record)
    {
        _reader.Read(record.Json.Span, _fields);
        _stamp.Arrived = record.Arrived;
        if (!_loggers.TryGetValue(_fields.Category, out ILogger? logger))
        {
            logger = _factory.CreateLogger(_fields.Category);
            _loggers.Add(_fields.Category, logger);
        }

        // None is no level to log at; the stamp puts it back.
        LogLevel level = _fields.Level == LogLevel.None ? LogLevel.Information : _fields.Level;
        if (!logger.IsEnabled(level))
            throw new InvalidOperationException("The OpenTelemetry SDK takes no records on this thread.");

        logger.Log(level, new EventId(_fields.EventId, _fields.EventName), _fields, null, static (fields, _) => fields.Body ?? "");
    }

    private static ResourceBuilder ResourceOf(OtlpSinkOptions options)
    {
        ResourceBuilder resource = ResourceBuilder.CreateDefault();
        if (options.ServiceName is { } name)
            _ = resource.AddService(name);
        return resource.AddAttributes(options.ResourceAttributes);
    }
}
