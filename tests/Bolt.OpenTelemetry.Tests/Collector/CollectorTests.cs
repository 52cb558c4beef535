using System.Diagnostics;
using System.IO.Enumeration;
using Bolt.OpenTelemetry.Tests.Receiver;
using Bolt.OpenTelemetry.Tests.Receiver.Proto;
using Bolt.Sinks;

namespace Bolt.OpenTelemetry.Tests.Collector;

/// <summary>The configurations in ops/collector, as far as they can be held to something without a collector.</summary>
public sealed class CollectorTests
{
    /// <summary>Of the contrib distribution.</summary>
    private static readonly Dictionary<string, string[]> s_components = new()
    {
        ["extensions"] = ["file_storage"],
        ["receivers"] = ["otlp", "file_log", "kafka"],
        ["processors"] = ["memory_limiter"],
        ["exporters"] = ["otlp_http", "kafka"],
    };

    [Theory]
    [InlineData("agent.yaml", "loki.yaml")]
    [InlineData("agent.yaml", "kafka.yaml")]
    [InlineData("gateway.yaml")]
    public void Every_component_is_used_declared_and_of_a_kind_that_there_is(params string[] files)
    {
        CollectorConfiguration configuration = CollectorConfiguration.Read(files);
        foreach ((string section, string[] kinds) in s_components)
        {
            Assert.Equal(configuration.Declared(section).Order(StringComparer.Ordinal), configuration.Used(section).Order(StringComparer.Ordinal));
            Assert.All(configuration.Declared(section), name => Assert.Contains(name.Split('/')[0], kinds));
        }

        Assert.NotEmpty(configuration.Used("receivers"));
        Assert.NotEmpty(configuration.Used("exporters"));
    }

    [Theory]
    [InlineData("loki.yaml", "otlp_http/loki")]
    [InlineData("kafka.yaml", "kafka")]
    public void What_cannot_be_sent_is_kept_in_the_storage_for_as_long_as_it_takes(string file, string exporter)
    {
        CollectorConfiguration configuration = CollectorConfiguration.Read("agent.yaml", file);
        Assert.Contains((string)configuration["exporters", exporter, "sending_queue", "storage"]!, configuration.Used("extensions"));
        Assert.Equal("0", configuration["exporters", exporter, "retry_on_failure", "max_elapsed_time"]);
        Assert.Contains((string)configuration["receivers", "file_log", "storage"]!, configuration.Used("extensions"));
        Assert.Equal("0", configuration["receivers", "file_log", "retry_on_failure", "max_elapsed_time"]);
    }

    [Fact]
    public void A_batch_fits_a_message_of_Kafka_s_and_a_fetch_of_the_gateway_s()
    {
        CollectorConfiguration agent = CollectorConfiguration.Read("agent.yaml", "kafka.yaml");
        CollectorConfiguration gateway = CollectorConfiguration.Read("gateway.yaml");
        long batch = Number(agent, "exporters", "kafka", "sending_queue", "batch", "max_size");
        long message = Number(agent, "exporters", "kafka", "producer", "max_message_bytes");
        Assert.InRange(batch, 1 << 20, message / 2);
        Assert.InRange(Number(gateway, "receivers", "kafka", "max_partition_fetch_size"), message, int.MaxValue);
        Assert.Equal([(string)agent["exporters", "kafka", "logs", "topic"]!], (List<object>)gateway["receivers", "kafka", "logs", "topics"]!);
        Assert.Equal(agent["exporters", "kafka", "logs", "encoding"], gateway["receivers", "kafka", "logs", "encoding"]);
    }

    [Theory]
    [InlineData("app.log", true)]
    [InlineData("app.20261123.log", true)]
    [InlineData("app.20261123.1.log", true)]
    [InlineData("app.log.gz", false)]
    public void The_files_of_a_FileSink_are_read(string name, bool isRead)
    {
        string pattern = CollectorConfiguration.AtDefaults((string)Assert.Single((List<object>)CollectorConfiguration.Read("agent.yaml")["receivers", "file_log", "include"]!));
        Assert.Equal("/var/log/bolt", Path.GetDirectoryName(pattern));
        Assert.Equal(isRead, FileSystemName.MatchesSimpleExpression(Path.GetFileName(pattern), name, ignoreCase: false));
    }

    [Fact]
    public void Addresses_are_those_that_an_OtlpSink_sends_to_and_Loki_takes_OTLP_at()
    {
        CollectorConfiguration agent = CollectorConfiguration.Read("agent.yaml", "loki.yaml");
        Assert.Equal("http://" + agent["receivers", "otlp", "protocols", "grpc", "endpoint"] + "/", OtlpSettings.Read(new OtlpSinkOptions(), static _ => null).Endpoint.AbsoluteUri);
        Assert.Equal("http://" + agent["receivers", "otlp", "protocols", "http", "endpoint"] + "/v1/logs", OtlpSettings.Read(new OtlpSinkOptions { Protocol = OtlpProtocol.HttpProtobuf }, static _ => null).Endpoint.AbsoluteUri);
        Assert.Equal("http://loki:3100/otlp", CollectorConfiguration.AtDefaults((string)agent["exporters", "otlp_http/loki", "endpoint"]!));
    }

    [Theory]
    [InlineData("trace", 1)]
    [InlineData("debug", 5)]
    [InlineData("info", 9)]
    [InlineData("warn", 13)]
    [InlineData("error", 17)]
    [InlineData("fatal", 21)]
    [InlineData("loud", 0)]
    public void A_level_is_a_severity(string level, int severity)
    {
        FileLogEntry entry = Operators().Run($"{{\"level\":\"{level}\",\"message\":\"m\"}}");
        Assert.Equal(severity, entry.Severity);
        Assert.Equal(level, entry.SeverityText);
        Assert.Equal("m", entry.Body);
        Assert.Empty(entry.Attributes);
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("{\"level\":\"info\",\"torn")]
    [InlineData("[1,2]")]
    public void A_line_that_is_no_record_is_a_body_as_it_is(string line)
    {
        FileLogEntry entry = Operators().Run(line);
        Assert.Equal(line, entry.Body);
        Assert.Empty(entry.Attributes);
        Assert.Equal(0, entry.Severity);
    }

    [Fact]
    public async Task A_collector_makes_of_a_file_what_a_sink_sends()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("app.log");
        using (Activity activity = new Activity("work").SetIdFormat(ActivityIdFormat.W3C).Start())
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Include |= RecordParts.EventId | RecordParts.ThreadId;
            options.Sinks.Add(new FileSink(path));
            options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Endpoint = receiver.Address, Protocol = OtlpProtocol.HttpProtobuf }));
        }))
        {
            BoltLogger logger = factory.CreateLogger("Shop.Orders");
            TestLog.OrderPaid(logger, 9007199254740993, 59.90m, "Łódź");
            TestLog.Failed(logger, new InvalidOperationException("no \"stock\""));
        }

        string[] lines = File.ReadAllLines(path);
        ReceivedLog[] sent = await receiver.WaitForAsync(2);
        Assert.Equal(2, lines.Length);
        for (int i = 0; i < lines.Length; i++)
            AssertSame(sent[i], Operators().Run(lines[i]));
    }

    private static void AssertSame(ReceivedLog sent, FileLogEntry read)
    {
        // Operators have no way to OTLP's event name; it stays an attribute.
        Assert.True(read.Attributes.Remove("event.name", out object? name));
        Assert.Equal(sent.Record.EventName, name);
        Assert.Equal(sent.Body, read.Body);
        Assert.Equal(sent.Scope.Name, read.Scope);
        Assert.Equal(sent.Record.SeverityNumber, read.Severity);
        Assert.Equal(sent.Record.TimeUnixNano, (ulong)(read.Time!.Value - DateTimeOffset.UnixEpoch).Ticks * 100);
        Assert.Equal(Convert.ToHexStringLower(sent.Record.TraceId.Span), read.TraceId);
        Assert.Equal(Convert.ToHexStringLower(sent.Record.SpanId.Span), read.SpanId);
        Assert.Equal(
            sent.Record.Attributes.Select(static pair => (pair.Key, ValueOf(pair.Value))).OrderBy(static pair => pair.Key, StringComparer.Ordinal),
            read.Attributes.Select(static pair => (pair.Key, pair.Value)).OrderBy(static pair => pair.Key, StringComparer.Ordinal));
    }

    private static object? ValueOf(AnyValue value) => value.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.IntValue => value.IntValue,
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue,
        _ => null,
    };

    private static FileLogOperators Operators() => new((List<object>)CollectorConfiguration.Read("agent.yaml")["receivers", "file_log", "operators"]!);

    private static long Number(CollectorConfiguration configuration, params string[] path) => long.Parse((string)configuration[path]!, System.Globalization.CultureInfo.InvariantCulture);
}
