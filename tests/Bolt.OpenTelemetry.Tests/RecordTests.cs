using System.Diagnostics;
using System.Text;
using Bolt.OpenTelemetry.Tests.Receiver;
using Bolt.OpenTelemetry.Tests.Receiver.Proto;
using Microsoft.Extensions.Logging;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>What a record is on the other side.</summary>
public sealed class RecordTests
{
    private const string Head = "{\"time\":\"2026-11-23T12:30:00.1234567Z\",\"level\":\"info\"";

    [Theory]
    [InlineData(OtlpProtocol.Grpc)]
    [InlineData(OtlpProtocol.HttpProtobuf)]
    public async Task A_record_of_Bolt_s_arrives_with_its_parts_in_their_places(OtlpProtocol protocol)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol);
        DateTimeOffset before = DateTimeOffset.UtcNow;
        using (var activity = new Activity("work").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
            {
                options.Include |= RecordParts.EventId | RecordParts.ThreadId;
                options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Endpoint = receiver.Address, Protocol = protocol }));
            }))
                TestLog.OrderPaid(factory.CreateLogger("Shop.Orders"), 4711, 59.90m, "Łódź");

            ReceivedLog log = Assert.Single(await receiver.WaitForAsync(1));
            Assert.Equal("Shop.Orders", log.Scope.Name);
            Assert.Equal("OrderPaid", log.Record.EventName);
            Assert.Equal("Order 4711 paid: 59.90 in Łódź", log.Body);
            Assert.Equal(9, log.Record.SeverityNumber);
            Assert.Equal(4711, log["OrderId"].IntValue);
            Assert.Equal(59.90, log["Amount"].DoubleValue);
            Assert.Equal("Łódź", log["City"].StringValue);
            Assert.Equal(17, log["event_id"].IntValue);
            Assert.Equal(Environment.CurrentManagedThreadId, log["thread.id"].IntValue);
            Assert.Equal(activity.TraceId.ToHexString(), Convert.ToHexStringLower(log.Record.TraceId.Span));
            Assert.Equal(activity.SpanId.ToHexString(), Convert.ToHexStringLower(log.Record.SpanId.Span));
            Assert.Equal(5, log.Record.Attributes.Count);
            Assert.InRange(TimeOf(log.Record.TimeUnixNano), before, DateTimeOffset.UtcNow);
            Assert.InRange(TimeOf(log.Record.ObservedTimeUnixNano), TimeOf(log.Record.TimeUnixNano), DateTimeOffset.UtcNow);
        }
    }

    [Fact]
    public async Task The_time_is_the_record_s_to_a_tenth_of_a_microsecond()
    {
        ReceivedLog log = await SendAsync($"{Head},\"message\":\"m\"}}");
        Assert.Equal((ulong)(new DateTimeOffset(2026, 11, 23, 12, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds() * 1_000_000_000) + 123_456_700, log.Record.TimeUnixNano);
    }

    [Theory]
    [InlineData("trace", 1, "Trace")]
    [InlineData("debug", 5, "Debug")]
    [InlineData("info", 9, "Information")]
    [InlineData("warn", 13, "Warning")]
    [InlineData("error", 17, "Error")]
    [InlineData("fatal", 21, "Critical")]
    public async Task A_level_is_a_severity(string level, int number, string text)
    {
        ReceivedLog log = await SendAsync($"{{\"level\":\"{level}\",\"message\":\"m\"}}");
        Assert.Equal(number, log.Record.SeverityNumber);
        Assert.Equal(text, log.Record.SeverityText);
    }

    [Fact]
    public async Task A_level_that_nobody_knows_is_an_attribute_and_no_severity()
    {
        ReceivedLog log = await SendAsync("""{"level":"loud","message":"m"}""");
        Assert.Equal(0, log.Record.SeverityNumber);
        Assert.Empty(log.Record.SeverityText);
        Assert.Equal("loud", log["level"].StringValue);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-7", -7)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public async Task A_whole_number_of_64_bits_is_an_integer(string json, long value) =>
        Assert.Equal(new AnyValue { IntValue = value }, (await SendAsync($"{Head},\"v\":{json}}}"))["v"]);

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("-1.25e-7", -1.25e-7)]
    [InlineData("1E+300", 1E+300)]
    public async Task A_number_with_a_fraction_is_floating_point(string json, double value) =>
        Assert.Equal(new AnyValue { DoubleValue = value }, (await SendAsync($"{Head},\"v\":{json}}}"))["v"]);

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-170141183460469231731687303715884105728")]
    public async Task A_whole_number_that_is_too_long_is_its_digits(string json) =>
        Assert.Equal(new AnyValue { StringValue = json }, (await SendAsync($"{Head},\"v\":{json}}}"))["v"]);

    [Fact]
    public async Task Truth_and_text_keep_their_types()
    {
        ReceivedLog log = await SendAsync(Head + ""","yes":true,"no":false,"text":"a\"\n\u00e9 😀","empty":"","digits":"42","nothing":null}""");
        Assert.Equal(new AnyValue { BoolValue = true }, log["yes"]);
        Assert.Equal(new AnyValue { BoolValue = false }, log["no"]);
        Assert.Equal(new AnyValue { StringValue = "a\"\né 😀" }, log["text"]);
        Assert.Equal(new AnyValue { StringValue = "" }, log["empty"]);
        Assert.Equal(new AnyValue { StringValue = "42" }, log["digits"]);
        Assert.Equal(AnyValue.ValueOneofCase.None, log["nothing"].ValueCase);
    }

    [Fact]
    public async Task An_array_keeps_the_type_of_each_element()
    {
        AnyValue value = (await SendAsync(Head + ""","v":[1,2.5,"three",true,null]}"""))["v"];
        Assert.Equal(
            [new AnyValue { IntValue = 1 }, new AnyValue { DoubleValue = 2.5 }, new AnyValue { StringValue = "three" }, new AnyValue { BoolValue = true }, new AnyValue()],
            value.ArrayValue.Values);
    }

    [Fact]
    public async Task An_object_is_a_list_of_keys_and_values_to_the_third_level_and_text_below()
    {
        AnyValue value = (await SendAsync(Head + ""","v":{"a":1,"b":{"c":[2],"d":{"e":true,"f":{"g":"deep"}}}}}"""))["v"];
        Assert.Equal(1, Of(value, "a").IntValue);
        AnyValue b = Of(value, "b");
        Assert.Equal(2, Assert.Single(Of(b, "c").ArrayValue.Values).IntValue);
        Assert.True(Of(Of(b, "d"), "e").BoolValue);
        Assert.Equal("""{"g":"deep"}""", Of(Of(b, "d"), "f").StringValue);

        static AnyValue Of(AnyValue list, string key) => Assert.Single(list.KvlistValue.Values, pair => pair.Key == key).Value;
    }

    [Fact]
    public async Task What_is_nested_in_an_array_is_its_JSON()
    {
        AnyValue value = (await SendAsync(Head + ""","v":[{"a":1},[2,3]]}"""))["v"];
        Assert.Equal([new AnyValue { StringValue = """{"a":1}""" }, new AnyValue { StringValue = "[2,3]" }], value.ArrayValue.Values);
    }

    [Fact]
    public async Task An_exception_has_the_names_of_the_semantic_conventions()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Endpoint = receiver.Address, Protocol = OtlpProtocol.HttpProtobuf }))))
        {
            try
            {
                throw new InvalidOperationException("no stock");
            }
            catch (InvalidOperationException error)
            {
                TestLog.Failed(factory.CreateLogger("Shop"), error);
            }
        }

        ReceivedLog log = Assert.Single(await receiver.WaitForAsync(1));
        Assert.Equal(17, log.Record.SeverityNumber);
        Assert.Equal("System.InvalidOperationException", log["exception.type"].StringValue);
        Assert.Equal("no stock", log["exception.message"].StringValue);
        Assert.Contains(nameof(An_exception_has_the_names_of_the_semantic_conventions), log["exception.stacktrace"].StringValue);
        Assert.DoesNotContain(log.Record.Attributes, static pair => pair.Key.StartsWith("error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_without_trace_has_none_even_where_an_activity_runs()
    {
        using Activity activity = new Activity("other").SetIdFormat(ActivityIdFormat.W3C).Start();
        ReceivedLog log = await SendAsync($"{Head},\"message\":\"m\"}}");
        Assert.Empty(log.Record.TraceId);
        Assert.Empty(log.Record.SpanId);
        Assert.Equal(0u, log.Record.Flags);
    }

    [Fact]
    public async Task A_malformed_trace_is_an_attribute()
    {
        ReceivedLog log = await SendAsync(Head + ""","trace_id":"0AF7651916CD43DD8448EB211C80319C","span_id":"b7ad6b7169203331"}""");
        Assert.Equal("0AF7651916CD43DD8448EB211C80319C", log["trace_id"].StringValue);
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("""{"level":"info","message":"torn""")]
    [InlineData("""{"level":"info"} and more""")]
    [InlineData("""["level","info"]""")]
    [InlineData("""{"level":"info","v":"\ud800"}""")]
    public async Task A_line_that_is_no_record_is_a_body_as_it_is(string line)
    {
        ReceivedLog log = await SendAsync(line);
        Assert.Equal(line, log.Body);
        Assert.Equal(0, log.Record.SeverityNumber);
        Assert.Equal(0ul, log.Record.TimeUnixNano);
        Assert.NotEqual(0ul, log.Record.ObservedTimeUnixNano);
        Assert.Empty(log.Record.Attributes);
    }

    [Fact]
    public async Task A_record_without_message_has_no_body()
    {
        ReceivedLog log = await SendAsync($"{Head},\"v\":1}}");
        Assert.Null(log.Record.Body);
        Assert.Single(log.Record.Attributes);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_do_not_stop_the_rest()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        using (var sink = new OtlpSink(new OtlpSinkOptions { Endpoint = receiver.Address, Protocol = OtlpProtocol.HttpProtobuf }))
            sink.Write([0xFF, 0xFE, (byte)'\n', .. Encoding.UTF8.GetBytes("{\"message\":\"after\"}\n")], 2);

        Assert.Equal(["\uFFFD\uFFFD", "after"], (await receiver.WaitForAsync(2)).Select(static log => log.Body));
    }

    [Theory]
    [InlineData(OtlpProtocol.Grpc, false)]
    [InlineData(OtlpProtocol.Grpc, true)]
    [InlineData(OtlpProtocol.HttpProtobuf, false)]
    [InlineData(OtlpProtocol.HttpProtobuf, true)]
    public async Task A_record_of_a_mebibyte_arrives_whole(OtlpProtocol protocol, bool gzip)
    {
        string text = new('x', (1 << 20) - 100);
        ReceivedLog log = await SendAsync($"{Head},\"v\":\"{text}\"}}", protocol, options => options.Gzip = gzip);
        Assert.Equal(text, log["v"].StringValue);
    }

    [Fact]
    public async Task The_resource_is_that_of_the_options()
    {
        ReceivedLog log = await SendAsync($"{Head}}}", OtlpProtocol.Grpc, static options =>
        {
            options.ServiceName = "shop";
            options.ResourceAttributes["deployment.environment.name"] = "test";
            options.ResourceAttributes["shard"] = 7L;
        });
        Dictionary<string, AnyValue> resource = log.Resource.Attributes.ToDictionary(static pair => pair.Key, static pair => pair.Value);
        Assert.Equal("shop", resource["service.name"].StringValue);
        Assert.Equal("test", resource["deployment.environment.name"].StringValue);
        Assert.Equal(7, resource["shard"].IntValue);
        Assert.Equal("opentelemetry", resource["telemetry.sdk.name"].StringValue);
    }

    [Fact]
    public async Task Records_of_several_categories_come_each_under_its_own_scope()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        using (var sink = new OtlpSink(new OtlpSinkOptions { Endpoint = receiver.Address }))
            sink.Write("{\"category\":\"A\",\"message\":\"1\"}\n{\"category\":\"B\",\"message\":\"2\"}\n{\"category\":\"A\",\"message\":\"3\"}\n{\"message\":\"4\"}\n"u8, 4);

        ReceivedLog[] logs = await receiver.WaitForAsync(4);
        Assert.Equal(["1A", "2B", "3A", "4"], logs.Select(static log => log.Body + log.Scope.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1, receiver.Requests);
    }

    private static async Task<ReceivedLog> SendAsync(string line, OtlpProtocol protocol = OtlpProtocol.HttpProtobuf, Action<OtlpSinkOptions>? configure = null)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol);
        var options = new OtlpSinkOptions { Endpoint = receiver.Address, Protocol = protocol };
        configure?.Invoke(options);
        using (var sink = new OtlpSink(options))
            sink.Write(Encoding.UTF8.GetBytes(line + "\n"), 1);

        return Assert.Single(await receiver.WaitForAsync(1));
    }

    private static DateTimeOffset TimeOf(ulong nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks((long)nanoseconds / 100);
}
