namespace Bolt.OpenTelemetry;

/// <summary>Where an <see cref="OtlpSink"/> sends records, and how much it holds back when it cannot. Read once, when the sink is created.</summary>
/// <remarks>
/// As with the OpenTelemetry SDK, what code sets wins over the environment, and <c>OTEL_EXPORTER_OTLP_LOGS_…</c> wins over
/// <c>OTEL_EXPORTER_OTLP_…</c>. Unlike there, a value that cannot be used is an error. <c>OTEL_SDK_DISABLED=true</c> makes the sink discard
/// every record.
/// </remarks>
public sealed class OtlpSinkOptions
{
    /// <summary>
    /// An absolute http or https address; null for the environment's. With <see cref="OtlpProtocol.HttpProtobuf"/> an address without a path
    /// gets <c>/v1/logs</c>, any other is used as it is. Default: <c>http://localhost:4317</c>, or 4318 for
    /// <see cref="OtlpProtocol.HttpProtobuf"/>. Environment: <c>OTEL_EXPORTER_OTLP_LOGS_ENDPOINT</c>, used as it is, and
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, which gets <c>v1/logs</c> appended for <see cref="OtlpProtocol.HttpProtobuf"/>.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// How OTLP travels; null for the environment's. Default: <see cref="OtlpProtocol.Grpc"/>, as in the SDK. Environment:
    /// <c>OTEL_EXPORTER_OTLP_LOGS_PROTOCOL</c>, <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> = <c>grpc</c> or <c>http/protobuf</c>.
    /// </summary>
    public OtlpProtocol? Protocol { get; set; }

    /// <summary>
    /// Headers of every request, such as <c>Authorization</c>; they replace those of the environment that have the same name. Environment:
    /// <c>OTEL_EXPORTER_OTLP_LOGS_HEADERS</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c> = <c>name=value,name=value</c>, percent-encoded.
    /// </summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The attribute <c>service.name</c> of the resource; null for the environment's. Default: <c>unknown_service:</c> and the process's
    /// name. Environment: <c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>.
    /// </summary>
    public string? ServiceName { get; set; }

    /// <summary>
    /// Further attributes of the resource, such as <c>deployment.environment.name</c>: strings, integers, floating-point numbers and
    /// booleans, and arrays of them. They replace those of <c>OTEL_RESOURCE_ATTRIBUTES</c> that have the same name.
    /// </summary>
    public IDictionary<string, object> ResourceAttributes { get; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>
    /// How long a request may take: 1 millisecond to 1 hour; null for the environment's. Default: 10 seconds. Environment:
    /// <c>OTEL_EXPORTER_OTLP_LOGS_TIMEOUT</c>, <c>OTEL_EXPORTER_OTLP_TIMEOUT</c>, in milliseconds.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// Whether requests are compressed with gzip; null for the environment's. Default: false. Environment:
    /// <c>OTEL_EXPORTER_OTLP_LOGS_COMPRESSION</c>, <c>OTEL_EXPORTER_OTLP_COMPRESSION</c> = <c>gzip</c> or <c>none</c>.
    /// </summary>
    public bool? Gzip { get; set; }

    /// <summary>
    /// Makes the handler that connections are made by, for proxies or certificates; called once. Default: one that trusts
    /// <c>OTEL_EXPORTER_OTLP_CERTIFICATE</c> and presents <c>OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE</c> with <c>OTEL_EXPORTER_OTLP_CLIENT_KEY</c>
    /// (PEM files; also with <c>_LOGS_</c>), where those are set. The sink disposes it.
    /// </summary>
    public Func<HttpMessageHandler>? ConnectionHandler { get; set; }

    /// <summary>The most records in a request: 1 to 100,000. Default: 512.</summary>
    public int MaxBatchRecords { get; set; } = 512;

    /// <summary>
    /// The most bytes of JSON whose records go into one request, unless a single record is longer: 1 to 64 MiB. Default: 1 MiB, whose request
    /// is under the 4 MiB that gRPC receivers accept by default.
    /// </summary>
    public int MaxBatchBytes { get; set; } = 1 << 20;

    /// <summary>How long a request waits for more records: zero to 1 minute. A flush, or a full batch, ends the wait. Default: 200 milliseconds.</summary>
    public TimeSpan BatchDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The most records that wait for the endpoint, those of the request under way included: from 1. Default: 100,000.</summary>
    public int MaxQueueRecords { get; set; } = 100_000;

    /// <summary>
    /// The most memory, in bytes, that waiting records take, as JSON: from 1. One batch of Bolt's, which is 1 MiB at most, always fits an
    /// empty queue. Default: 32 MiB.
    /// </summary>
    public long MaxQueueBytes { get; set; } = 32 << 20;

    /// <summary>
    /// How long a full queue that does not move holds back Bolt's own thread, and with it the event pool: zero or more, or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>. After that, records are lost and counted until there is room again, so
    /// that an endpoint that is away does not stop the program. Default: 2 seconds; under half of <see cref="BoltOptions.DrainTimeout"/> it
    /// ends before Bolt leaves the sink out.
    /// </summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a flush, and disposal, wait for the endpoint to have everything: zero or more, or
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>. Default: 2 seconds; see <see cref="WriteTimeout"/>.
    /// </summary>
    public TimeSpan FlushTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The wait after the first of several failed requests, about: 1 millisecond to 1 hour. It doubles up to <see cref="MaxRetryDelay"/>; a
    /// <c>Retry-After</c> of the endpoint counts instead, up to 10 minutes. Default: 200 milliseconds.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait between two requests that failed: from <see cref="RetryDelay"/> to 1 hour. Default: 5 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(5);
}
