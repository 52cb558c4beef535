using System.Net;
using System.Numerics;

namespace Bolt.Generated.Tests;

/// <summary>What ad-hoc calls write, beside what a log method writes of the same.</summary>
public sealed partial class AdHocRecordTests
{
    [Fact]
    public void A_call_writes_its_holes_as_fields_and_its_text_as_message()
    {
        long orderId = 4711;
        string user = "Ada \"the\" first";
        Assert.Equal(
            """{"level":"info","orderId":4711,"user":"Ada \"the\" first","message":"Order 4711 placed by Ada \"the\" first"}""",
            Recorder.Write(logger => logger.Info($"Order {orderId} placed by {user}")));
    }

    [Fact]
    public void A_record_is_a_log_methods_without_an_event()
    {
        int id = 7;
        string name = "x";
        using var recorder = new Recorder(RecordParts.Category | RecordParts.EventId | RecordParts.EventName);
        BoltLogger logger = recorder.Logger.With("request", "acme").With("name", "bound");
        using (logger.BeginScope(new Dictionary<string, object?> { ["request_id"] = 1, ["id"] = "of the scope" }))
        {
            Log.Method(logger, id, name, new InvalidOperationException("broken"));
            logger.Warn(new InvalidOperationException("broken"), $"{id} is {name}");
        }

        string[] records = recorder.Records;
        Assert.Equal(records[0].Replace("\"event\":\"Method\",", "", StringComparison.Ordinal), records[1]);
        Assert.Contains("\"request\":\"acme\",\"request_id\":1,\"id\":7,\"name\":\"x\",\"error\":\"broken\"", records[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_level_has_its_call()
    {
        using var recorder = new Recorder();
        BoltLogger logger = recorder.Logger;
        int x = 1;
        var e = new InvalidOperationException("e");
        logger.Trace($"{x}");
        logger.Debug($"{x}");
        logger.Info($"{x}");
        logger.Warn($"{x}");
        logger.Error($"{x}");
        logger.Critical($"{x}");
        logger.Trace(e, $"{x}");
        logger.Debug(e, $"{x}");
        logger.Info(e, $"{x}");
        logger.Warn(e, $"{x}");
        logger.Error(e, $"{x}");
        logger.Critical(e, $"{x}");
        string[] levels = ["trace", "debug", "info", "warn", "error", "fatal"];
        Assert.Equal(
            [
                .. levels.Select(level => $$"""{"level":"{{level}}","x":1,"message":"1"}"""),
                .. levels.Select(level => $$"""{"level":"{{level}}","x":1,"error":"e","message":"1"}"""),
            ],
            recorder.Records);
    }

    [Fact]
    public void Text_alone_and_nothing_at_all_are_messages()
    {
        Assert.Equal("""{"level":"info","message":"Started {}"}""", Recorder.Write(logger => logger.Info($"Started {{}}")));
        Assert.Equal("""{"level":"info","message":""}""", Recorder.Write(logger => logger.Info($"")));
    }

    [Fact]
    public void Values_have_the_bytes_of_a_log_methods()
    {
        var guid = new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        var moment = new DateTime(2026, 11, 23, 12, 30, 0, DateTimeKind.Utc);
        var offset = new DateTimeOffset(2026, 11, 23, 12, 30, 0, TimeSpan.FromHours(1));
        TimeSpan span = TimeSpan.FromSeconds(1.5);
        var date = new DateOnly(2026, 1, 2);
        bool yes = true;
        byte b = 1;
        long l = -5;
        double d = 0.1;
        decimal m = 12.50m;
        Int128 huge = Int128.MinValue;
        BigInteger big = BigInteger.Pow(7, 60);
        char c = 'c';
        DayOfWeek day = DayOfWeek.Friday;
        var undefined = (DayOfWeek)77;
        int? some = 3;
        int? none = null;
        DayOfWeek? someDay = DayOfWeek.Monday;
        string? missing = null;
        int[] ints = [1, 2];
        int[] noInts = null!;
        byte[] bytes = [0xDE, 0xAD];
        var uri = new Uri("https://example.org/a?b=c");
        var address = IPAddress.Loopback;
        var version = new Version(1, 2);
        ReadOnlyMemory<char> memory = "text".AsMemory();
        using var recorder = new Recorder();
        BoltLogger logger = recorder.Logger;
        Log.Scalars(logger, yes, b, l, d, m, huge, big, c, guid, moment, offset, span, date);
        logger.Info($"{yes}{b}{l}{d}{m}{huge}{big}{c}{guid}{moment}{offset}{span}{date}");
        Log.Others(logger, day, undefined, some, none, someDay, missing, ints, noInts, bytes, uri, address, version, memory);
        logger.Info($"{day}{undefined}{some}{none}{someDay}{missing}{ints}{noInts}{bytes}{uri}{address}{version}{memory}");
        Assert.Empty(recorder.Errors);
        string[] records = recorder.Records;
        Assert.Equal(4, records.Length);
        Assert.Equal(records[0], records[1]);
        Assert.Equal(records[2], records[3]);
    }

    [Fact]
    public void Spans_are_text()
    {
        Assert.Equal("\"line\":\"a\\\"b\",\"utf8\":\"é\",\"message\":\"a\\\"b|    é\"", Recorder.Fields(logger =>
        {
            ReadOnlySpan<char> line = "a\"b";
            ReadOnlySpan<byte> utf8 = "é"u8;
            logger.Info($"{line}|{utf8,5}");
        }));
    }

    [Fact]
    public void Formats_and_alignments_are_the_messages_alone()
    {
        double total = 1234.5;
        int? count = 7;
        string name = "x";
        DayOfWeek day = DayOfWeek.Friday;
        byte[] hash = [0xAB, 1];
        using var recorder = new Recorder();
        Log.Formats(recorder.Logger, total, count, name, day, hash);
        recorder.Logger.Info($"{total:N2}|{count,4:D2}|{name,-3}|{day:D}|{hash:x}");
        Assert.Equal(recorder.Records[0], recorder.Records[1]);
        Assert.Contains("\"total\":1234.5,\"count\":7,\"name\":\"x\",\"day\":\"Friday\",\"hash\":\"ab01\",\"message\":\"1,234.50|  07|x  |5|ab01\"", recorder.Records[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_are_base64_unless_their_format_says_x()
    {
        byte[] hash = [0xAB, 1];
        byte[]? none = null;
        Assert.Equal(
            "\"hash\":\"qwE=\",\"hash2\":\"ab01\",\"none\":\"\",\"message\":\"qwE=|  ab01|\"",
            Recorder.Fields(logger => logger.Info($"{hash}|{hash,6:@hash2:x}|{none}")));
    }

    [Fact]
    public void Values_of_types_unknown_to_the_encoder_are_written_as_foreign_calls_write_them()
    {
        object boxed = 5;
        var list = new List<string> { "a" };
        var map = new Dictionary<string, int> { ["k"] = 1 };
        (int, int) pair = (1, 2);
        Assert.Equal(
            """
            "boxed":5,"list":["a"],"map":{"k":1},"pair":"(1, 2)","message":"5 [\"a\"] {\"k\":1} (1, 2)"
            """.Trim(),
            Recorder.Fields(logger => logger.Info($"{boxed} {list} {map} {pair}")));
    }

    [Fact]
    public void A_value_that_throws_is_null_and_reported()
    {
        var bad = new Bad();
        using var recorder = new Recorder();
        recorder.Logger.Info($"{bad} and {bad.Number}");
        Assert.Equal("""{"level":"info","bad":null,"BadNumber":3,"message":"null and 3"}""", Assert.Single(recorder.Records));
        Assert.Single(recorder.Errors);
    }

    [Fact]
    public void Long_values_records_and_messages_are_cut_and_marked()
    {
        string text = new('x', 70_000);
        string record = new Func<string>(() =>
        {
            using var recorder = new Recorder();
            recorder.Logger.Info($"{text}");
            Assert.NotEmpty(recorder.Errors);
            return Assert.Single(recorder.Records);
        })();
        Assert.Contains(",\"truncated\":true,\"message\":\"", record, StringComparison.Ordinal);
        using var parsed = System.Text.Json.JsonDocument.Parse(record);
        Assert.Equal(65_536, parsed.RootElement.GetProperty("text").GetString()!.Length);
        Assert.Equal(65_536, parsed.RootElement.GetProperty("message").GetString()!.Length);
    }

    [Fact]
    public void More_holes_than_most_calls_have_are_no_trouble()
    {
        int a = 1;
        string fields = Recorder.Fields(logger => logger.Info(
            $"{a:@f0}{a:@f1}{a:@f2}{a:@f3}{a:@f4}{a:@f5}{a:@f6}{a:@f7}{a:@f8}{a:@f9}{a:@f10}{a:@f11}{a:@f12}{a:@f13}{a:@f14}{a:@f15}{a:@f16}{a:@f17}"));
        Assert.EndsWith("\"f17\":1,\"message\":\"111111111111111111\"", fields, StringComparison.Ordinal);
    }

    private sealed class Bad
    {
        public int Number => 3;

        public override string ToString() => throw new InvalidOperationException("no text");
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Warning, "{id} is {name}")]
        public static partial void Method(ILogger logger, int id, string name, Exception exception);

        [LogEvent(LogLevel.Information, "{yes}{b}{l}{d}{m}{huge}{big}{c}{guid}{moment}{offset}{span}{date}")]
        public static partial void Scalars(
            ILogger logger, bool yes, byte b, long l, double d, decimal m, Int128 huge, BigInteger big, char c, Guid guid, DateTime moment, DateTimeOffset offset, TimeSpan span, DateOnly date);

        [LogEvent(LogLevel.Information, "{day}{undefined}{some}{none}{someDay}{missing}{ints}{noInts}{bytes}{uri}{address}{version}{memory}")]
        public static partial void Others(
            ILogger logger,
            DayOfWeek day,
            DayOfWeek undefined,
            int? some,
            int? none,
            DayOfWeek? someDay,
            string? missing,
            int[] ints,
            int[] noInts,
            byte[] bytes,
            Uri uri,
            IPAddress address,
            Version version,
            ReadOnlyMemory<char> memory);

        [LogEvent(LogLevel.Information, "{total:N2}|{count,4:D2}|{name,-3}|{day:D}|{hash:x}")]
        public static partial void Formats(ILogger logger, double total, int? count, string name, DayOfWeek day, byte[] hash);
    }
}
