using System.Text;
using System.Text.Json;
using Bolt.Sinks;
using Xunit;

namespace Bolt.Runtime.Tests;

public sealed class ShapedSinkTests
{
    private const string Whole =
        """{"time":"2026-11-23T12:30:00.0000000Z","level":"error","category":"Shop","event_id":7,"event":"OrderFailed","OrderId":4711,"Item":"a\"b","error":"no stock","error_type":"System.InvalidOperationException","error_stack":"System.InvalidOperationException: no stock","thread_id":3,"call_site":"Shop.cs:12 (Pay)","trace_id":"0102030405060708090a0b0c0d0e0f10","span_id":"0102030405060708","truncated":true,"message":"Order 4711 failed"}""";

    [Theory]
    [InlineData(
        Whole,
        """{"level":"error","timestamp":"2026-11-23T12:30:00.0000000Z","category":"Shop","event_id":7,"event":"OrderFailed","OrderId":4711,"Item":"a\"b","error":"no stock","error_type":"System.InvalidOperationException","stack":"System.InvalidOperationException: no stock","thread_id":3,"caller":"Shop.cs:12 (Pay)","trace_id":"0102030405060708090a0b0c0d0e0f10","span_id":"0102030405060708","truncated":true,"message":"Order 4711 failed"}""")]
    [InlineData("""{"level":"info","foo":"bar","message":"hello world"}""", """{"level":"info","foo":"bar","message":"hello world"}""")]
    [InlineData("""{"level":"info","message":""}""", """{"level":"info","message":""}""")]
    [InlineData(
        """{"level":"info","timestamp":1,"stack":[],"caller":{},"callers":2,"message":"m"}""",
        """{"level":"info","timestamp_":1,"stack_":[],"caller_":{},"callers":2,"message":"m"}""")]
    public void Go_Bolts_lines_begin_with_the_level_and_have_its_keys(string record, string line) => AssertShape(RecordShape.GoBolt, record, line);

    [Theory]
    [InlineData(
        Whole,
        """{"@t":"2026-11-23T12:30:00.0000000Z","@m":"Order 4711 failed","@i":"OrderFailed","@l":"Error","@x":"System.InvalidOperationException: no stock","@tr":"0102030405060708090a0b0c0d0e0f10","@sp":"0102030405060708","SourceContext":"Shop","ThreadId":3,"event_id":7,"OrderId":4711,"Item":"a\"b","error":"no stock","error_type":"System.InvalidOperationException","call_site":"Shop.cs:12 (Pay)","truncated":true}""")]
    [InlineData("""{"time":"t","level":"info","message":"m"}""", """{"@t":"t","@m":"m"}""")]
    [InlineData("""{"time":"t","level":"trace","message":"m"}""", """{"@t":"t","@m":"m","@l":"Verbose"}""")]
    [InlineData("""{"time":"t","level":"debug","message":"m"}""", """{"@t":"t","@m":"m","@l":"Debug"}""")]
    [InlineData("""{"time":"t","level":"warn","message":"m"}""", """{"@t":"t","@m":"m","@l":"Warning"}""")]
    [InlineData("""{"time":"t","level":"fatal","message":"m"}""", """{"@t":"t","@m":"m","@l":"Fatal"}""")]
    [InlineData("""{"time":"t","level":"odd","message":"m"}""", """{"@t":"t","@m":"m","@l":"odd"}""")]
    [InlineData("""{"time":"t","level":"info","error":"no stock","message":"m"}""", """{"@t":"t","@m":"m","@x":"no stock"}""")]
    [InlineData(
        """{"time":"t","level":"info","@t":1,"@":2,"a@b":3,"SourceContext":4,"ThreadId":5,"message":"m"}""",
        """{"@t":"t","@m":"m","@@t":1,"@@":2,"a@b":3,"SourceContext_":4,"ThreadId_":5}""")]
    public void Serilogs_lines_have_its_keys_and_levels(string record, string line) => AssertShape(RecordShape.SerilogCompact, record, line);

    [Theory]
    [InlineData(
        Whole,
        """{"@timestamp":"2026-11-23T12:30:00.0000000Z","log.level":"error","message":"Order 4711 failed","ecs.version":"8.11.0","log.logger":"Shop","event.code":"7","event.action":"OrderFailed","error.message":"no stock","error.type":"System.InvalidOperationException","error.stack_trace":"System.InvalidOperationException: no stock","process.thread.id":3,"trace.id":"0102030405060708090a0b0c0d0e0f10","span.id":"0102030405060708","labels":{"OrderId":4711,"Item":"a\"b","call_site":"Shop.cs:12 (Pay)","truncated":true}}""")]
    [InlineData("""{"level":"info","message":"m"}""", """{"log.level":"info","message":"m","ecs.version":"8.11.0"}""")]
    [InlineData(
        """{"level":"info","a":{"b":1},"c":[1,2],"d":[[{}]],"e":null,"message":"m"}""",
        """{"log.level":"info","message":"m","ecs.version":"8.11.0","labels":{"c":[1,2],"e":null},"metadata":{"a":{"b":1},"d":[[{}]]}}""")]
    [InlineData(
        """{"level":"info","http.request.method":"GET","labels":1,"url.path":"/","log.level":2,"trace.id":3,"message":"m"}""",
        """{"log.level":"info","message":"m","ecs.version":"8.11.0","http.request.method":"GET","url.path":"/","log.level_":2,"trace.id_":3,"labels":{"labels":1}}""")]
    public void Elastics_lines_have_the_keys_of_its_schema(string record, string line) => AssertShape(RecordShape.Ecs, record, line);

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("{\"level\":\"info\"")]
    [InlineData("{\"level\":\"info\",}")]
    [InlineData("{\"level\":\"info\"} x")]
    [InlineData("{\"a\":\"\u0001\"}")]
    public void A_line_that_is_no_JSON_object_is_passed_on_as_it_is(string line)
    {
        Assert.All(Enum.GetValues<RecordShape>(), shape => Assert.Equal(line + "\n", Shaped(shape, line + "\n")));
    }

    [Fact]
    public void Each_line_of_a_batch_is_one_line_in_the_same_order()
    {
        Assert.Equal(
            "{\"@t\":\"1\",\"@m\":\"a\"}\nbad\n{\"@t\":\"2\",\"@m\":\"b\"}\n",
            Shaped(RecordShape.SerilogCompact, "{\"time\":\"1\",\"message\":\"a\"}\nbad\n{\"time\":\"2\",\"message\":\"b\"}\n"));
        Assert.Equal("{\"message\":\"a\"}", Shaped(RecordShape.GoBolt, "{\"message\":\"a\"}"));
    }

    [Fact]
    public void Values_are_copied_byte_for_byte()
    {
        const string Value = """{"n":1.10,"big":922337203685477580700,"e":1E+5,"s":"\u001B日本😀\/","o":[ 1 , {"x" : null} ]}""";
        foreach (var shape in Enum.GetValues<RecordShape>())
            Assert.Contains($"\"v\":{Value}", Shaped(shape, $$"""{"level":"info","v":{{Value}},"message":"m"}""" + "\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_keys_of_the_same_name_none_is_lost()
    {
        Assert.Equal("{\"level\":\"info\",\"level\":1,\"message\":\"m\"}\n", Shaped(RecordShape.GoBolt, "{\"level\":\"info\",\"level\":1,\"message\":\"m\"}\n"));
    }

    [Fact]
    public void A_record_of_many_fields_and_a_batch_of_many_records_fit()
    {
        var fields = string.Concat(Enumerable.Range(0, 1000).Select(static i => $"\"k{i}\":{i},"));
        var record = $"{{\"level\":\"info\",{fields}\"message\":\"m\"}}\n";
        Assert.Equal(string.Concat(Enumerable.Repeat(record, 20)), Shaped(RecordShape.GoBolt, string.Concat(Enumerable.Repeat(record, 20))));
    }

    [Fact]
    public void Every_line_is_valid_JSON_without_a_key_twice()
    {
        foreach (var shape in Enum.GetValues<RecordShape>())
        {
            using var document = JsonDocument.Parse(Shaped(shape, Whole + "\n"));
            var keys = document.RootElement.EnumerateObject().Select(static property => property.Name).ToList();
            Assert.Equal(keys.Distinct(), keys);
        }
    }

    [Fact]
    public void The_inner_sink_gets_the_count_the_flushes_and_the_end_and_says_whether_it_may_block()
    {
        var inner = new Inner();
        var sink = new ShapedSink(inner, RecordShape.GoBolt);
        Assert.False(sink.MayBlock);

        sink.Write("{}\n{}\n"u8, 2);
        sink.Flush();
        sink.Dispose();

        Assert.Equal(["{}\n{}\n", "count 2", "flush", "dispose"], inner.Calls);
    }

    [Fact]
    public void A_failure_of_the_inner_sink_reaches_the_caller_and_the_next_batch_is_whole()
    {
        var inner = new Inner { Failure = new IOException("full") };
        using var sink = new ShapedSink(inner, RecordShape.GoBolt);
        Assert.Same(inner.Failure, Assert.Throws<IOException>(() => sink.Write("{\"message\":\"lost\"}\n"u8, 1)));

        inner.Failure = null;
        sink.Write("{\"message\":\"kept\"}\n"u8, 1);
        Assert.Equal(["{\"message\":\"kept\"}\n", "count 1"], inner.Calls);
    }

    [Fact]
    public void A_bad_argument_names_itself()
    {
        Assert.Equal("inner", Assert.Throws<ArgumentNullException>(static () => new ShapedSink(null!, RecordShape.Ecs)).ParamName);
        var error = Assert.Throws<ArgumentOutOfRangeException>(static () => new ShapedSink(new Inner(), (RecordShape)3));
        Assert.Contains("GoBolt, SerilogCompact or Ecs", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RecordShape.GoBolt)]
    [InlineData(RecordShape.SerilogCompact)]
    [InlineData(RecordShape.Ecs)]
    public void Nothing_is_allocated_per_record(RecordShape shape)
    {
        using var sink = new ShapedSink(new StreamSink(Stream.Null), shape);
        var records = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Whole + "\n", 10)));
        AllocationAssert.None(() => sink.Write(records, 10));
    }

    private static void AssertShape(RecordShape shape, string record, string line) => Assert.Equal(line + "\n", Shaped(shape, record + "\n"));

    private static string Shaped(RecordShape shape, string records)
    {
        using var stream = new MemoryStream();
        using var sink = new ShapedSink(new StreamSink(stream), shape);
        sink.Write(Encoding.UTF8.GetBytes(records), 1);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Inner : LogSink
    {
        public List<string> Calls { get; } = [];

        public Exception? Failure { get; set; }

        public override bool MayBlock => false;

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            if (Failure is not null)
                throw Failure;
            Calls.Add(Encoding.UTF8.GetString(records));
            Calls.Add($"count {count}");
        }

        public override void Flush() => Calls.Add("flush");

        protected override void Dispose(bool disposing) => Calls.Add("dispose");
    }
}
