namespace Bolt.OpenTelemetry.Tests;

/// <summary>What options and environment say together.</summary>
public sealed class OtlpSettingsTests
{
    [Fact]
    public void Without_anything_it_is_gRPC_to_this_machine()
    {
        OtlpSettings settings = Read();
        Assert.Equal(OtlpProtocol.Grpc, settings.Protocol);
        Assert.Equal("http://localhost:4317/", settings.Endpoint.AbsoluteUri);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.Timeout);
        Assert.False(settings.Gzip);
        Assert.False(settings.IsDisabled);
        Assert.Empty(settings.Headers);
    }

    [Fact]
    public void Over_HTTP_the_default_has_the_path_of_logs() =>
        Assert.Equal("http://localhost:4318/v1/logs", Read(static options => options.Protocol = OtlpProtocol.HttpProtobuf).Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("http://collector:4318", "http://collector:4318/v1/logs")]
    [InlineData("http://collector:4318/", "http://collector:4318/v1/logs")]
    [InlineData("https://collector/otlp/v1/logs", "https://collector/otlp/v1/logs")]
    public void An_address_in_code_gets_a_path_only_if_it_has_none(string address, string expected) =>
        Assert.Equal(expected, Read(options =>
        {
            options.Protocol = OtlpProtocol.HttpProtobuf;
            options.Endpoint = new Uri(address);
        }).Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("http://collector:4318/otlp", "http://collector:4318/otlp/v1/logs")]
    [InlineData("http://collector:4318/otlp/", "http://collector:4318/otlp/v1/logs")]
    public void The_address_of_all_signals_always_gets_the_path_of_logs(string address, string expected) =>
        Assert.Equal(expected, Read(null, ("OTEL_EXPORTER_OTLP_ENDPOINT", address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")).Endpoint.AbsoluteUri);

    [Fact]
    public void The_variables_of_logs_win_over_those_of_all_signals()
    {
        OtlpSettings settings = Read(
            null,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:1"),
            ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://logs:2/in"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
            ("OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "1"),
            ("OTEL_EXPORTER_OTLP_LOGS_TIMEOUT", "2500"),
            ("OTEL_EXPORTER_OTLP_COMPRESSION", "none"),
            ("OTEL_EXPORTER_OTLP_LOGS_COMPRESSION", "gzip"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "a=1"),
            ("OTEL_EXPORTER_OTLP_LOGS_HEADERS", "b=2"));
        Assert.Equal("http://logs:2/in", settings.Endpoint.AbsoluteUri);
        Assert.Equal(OtlpProtocol.HttpProtobuf, settings.Protocol);
        Assert.Equal(TimeSpan.FromSeconds(2.5), settings.Timeout);
        Assert.True(settings.Gzip);
        Assert.Equal([new("b", "2")], settings.Headers);
    }

    [Fact]
    public void Code_wins_over_the_environment()
    {
        OtlpSettings settings = Read(
            static options =>
            {
                options.Endpoint = new Uri("http://code:1");
                options.Protocol = OtlpProtocol.Grpc;
                options.Timeout = TimeSpan.FromSeconds(3);
                options.Gzip = false;
                options.Headers["A"] = "code";
            },
            ("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "http://logs:2"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "1"),
            ("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "a=environment,b=environment"));
        Assert.Equal("http://code:1/", settings.Endpoint.AbsoluteUri);
        Assert.Equal(OtlpProtocol.Grpc, settings.Protocol);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.Timeout);
        Assert.False(settings.Gzip);
        Assert.Equal("code", settings.Headers["a"]);
        Assert.Equal("environment", settings.Headers["b"]);
    }

    [Fact]
    public void Headers_are_split_before_they_are_decoded() =>
        Assert.Equal([new("k1", "a,b=c"), new("k2", "x=y")], Read(null, ("OTEL_EXPORTER_OTLP_HEADERS", " k1 = a%2Cb%3Dc , k2=x=y, ")).Headers);

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "http/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "http://localhost:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "ftp://collector", "absolute http")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "ten", "milliseconds")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "0", "milliseconds")]
    [InlineData("OTEL_EXPORTER_OTLP_COMPRESSION", "zstd", "gzip or none")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "=x", "name=value")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "no pair", "name=value")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "bad name=x", "HTTP allows")]
    [InlineData("OTEL_EXPORTER_OTLP_CLIENT_KEY", "key.pem", "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE")]
    [InlineData("OTEL_EXPORTER_OTLP_CERTIFICATE", "/no/such/file.pem", "PEM file")]
    public void A_variable_that_cannot_be_used_is_named_with_the_remedy(string name, string value, string remedy)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Read(null, (name, value)));
        Assert.Contains(name, error.Message);
        Assert.Contains(remedy, error.Message);
    }

    [Fact]
    public void A_header_s_value_is_in_no_error()
    {
        Assert.DoesNotContain("s3cret", Assert.Throws<ArgumentException>(() => Read(null, ("OTEL_EXPORTER_OTLP_HEADERS", "s3cret"))).Message);
        Assert.DoesNotContain("s3cret", Assert.Throws<ArgumentException>(() => Read(static options => options.Headers["Authorization"] = "s3cret\n")).Message);
    }

    [Fact]
    public void An_option_out_of_its_range_is_named()
    {
        Check(nameof(OtlpSinkOptions.MaxBatchRecords), static options => options.MaxBatchRecords = 0);
        Check(nameof(OtlpSinkOptions.MaxBatchBytes), static options => options.MaxBatchBytes = (64 << 20) + 1);
        Check(nameof(OtlpSinkOptions.BatchDelay), static options => options.BatchDelay = TimeSpan.FromTicks(-1));
        Check(nameof(OtlpSinkOptions.MaxQueueRecords), static options => options.MaxQueueRecords = 0);
        Check(nameof(OtlpSinkOptions.MaxQueueBytes), static options => options.MaxQueueBytes = 0);
        Check(nameof(OtlpSinkOptions.WriteTimeout), static options => options.WriteTimeout = TimeSpan.FromSeconds(-2));
        Check(nameof(OtlpSinkOptions.FlushTimeout), static options => options.FlushTimeout = TimeSpan.MaxValue);
        Check(nameof(OtlpSinkOptions.RetryDelay), static options => options.RetryDelay = TimeSpan.Zero);
        Check(nameof(OtlpSinkOptions.MaxRetryDelay), static options => options.MaxRetryDelay = TimeSpan.FromMilliseconds(199));
        Check(nameof(OtlpSinkOptions.Timeout), static options => options.Timeout = TimeSpan.FromHours(2));
        Check(nameof(OtlpSinkOptions.Protocol), static options => options.Protocol = (OtlpProtocol)7);

        static void Check(string name, Action<OtlpSinkOptions> configure)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Read(configure));
            Assert.Equal(name, error.ParamName);
            Assert.Contains($"OtlpSinkOptions.{name}", error.Message);
        }
    }

    [Fact]
    public void The_ends_of_the_ranges_are_in_them() => Read(static options =>
    {
        options.MaxBatchRecords = 1;
        options.MaxBatchBytes = 64 << 20;
        options.BatchDelay = TimeSpan.Zero;
        options.MaxQueueRecords = 1;
        options.MaxQueueBytes = 1;
        options.WriteTimeout = Timeout.InfiniteTimeSpan;
        options.FlushTimeout = TimeSpan.Zero;
        options.RetryDelay = options.MaxRetryDelay = TimeSpan.FromHours(1);
        options.Timeout = TimeSpan.FromMilliseconds(1);
    });

    private static OtlpSettings Read(Action<OtlpSinkOptions>? configure = null, params (string Name, string Value)[] environment)
    {
        var options = new OtlpSinkOptions();
        configure?.Invoke(options);
        return OtlpSettings.Read(options, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
    }
}
