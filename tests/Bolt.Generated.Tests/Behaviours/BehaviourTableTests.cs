using System.Diagnostics;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

/// <summary>The behaviours 1 to 42, end to end: a generated method, a logger, the bytes of the record. Rows 5, 6 and 35 on are about more than bytes and have tests of their own below; row 41, the console, stands beside that sink's tests.</summary>
public sealed class BehaviourTableTests
{
    public static TheoryData<int, string, Action<ILogger>, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string, Action<ILogger>, string>
            {
                { 1, "a field and a message", l => BehaviourEvents.Row1(l, "bar"), """{"level":"info","foo":"bar","message":"hello world"}""" },
                { 2, "an exception", l => BehaviourEvents.Row2(l, new InvalidOperationException("a wild error appeared")), """{"level":"error","error":"a wild error appeared","message":"something went wrong"}""" },
                { 3, "a null exception", l => BehaviourEvents.Row3(l, null), """{"level":"error","message":"m"}""" },
                { 4, "a bound field", l => BehaviourEvents.Row4(((BoltLogger)l).With("request_id", "123")), """{"level":"info","request_id":"123","message":"processing request"}""" },
                { 7, "an empty message", l => BehaviourEvents.Empty(l), """{"level":"info","message":""}""" },
            };
            void Value(int row, string name, Action<ILogger> write, string json) => rows.Add(row, name, write, $$"""{"level":"info","v":{{json}},"message":"m"}""");
            Value(8, "an empty value", l => BehaviourEvents.V(l, ""), "\"\"");
            Value(9, "short escapes", l => BehaviourEvents.V(l, "\"\\\b\f\n\r\t"), """
                "\"\\\b\f\n\r\t"
                """);
            Value(10, "other control characters", l => BehaviourEvents.V(l, "\0\u0001\u000B\u001B\u001F"), """
                "\u0000\u0001\u000B\u001B\u001F"
                """);
            Value(11, "DEL, C1, line separator, BOM", l => BehaviourEvents.V(l, "\u007F\u0080\u009F\u2028\uFEFF"), "\"\u007F\u0080\u009F\u2028\uFEFF\"");
            Value(12, "no HTML escaping", l => BehaviourEvents.V(l, "<a href='x'>&/"), "\"<a href='x'>&/\"");
            Value(13, "raw UTF-8", l => BehaviourEvents.V(l, "日本😀𝄞"), "\"日本😀𝄞\"");
            Value(14, "lone surrogates", l => BehaviourEvents.V(l, "a\uD800b\uDC00"), "\"a\uFFFDb\uFFFD\"");
            Value(14, "lone surrogates in an array", l => BehaviourEvents.V(l, ["a\uD800b\uDC00"]), "[\"a\uFFFDb\uFFFD\"]");
            Value(15, "UTF-8 text with an invalid byte", l => BehaviourEvents.Utf8(l, [(byte)'a', 0xFF, (byte)'b']), "\"a\uFFFDb\"");
            Value(16, "a null string", l => BehaviourEvents.V(l, (string?)null), "null");
            Value(17, "int -1", l => BehaviourEvents.V(l, -1), "-1");
            Value(17, "int 0", l => BehaviourEvents.V(l, 0), "0");
            Value(17, "int.MinValue", l => BehaviourEvents.V(l, int.MinValue), "-2147483648");
            Value(17, "long.MinValue", l => BehaviourEvents.V(l, long.MinValue), "-9223372036854775808");
            Value(17, "long.MaxValue", l => BehaviourEvents.V(l, long.MaxValue), "9223372036854775807");
            Value(17, "ulong.MaxValue", l => BehaviourEvents.V(l, ulong.MaxValue), "18446744073709551615");
            Value(17, "sbyte -128", l => BehaviourEvents.V(l, (sbyte)-128), "-128");
            Value(17, "Int128.MinValue", l => BehaviourEvents.V(l, Int128.MinValue), "-170141183460469231731687303715884105728");
            Value(17, "UInt128.MaxValue", l => BehaviourEvents.V(l, UInt128.MaxValue), "340282366920938463463374607431768211455");
            Value(17, "BigInteger", l => BehaviourEvents.V(l, BigInteger.Pow(10, 40)), "1" + new string('0', 40));
            Value(18, "true", l => BehaviourEvents.V(l, true), "true");
            Value(18, "false", l => BehaviourEvents.V(l, false), "false");
            Value(19, "99.99", l => BehaviourEvents.V(l, 99.99), "99.99");
            Value(19, "0.1", l => BehaviourEvents.V(l, 0.1), "0.1");
            Value(19, "1/3", l => BehaviourEvents.V(l, 1 / 3.0), "0.3333333333333333");
            Value(19, "the least double", l => BehaviourEvents.V(l, 5E-324), "5e-324");
            Value(19, "the greatest double", l => BehaviourEvents.V(l, double.MaxValue), "1.7976931348623157e+308");
            Value(20, "1000000", l => BehaviourEvents.V(l, 1000000.0), "1000000");
            Value(20, "123456789", l => BehaviourEvents.V(l, 123456789.0), "123456789");
            Value(20, "1e15", l => BehaviourEvents.V(l, 1e15), "1000000000000000");
            Value(21, "-0.0", l => BehaviourEvents.V(l, -0.0), "-0");
            Value(22, "NaN", l => BehaviourEvents.V(l, double.NaN), "\"NaN\"");
            Value(22, "+Inf", l => BehaviourEvents.V(l, double.PositiveInfinity), "\"+Inf\"");
            Value(22, "-Inf", l => BehaviourEvents.V(l, float.NegativeInfinity), "\"-Inf\"");
            Value(23, "float 0.1", l => BehaviourEvents.V(l, 0.1f), "0.1");
            Value(23, "Half 0.1", l => BehaviourEvents.V(l, (Half)0.1), "0.1");
            Value(24, "decimal keeps its scale", l => BehaviourEvents.V(l, 1.10m), "1.10");
            Value(25, "DateTime in UTC", l => BehaviourEvents.V(l, new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc)), "\"2025-07-13T15:30:00Z\"");
            Value(26, "ticks", l => BehaviourEvents.V(l, new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1234567)), "\"2025-01-02T03:04:05.1234567Z\"");
            Value(26, "trailing zeros trimmed", l => BehaviourEvents.V(l, new DateTime(2025, 1, 2, 3, 4, 5, 120, DateTimeKind.Utc)), "\"2025-01-02T03:04:05.12Z\"");
            Value(27, "an offset is converted", l => BehaviourEvents.V(l, new DateTimeOffset(2025, 1, 2, 8, 34, 5, TimeSpan.FromMinutes(330))), "\"2025-01-02T03:04:05Z\"");
            Value(27, "local time is converted", l => BehaviourEvents.V(l, new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc).ToLocalTime()), "\"2025-01-02T03:04:05Z\"");
            Value(27, "unspecified is taken as UTC", l => BehaviourEvents.V(l, new DateTime(2025, 1, 2, 3, 4, 5)), "\"2025-01-02T03:04:05Z\"");
            Value(28, "DateTime.MinValue", l => BehaviourEvents.V(l, DateTime.MinValue), "\"0001-01-01T00:00:00Z\"");
            Value(28, "DateTime.MaxValue", l => BehaviourEvents.V(l, DateTime.MaxValue), "\"9999-12-31T23:59:59.9999999Z\"");
            Value(29, "5 s", l => BehaviourEvents.V(l, TimeSpan.FromSeconds(5)), "5000000000");
            Value(29, "-1 s", l => BehaviourEvents.V(l, TimeSpan.FromSeconds(-1)), "-1000000000");
            Value(29, "no time", l => BehaviourEvents.V(l, TimeSpan.Zero), "0");
            Value(29, "TimeSpan.MaxValue", l => BehaviourEvents.V(l, TimeSpan.MaxValue), "922337203685477580700");
            Value(30, "IPv4", l => BehaviourEvents.V(l, IPAddress.Parse("192.168.1.1")), "\"192.168.1.1\"");
            Value(30, "no address", l => BehaviourEvents.V(l, (IPAddress?)null), "null");
            Value(30, "IPv4 in IPv6", l => BehaviourEvents.V(l, IPAddress.Parse("::ffff:1.2.3.4")), "\"1.2.3.4\"");
            Value(30, "IPv6", l => BehaviourEvents.V(l, IPAddress.Parse("2001:db8::1")), "\"2001:db8::1\"");
            rows.Add(31, "bytes as hex", l => BehaviourEvents.Hex(l, [0xDE, 0xAD, 0xBE, 0xEF]), """{"level":"info","v":"deadbeef","message":"deadbeef"}""");
            rows.Add(31, "no bytes as hex", l => BehaviourEvents.Hex(l, null), """{"level":"info","v":"","message":""}""");
            Value(31, "bytes as Base64", l => BehaviourEvents.Base64(l, "test?>"u8.ToArray()), "\"dGVzdD8+\"");
            Value(31, "no bytes as Base64", l => BehaviourEvents.Base64(l, null), "\"\"");
            Value(32, "int[]", l => BehaviourEvents.V(l, [-1, 0, 42]), "[-1,0,42]");
            Value(32, "an empty array", l => BehaviourEvents.V(l, Array.Empty<int>()), "[]");
            Value(32, "no array", l => BehaviourEvents.V(l, (int[]?)null), "[]");
            Value(32, "string[]", l => BehaviourEvents.V(l, ["a\"b", "c\\d"]), """["a\"b","c\\d"]""");
            Value(33, "an object", l => BehaviourEvents.Object(l, new BehaviourEvents.Person("alice", 30)), """{"name":"alice","age":30}""");
            Value(33, "no object", l => BehaviourEvents.Object(l, (BehaviourEvents.Person?)null), "null");
            Value(33, "a hidden and a null member", l => BehaviourEvents.Object(l, new BehaviourEvents.Nothing(1)), """{"always":null}""");
            Value(33, "an empty dictionary", l => BehaviourEvents.Dictionary(l, []), "{}");
            Value(33, "a nested object", l => BehaviourEvents.Object(l, new BehaviourEvents.Outer("val", new BehaviourEvents.Inner(1))), """{"key":"val","inner":{"n":1}}""");
            Value(34, "an enum by name", l => BehaviourEvents.V(l, DayOfWeek.Friday), "\"Friday\"");
            Value(34, "an undefined enum as a number", l => BehaviourEvents.V(l, (DayOfWeek)99), "99");
            Value(34, "Guid", l => BehaviourEvents.V(l, Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E")), "\"0f8fad5b-d9cb-469f-a165-70867728950e\"");
            Value(34, "char", l => BehaviourEvents.V(l, 'é'), "\"é\"");
            Value(34, "a null number", l => BehaviourEvents.V(l, (int?)null), "null");
            Value(34, "Uri", l => BehaviourEvents.V(l, new Uri("https://example.org/a b")), "\"https://example.org/a b\"");
            Value(34, "Type", l => BehaviourEvents.V(l, typeof(Uri)), "\"System.Uri\"");
            Value(35, "a value of 65,536 bytes", l => BehaviourEvents.V(l, new string('a', 65_536)), $"\"{new string('a', 65_536)}\"");
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row(int row, string name, Action<ILogger> write, string expected)
    {
        Assert.InRange(row, 1, 35);
        Assert.NotEmpty(name);
        Assert.Equal(expected, Recorder.Write(write));
    }

    [Fact]
    public void Row_5_trace_and_span_id_of_the_current_activity()
    {
        using var activity = new Activity("a");
        activity.SetParentId(ActivityTraceId.CreateFromString("0102030405060708090a0b0c0d0e0f10"), ActivitySpanId.CreateFromString("0102030405060708"));
        activity.Start();
        Assert.Equal(
            $$"""{"level":"info","trace_id":"0102030405060708090a0b0c0d0e0f10","span_id":"{{activity.SpanId}}","message":"processing request"}""",
            Recorder.Write(BehaviourEvents.Row4, RecordParts.TraceContext));
        activity.Stop();
        Assert.Equal("""{"level":"info","message":"processing request"}""", Recorder.Write(BehaviourEvents.Row4, RecordParts.TraceContext));
    }

    [Fact]
    public void Row_6_a_disabled_level_writes_and_allocates_nothing()
    {
        using var recorder = new Recorder(minimumLevel: LogLevel.Critical);
        BehaviourEvents.Row1(recorder.Logger, "bar");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
            BehaviourEvents.Row1(recorder.Logger, "bar");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(recorder.Records);
    }

    [Fact]
    public void Row_35_a_longer_value_is_cut_marked_counted_and_reported()
    {
        using var recorder = new Recorder();
        BehaviourEvents.V(recorder.Logger, new string('a', 65_537));
        BehaviourEvents.V(recorder.Logger, new string('é', 40_000));
        Assert.Equal($$"""{"level":"info","v":"{{new string('a', 65_536)}}","truncated":true,"message":"m"}""", recorder.Records[0]);
        Assert.Equal($$"""{"level":"info","v":"{{new string('é', 32_768)}}","truncated":true,"message":"m"}""", recorder.Records[1]);
        Assert.Equal(2, recorder.Errors.Count);
    }

    [Fact]
    public void Row_36_a_longer_message_is_cut_and_the_event_kept()
    {
        using var recorder = new Recorder();
        string text = new('b', 65_537);
        BehaviourEvents.Message(recorder.Logger, text);
        JsonElement record = JsonDocument.Parse(recorder.Records[0]).RootElement;
        Assert.Equal(text[..65_536], record.GetProperty("message").GetString());
        Assert.Equal(text[..65_536], record.GetProperty("text").GetString());
        Assert.Equal(["level", "text", "truncated", "message"], record.EnumerateObject().Select(static property => property.Name));
        Assert.NotEmpty(recorder.Errors);
    }

    [Fact]
    public void Row_37_a_key_that_cannot_be_one_is_left_out_and_reported_and_a_long_one_is_cut()
    {
        using var recorder = new Recorder();
        BehaviourEvents.Dictionary(recorder.Logger, new Dictionary<string, int> { [""] = 1, ["a\nb"] = 2, ["a\u007F"] = 3, ["ok"] = 4 });
        BehaviourEvents.Dictionary(recorder.Logger, new Dictionary<string, int> { [new string('k', 257)] = 5 });
        Assert.Equal("""{"level":"info","v":{"ok":4},"message":"m"}""", recorder.Records[0]);
        Assert.Equal($$"""{"level":"info","v":{"{{new string('k', 256)}}":5},"truncated":true,"message":"m"}""", recorder.Records[1]);
        Assert.Equal(4, recorder.Errors.Count);
    }

    [Fact]
    public void Row_38_of_a_bound_and_a_calls_own_field_the_calls_own_stands()
    {
        using var recorder = new Recorder();
        BehaviourEvents.V(recorder.Logger.With("v", "bound").With("w", 1), "call");
        Assert.Equal("""{"level":"info","w":1,"v":"call","message":"m"}""", recorder.Records[0]);
    }

    /// <summary>The end of the process after Critical is a child process in the runtime's tests; here, that Critical is drained without it.</summary>
    [Fact]
    public void Row_39_critical_is_written_before_its_call_returns()
    {
        var stream = new MemoryStream();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Include = RecordParts.None;
            options.Sinks.Add(new StreamSink(stream, leaveOpen: true));
        });
        BehaviourEvents.Row39(factory.CreateLogger("a"));
        Assert.Equal("{\"level\":\"fatal\",\"message\":\"m\"}\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Row_40_a_sink_that_throws_is_reported_once_per_event_from_100_threads_and_the_next_event_works()
    {
        int errors = 0;
        var sink = new BrokenSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.OnError = error => Interlocked.Add(ref errors, error.Exception is IOException ? error.RecordCount : 1_000);
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("a");
        Thread[] threads = [.. Enumerable.Range(0, 100).Select(_ => new Thread(() => BehaviourEvents.Row4(logger)))];
        foreach (Thread thread in threads)
            thread.Start();

        foreach (Thread thread in threads)
            thread.Join();

        Assert.Equal(100, errors);
        sink.IsBroken = false;
        BehaviourEvents.Row4(logger);
        Assert.Equal(1, sink.Written);
        Assert.Equal(100, errors);
    }

    [Fact]
    public void Row_42_of_two_sinks_the_second_gets_what_the_first_fails_to_take_and_all_errors_are_reported()
    {
        var errors = new List<LogError>();
        var good = new BrokenSink { IsBroken = false };
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.OnError = errors.Add;
            options.Sinks.Add(new BrokenSink());
            options.Sinks.Add(new BrokenSink());
            options.Sinks.Add(good);
        }))
        {
            BehaviourEvents.Row4(factory.CreateLogger("a"));
        }

        Assert.Equal(1, good.Written);
        Assert.Equal(2, errors.Count);
    }

    private sealed class BrokenSink : LogSink
    {
        internal bool IsBroken { get; set; } = true;

        internal int Written { get; private set; }

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            if (IsBroken)
                throw new IOException("broken");

            Written += count;
        }
    }
}
