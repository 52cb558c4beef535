using System.Net;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromGoBolt;

public sealed partial class GoBoltValueTests : GoBoltTable
{
    // row: Str
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogStr(ILogger logger, string v);

    [Fact]
    public void Str() => Same(
        """log.Info().Str("v", "").Msg("m")""",
        """{"level":"info","v":"","message":"m"}""",
        logger => LogStr(logger, ""));

    // row: Quotes and controls
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogQuotesAndControls(ILogger logger, string v);

    [Fact]
    public void Quotes_and_controls() => Same(
        """log.Info().Str("v", "\"\\\b\f\n\r\t").Msg("m")""",
        """{"level":"info","v":"\"\\\b\f\n\r\t","message":"m"}""",
        logger => LogQuotesAndControls(logger, "\"\\\b\f\n\r\t"));

    // row: Other controls
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogOtherControls(ILogger logger, string v);

    [Fact]
    public void Other_controls() => Same(
        """log.Info().Str("v", "\x0b\x1b").Msg("m")""",
        """{"level":"info","v":"\u000B\u001B","message":"m"}""",
        logger => LogOtherControls(logger, "\v\e"));

    // row: Markup
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogMarkup(ILogger logger, string v);

    [Fact]
    public void Markup() => Same(
        """log.Info().Str("v", "<a href='x'>&/").Msg("m")""",
        """{"level":"info","v":"<a href='x'>&/","message":"m"}""",
        logger => LogMarkup(logger, "<a href='x'>&/"));

    // row: Unicode
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogUnicode(ILogger logger, string v);

    [Fact]
    public void Unicode() => Same(
        """log.Info().Str("v", "日本😀𝄞").Msg("m")""",
        """{"level":"info","v":"日本😀𝄞","message":"m"}""",
        logger => LogUnicode(logger, "日本😀𝄞"));

    // row: No text
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogNoText(ILogger logger, string? v);

    [Fact]
    public void No_text() => Same(
        """log.Info().Stringer("v", nil).Msg("m")""",
        """{"level":"info","v":null,"message":"m"}""",
        logger => LogNoText(logger, null));

    // row: Int64
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogInt64(ILogger logger, long v);

    [Fact]
    public void Int64() => Same(
        """log.Info().Int64("v", math.MinInt64).Msg("m")""",
        """{"level":"info","v":-9223372036854775808,"message":"m"}""",
        logger => LogInt64(logger, long.MinValue));

    // row: Uint64
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogUint64(ILogger logger, ulong v);

    [Fact]
    public void Uint64() => Same(
        """log.Info().Uint64("v", math.MaxUint64).Msg("m")""",
        """{"level":"info","v":18446744073709551615,"message":"m"}""",
        logger => LogUint64(logger, ulong.MaxValue));

    // row: Int8
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogInt8(ILogger logger, sbyte v);

    [Fact]
    public void Int8() => Same(
        """log.Info().Int8("v", -128).Msg("m")""",
        """{"level":"info","v":-128,"message":"m"}""",
        logger => LogInt8(logger, sbyte.MinValue));

    // row: Bool
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogBool(ILogger logger, bool v);

    [Fact]
    public void Bool() => Same(
        """log.Info().Bool("v", true).Msg("m")""",
        """{"level":"info","v":true,"message":"m"}""",
        logger => LogBool(logger, true));

    // row: Float64
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogFloat64(ILogger logger, double v);

    [Fact]
    public void Float64() => Same(
        """log.Info().Float64("v", 99.99).Msg("m")""",
        """{"level":"info","v":99.99,"message":"m"}""",
        logger => LogFloat64(logger, 99.99));

    // row: A large Float64
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogALargeFloat64(ILogger logger, double v);

    [Fact]
    public void A_large_Float64() => Other(
        """log.Info().Float64("v", 1000000).Msg("m")""",
        """{"level":"info","v":1e+06,"message":"m"}""",
        logger => LogALargeFloat64(logger, 1000000.0));

    // row: Minus zero
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogMinusZero(ILogger logger, double v);

    [Fact]
    public void Minus_zero() => Same(
        """log.Info().Float64("v", math.Copysign(0, -1)).Msg("m")""",
        """{"level":"info","v":-0,"message":"m"}""",
        logger => LogMinusZero(logger, -0.0));

    // row: NaN
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogNaN(ILogger logger, double v);

    [Fact]
    public void NaN() => Same(
        """log.Info().Float64("v", math.NaN()).Msg("m")""",
        """{"level":"info","v":"NaN","message":"m"}""",
        logger => LogNaN(logger, double.NaN));

    // row: Infinity
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogInfinity(ILogger logger, double v);

    [Fact]
    public void Infinity() => Same(
        """log.Info().Float64("v", math.Inf(1)).Msg("m")""",
        """{"level":"info","v":"+Inf","message":"m"}""",
        logger => LogInfinity(logger, double.PositiveInfinity));

    // row: Time
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogTime(ILogger logger, DateTime v);

    [Fact]
    public void Time() => Same(
        """log.Info().Time("v", time.Date(2025, 7, 13, 15, 30, 0, 0, time.UTC)).Msg("m")""",
        """{"level":"info","v":"2025-07-13T15:30:00Z","message":"m"}""",
        logger => LogTime(logger, new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc)));

    // row: A local Time
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogALocalTime(ILogger logger, DateTimeOffset v);

    [Fact]
    public void A_local_Time() => Other(
        """log.Info().Time("v", time.Date(2025, 1, 2, 8, 34, 5, 0, time.FixedZone("", 19800))).Msg("m")""",
        """{"level":"info","v":"2025-01-02T08:34:05Z","message":"m"}""",
        logger => LogALocalTime(logger, new DateTimeOffset(2025, 1, 2, 8, 34, 5, TimeSpan.FromMinutes(330))));

    // row: The zero Time
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogTheZeroTime(ILogger logger, DateTime v);

    [Fact]
    public void The_zero_Time() => Other(
        """log.Info().Time("v", time.Time{}).Msg("m")""",
        """{"level":"info","v":"1-01-01T00:00:00Z","message":"m"}""",
        logger => LogTheZeroTime(logger, DateTime.MinValue));

    // row: Dur
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogDur(ILogger logger, TimeSpan v);

    [Fact]
    public void Dur() => Same(
        """log.Info().Dur("v", 5*time.Second).Msg("m")""",
        """{"level":"info","v":5000000000,"message":"m"}""",
        logger => LogDur(logger, TimeSpan.FromSeconds(5)));

    // row: IPAddr
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogIPAddr(ILogger logger, IPAddress? v);

    [Fact]
    public void IPAddr() => Same(
        """log.Info().IPAddr("v", net.ParseIP("192.168.1.1")).Msg("m")""",
        """{"level":"info","v":"192.168.1.1","message":"m"}""",
        logger => LogIPAddr(logger, IPAddress.Parse("192.168.1.1")));

    // row: A long IPAddr
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogALongIPAddr(ILogger logger, IPAddress v);

    [Fact]
    public void A_long_IPAddr() => Other(
        """log.Info().IPAddr("v", net.ParseIP("2001:db8::1")).Msg("m")""",
        """{"level":"info","v":"2001:0db8:0000:0000:0000:0000:0000:0001","message":"m"}""",
        logger => LogALongIPAddr(logger, IPAddress.Parse("2001:db8::1")));

    // row: Base64
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogBase64(ILogger logger, byte[] v);

    [Fact]
    public void Base64() => Same(
        """log.Info().Base64("v", []byte("test?>")).Msg("m")""",
        """{"level":"info","v":"dGVzdD8+","message":"m"}""",
        logger => LogBase64(logger, "test?>"u8.ToArray()));

    // row: Hex
    [LogEvent(LogLevel.Information, "m{v:x}")]
    private static partial void LogHex(ILogger logger, byte[] v);

    [Fact]
    public void Hex() => Same(
        """log.Info().Hex("v", []byte{0xDE, 0xAD, 0xBE, 0xEF}).Msg("mdeadbeef")""",
        """{"level":"info","v":"deadbeef","message":"mdeadbeef"}""",
        logger => LogHex(logger, [0xDE, 0xAD, 0xBE, 0xEF]));

    // row: Bytes
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogBytes(ILogger logger, ReadOnlySpan<byte> v);

    [Fact]
    public void Bytes() => Same(
        """log.Info().Bytes("v", []byte("text")).Msg("m")""",
        """{"level":"info","v":"text","message":"m"}""",
        logger => LogBytes(logger, "text"u8));

    // row: Ints
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogInts(ILogger logger, int[] v);

    [Fact]
    public void Ints() => Same(
        """log.Info().Ints("v", []int{-1, 0, 42}).Msg("m")""",
        """{"level":"info","v":[-1,0,42],"message":"m"}""",
        logger => LogInts(logger, [-1, 0, 42]));

    // row: Strs
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogStrs(ILogger logger, string[] v);

    [Fact]
    public void Strs() => Same(
        """log.Info().Strs("v", []string{`a"b`, `c\d`}).Msg("m")""",
        """{"level":"info","v":["a\"b","c\\d"],"message":"m"}""",
        logger => LogStrs(logger, ["a\"b", "c\\d"]));

    // row: Dict
    [LogEvent(LogLevel.Information, "m")]
    private static partial void LogDict(ILogger logger, [LogFields] (string name, int age) v);

    [Fact]
    public void Dict() => Same(
        """log.Info().Dict("v", func(e *bolt.Event) { e.Str("name", "alice").Int("age", 30) }).Msg("m")""",
        """{"level":"info","v":{"name":"alice","age":30},"message":"m"}""",
        logger => LogDict(logger, (name: "alice", age: 30)));
}
