using System.Globalization;

namespace Bolt.OpenTelemetry;

/// <summary>What the options and the environment say together, checked.</summary>
internal sealed record OtlpSettings
{
    private const string LogsPath = "v1/logs";

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <summary>Whether <c>OTEL_SDK_DISABLED</c> asks for silence.</summary>
    public required bool IsDisabled { get; init; }

    public required OtlpProtocol Protocol { get; init; }

    /// <summary>Where requests go; the SDK appends the service's path for gRPC.</summary>
    public required Uri Endpoint { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required bool Gzip { get; init; }

    public required OtlpCertificates Certificates { get; init; }

    public required int MaxBatchRecords { get; init; }

    public required int MaxBatchBytes { get; init; }

    public required TimeSpan BatchDelay { get; init; }

    public required int MaxQueueRecords { get; init; }

    public required long MaxQueueBytes { get; init; }

    public required TimeSpan WriteTimeout { get; init; }

    public required TimeSpan FlushTimeout { get; init; }

    public required TimeSpan RetryDelay { get; init; }

    public required TimeSpan MaxRetryDelay { get; init; }

    /// <exception cref="ArgumentException">A value of the options or of the environment cannot be used.</exception>
    internal static OtlpSettings Read(OtlpSinkOptions options, Func<string, string?> variable)
    {
        CheckBounds(options);
        OtlpProtocol protocol = options.Protocol ?? ReadProtocol(Variable("PROTOCOL"));
        if (!Enum.IsDefined(protocol))
            throw new ArgumentOutOfRangeException(nameof(OtlpSinkOptions.Protocol), protocol, "OtlpSinkOptions.Protocol must be Grpc or HttpProtobuf.");

        return new OtlpSettings
        {
            IsDisabled = string.Equals(variable("OTEL_SDK_DISABLED")?.Trim(), "true", StringComparison.OrdinalIgnoreCase),
            Protocol = protocol,
            Endpoint = ReadEndpoint(options, protocol, variable),
            Headers = ReadHeaders(options, Variable("HEADERS")),
            Timeout = options.Timeout ?? ReadTimeout(Variable("TIMEOUT")),
            Gzip = options.Gzip ?? ReadCompression(Variable("COMPRESSION")),
            Certificates = OtlpCertificates.Read(Variable("CERTIFICATE"), Variable("CLIENT_CERTIFICATE"), Variable("CLIENT_KEY")),
            MaxBatchRecords = options.MaxBatchRecords,
            MaxBatchBytes = options.MaxBatchBytes,
            BatchDelay = options.BatchDelay,
            MaxQueueRecords = options.MaxQueueRecords,
            MaxQueueBytes = options.MaxQueueBytes,
            WriteTimeout = options.WriteTimeout,
            FlushTimeout = options.FlushTimeout,
            RetryDelay = options.RetryDelay,
            MaxRetryDelay = options.MaxRetryDelay,
        };

        (string Name, string? Value) Variable(string name)
        {
            string ofLogs = $"OTEL_EXPORTER_OTLP_LOGS_{name}";
            string ofAll = $"OTEL_EXPORTER_OTLP_{name}";
            return TextOf(variable(ofLogs)) is { } value ? (ofLogs, value) : (ofAll, TextOf(variable(ofAll)));
        }
    }

    private static string? TextOf(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static OtlpProtocol ReadProtocol((string Name, string? Value) variable) => variable.Value?.ToLowerInvariant() switch
    {
        null or "grpc" => OtlpProtocol.Grpc,
        "http/protobuf" => OtlpProtocol.HttpProtobuf,
        _ => throw new ArgumentException($"{variable.Name} is '{variable.Value}': use grpc or http/protobuf."),
    };

    private static Uri ReadEndpoint(OtlpSinkOptions options, OtlpProtocol protocol, Func<string, string?> variable)
    {
        bool isHttp = protocol == OtlpProtocol.HttpProtobuf;
        if (options.Endpoint is { } endpoint)
        {
            Uri address = Check($"{nameof(OtlpSinkOptions)}.{nameof(OtlpSinkOptions.Endpoint)}", endpoint.OriginalString);
            return isHttp && address.AbsolutePath == "/" ? Append(address) : address;
        }

        if (TextOf(variable("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT")) is { } ofLogs)
            return Check("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", ofLogs);

        Uri ofAll = Check("OTEL_EXPORTER_OTLP_ENDPOINT", TextOf(variable("OTEL_EXPORTER_OTLP_ENDPOINT")) ?? (isHttp ? "http://localhost:4318" : "http://localhost:4317"));
        return isHttp ? Append(ofAll) : ofAll;

        static Uri Append(Uri address) => new UriBuilder(address) { Path = $"{address.AbsolutePath.TrimEnd('/')}/{LogsPath}" }.Uri;

        static Uri Check(string name, string value) =>
            Uri.TryCreate(value, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                ? address
                : throw new ArgumentException($"{name} is '{value}': use an absolute http or https address, such as http://localhost:4317.");
    }

    private static Dictionary<string, string> ReadHeaders(OtlpSinkOptions options, (string Name, string? Value) variable)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string pair in (variable.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // The value is not shown: it may be a secret.
            int equals = pair.IndexOf('=');
            if (equals <= 0)
                throw new ArgumentException($"{variable.Name} has a part that is no name=value pair: use name=value,name=value, percent-encoded.");

            headers[Uri.UnescapeDataString(pair[..equals].Trim())] = Uri.UnescapeDataString(pair[(equals + 1)..].Trim());
        }

        foreach ((string name, string value) in options.Headers)
            headers[name] = value;

        using var request = new HttpRequestMessage();
        foreach ((string name, string value) in headers)
        {
            try
            {
                request.Headers.Add(name, value);
            }
            catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
            {
                throw new ArgumentException($"The header '{name}' of {nameof(OtlpSinkOptions)}.{nameof(OtlpSinkOptions.Headers)} or {variable.Name} cannot be sent: {error.GetType().Name}. Give it a name and a value that HTTP allows.", error);
            }
        }

        return headers;
    }

    private static TimeSpan ReadTimeout((string Name, string? Value) variable)
    {
        if (variable.Value is null)
            return TimeSpan.FromSeconds(10);

        return int.TryParse(variable.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int milliseconds) && milliseconds is >= 1 and <= 3_600_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new ArgumentException($"{variable.Name} is '{variable.Value}': use milliseconds, from 1 to 3600000.");
    }

    private static bool ReadCompression((string Name, string? Value) variable) => variable.Value?.ToLowerInvariant() switch
    {
        null or "none" => false,
        "gzip" => true,
        _ => throw new ArgumentException($"{variable.Name} is '{variable.Value}': use gzip or none."),
    };

    private static void CheckBounds(OtlpSinkOptions options)
    {
        Check(nameof(options.MaxBatchRecords), options.MaxBatchRecords, options.MaxBatchRecords is >= 1 and <= 100_000, "from 1 to 100,000");
        Check(nameof(options.MaxBatchBytes), options.MaxBatchBytes, options.MaxBatchBytes is >= 1 and <= 64 << 20, "from 1 to 64 MiB");
        Check(nameof(options.BatchDelay), options.BatchDelay, options.BatchDelay >= TimeSpan.Zero && options.BatchDelay <= TimeSpan.FromMinutes(1), "from zero to 1 minute");
        Check(nameof(options.MaxQueueRecords), options.MaxQueueRecords, options.MaxQueueRecords >= 1, "at least 1");
        Check(nameof(options.MaxQueueBytes), options.MaxQueueBytes, options.MaxQueueBytes >= 1, "at least 1");
        Check(nameof(options.WriteTimeout), options.WriteTimeout, IsWait(options.WriteTimeout), "zero or more, at most 24 days, or Timeout.InfiniteTimeSpan");
        Check(nameof(options.FlushTimeout), options.FlushTimeout, IsWait(options.FlushTimeout), "zero or more, at most 24 days, or Timeout.InfiniteTimeSpan");
        Check(nameof(options.RetryDelay), options.RetryDelay, IsDelay(options.RetryDelay), "from 1 millisecond to 1 hour");
        Check(nameof(options.MaxRetryDelay), options.MaxRetryDelay, options.MaxRetryDelay >= options.RetryDelay && options.MaxRetryDelay <= s_hour, "from RetryDelay to 1 hour");
        Check(nameof(options.Timeout), options.Timeout, options.Timeout is null || IsDelay(options.Timeout.Value), "from 1 millisecond to 1 hour");

        static bool IsWait(TimeSpan value) => value == System.Threading.Timeout.InfiniteTimeSpan || (value >= TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue);

        static bool IsDelay(TimeSpan value) => value >= TimeSpan.FromMilliseconds(1) && value <= s_hour;

        static void Check(string name, object? value, bool isRight, string range)
        {
            if (!isRight)
                throw new ArgumentOutOfRangeException(name, value, $"{nameof(OtlpSinkOptions)}.{name} must be {range}.");
        }
    }
}
