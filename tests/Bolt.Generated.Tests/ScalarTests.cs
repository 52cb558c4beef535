using System.Globalization;
using System.Net;
using System.Numerics;

namespace Bolt.Generated.Tests;

public sealed partial class ScalarTests
{
    [Fact]
    public void Integers_are_written_at_their_limits()
    {
        Assert.Equal("""
            "i8":-128,"u8":255,"i16":-32768,"u16":65535,"i32":-2147483648,"u32":4294967295,"i64":-9223372036854775808,"u64":18446744073709551615,"ni":-5,"nu":5,"message":"-128 255 -32768 65535 -2147483648 4294967295 -9223372036854775808 18446744073709551615 -5 5"
            """.Trim(), Recorder.Fields(l => Log.Integers(l, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, -5, 5)));
    }

    [Fact]
    public void Wide_numbers_are_numbers() => Assert.Equal(
        "\"a\":-170141183460469231731687303715884105728,\"b\":340282366920938463463374607431768211455,\"c\":1208925819614629174706176,\"message\":\"-170141183460469231731687303715884105728 340282366920938463463374607431768211455 1208925819614629174706176\"",
        Recorder.Fields(l => Log.Wide(l, Int128.MinValue, UInt128.MaxValue, BigInteger.Pow(2, 80))));

    [Fact]
    public void Fractions_round_trip() => Assert.Equal(
        "\"h\":0.5,\"f\":0.1,\"d\":99.99,\"m\":1.10,\"message\":\"0.5 0.1 99.99 1.10\"",
        Recorder.Fields(l => Log.Fractions(l, (Half)0.5, 0.1f, 99.99, 1.10m)));

    [Fact]
    public void Not_a_number_is_a_string_in_the_field_and_bare_in_the_message() => Assert.Equal(
        "\"h\":\"+Inf\",\"f\":\"-Inf\",\"d\":\"NaN\",\"m\":0,\"message\":\"+Inf -Inf NaN 0\"",
        Recorder.Fields(l => Log.Fractions(l, Half.PositiveInfinity, float.NegativeInfinity, double.NaN, 0m)));

    [Fact]
    public void Texts_are_escaped_once() => Assert.Equal(
        "\"b\":true,\"c\":\"\\\"\",\"s\":\"a\\\"b\\n\",\"message\":\"true \\\" a\\\"b\\n\"",
        Recorder.Fields(l => Log.Texts(l, true, '"', "a\"b\n")));

    [Fact]
    public void A_null_string_is_null() => Assert.Equal("\"b\":false,\"c\":\"é\",\"s\":null,\"message\":\"false é null\"", Recorder.Fields(l => Log.Texts(l, false, 'é', null)));

    [Fact]
    public void Times_are_utc_and_durations_are_nanoseconds() => Assert.Equal(
        "\"dt\":\"2025-07-13T15:30:00Z\",\"dto\":\"2025-01-02T03:04:05Z\",\"day\":\"2025-01-02\",\"at\":\"08:09:10.5\",\"span\":5000000000,\"message\":\"2025-07-13T15:30:00Z 2025-01-02T03:04:05Z 2025-01-02 08:09:10.5 5000000000\"",
        Recorder.Fields(l => Log.Times(
            l,
            new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc),
            new DateTimeOffset(2025, 1, 2, 8, 34, 5, new TimeSpan(5, 30, 0)),
            new DateOnly(2025, 1, 2),
            new TimeOnly(8, 9, 10, 500),
            TimeSpan.FromSeconds(5))));

    [Fact]
    public void Identities_are_text() => Assert.Equal(
        "\"g\":\"0123456789abcdef0123456789abcdef\",\"uri\":\"http://x/ü\",\"v\":\"1.2.3\",\"ip\":\"192.168.1.1\",\"t\":\"System.String\",\"message\":\"\"".Replace("0123456789abcdef0123456789abcdef", "01234567-89ab-cdef-0123-456789abcdef", StringComparison.Ordinal),
        Recorder.Fields(l => Log.Identities(l, new Guid("0123456789abcdef0123456789abcdef"), new Uri("http://x/ü"), new Version(1, 2, 3), IPAddress.Parse("192.168.1.1"), typeof(string))));

    [Fact]
    public void Null_identities_are_null() => Assert.Equal(
        "\"g\":\"00000000-0000-0000-0000-000000000000\",\"uri\":null,\"v\":null,\"ip\":null,\"t\":null,\"message\":\"\"",
        Recorder.Fields(l => Log.Identities(l, default, null, null, null, null)));

    [Fact]
    public void Null_nullables_are_null() => Assert.Equal(
        "\"b\":null,\"i\":null,\"d\":null,\"g\":null,\"color\":null,\"big\":null,\"t\":null,\"message\":\"null null  null\"",
        Recorder.Fields(l => Log.Nullables(l, null, null, null, null, null, null, null)));

    [Fact]
    public void Nullables_with_values_are_the_values() => Assert.Equal(
        "\"b\":true,\"i\":42,\"d\":1.5,\"g\":\"00000000-0000-0000-0000-000000000000\",\"color\":\"Green\",\"big\":7,\"t\":100,\"message\":\"true Green    42\"",
        Recorder.Fields(l => Log.Nullables(l, true, 42, 1.5, Guid.Empty, Color.Green, BigInteger.One * 7, TimeSpan.FromTicks(1))));

    [Theory]
    [InlineData(Color.Red, "\"Red\"")]
    [InlineData(Color.Green, "\"Green\"")]
    [InlineData((Color)5, "5")]
    [InlineData((Color)(-3), "-3")]
    public void An_enum_is_its_name_or_its_number(Color color, string expected) =>
        Assert.Equal($"\"color\":{expected},\"message\":\"{expected.Trim('"')}\"", Recorder.Fields(l => Log.OneColor(l, color)));

    [Fact]
    public void Flags_are_written_as_ToString_joins_them()
    {
        for (int bits = -4; bits <= 40; bits++)
        {
            var access = (Access)bits;
            string text = access.ToString();
            string expected = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : $"\"{text}\"";
            Assert.Equal($"\"access\":{expected},\"message\":\"{text}\"", Recorder.Fields(l => Log.OneAccess(l, access)));
        }
    }

    [Fact]
    public void Flags_of_every_underlying_type_are_written_as_ToString_joins_them()
    {
        foreach (Wide value in new[] { Wide.Top, Wide.Top | Wide.Low, Wide.Low, default, (Wide)(1UL << 40), (Wide)ulong.MaxValue })
        {
            string text = value.ToString();
            string expected = char.IsDigit(text[0]) ? text : $"\"{text}\"";
            Assert.Equal($"\"wide\":{expected},\"message\":\"{text}\"", Recorder.Fields(l => Log.OneWide(l, value)));
        }
    }

    [Fact]
    public void Format_and_alignment_change_the_message_only() => Assert.Equal(
        "\"d\":1234.5,\"i\":42,\"s\":\"ab\",\"at\":\"2025-07-13T15:30:00Z\",\"color\":\"Red\",\"message\":\"1,234.50 [   42] [ab   ] 15:30 [0] 1234.5\"",
        Recorder.Fields(l => Log.Formatted(l, 1234.5, 42, "ab", new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc), Color.Red)));

    [Fact]
    public void The_culture_of_the_thread_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var custom = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            custom.NumberFormat.NumberDecimalSeparator = ",";
            custom.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = custom;
            Assert.Equal(
                "\"d\":-1234.5,\"i\":-42,\"s\":null,\"at\":\"0001-01-01T00:00:00Z\",\"color\":\"Red\",\"message\":\"-1,234.50 [  -42] [null ] 00:00 [0] -1234.5\"",
                Recorder.Fields(l => Log.Formatted(l, -1234.5, -42, null, default, Color.Red)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_object_is_written_by_its_run_time_type()
    {
        Assert.Equal("\"o\":42,\"message\":\"42\"", Recorder.Fields(l => Log.Anything(l, 42)));
        Assert.Equal("\"o\":null,\"message\":\"null\"", Recorder.Fields(l => Log.Anything(l, null)));
        Assert.Equal("\"o\":[1,2],\"message\":\"[1,2]\"", Recorder.Fields(l => Log.Anything(l, new[] { 1, 2 })));
    }

    [Fact]
    public void A_dynamic_value_is_written_by_its_run_time_type() => Assert.Equal("\"o\":\"x\",\"message\":\"x\"", Recorder.Fields(l => Log.Dynamic(l, "x")));

    [Fact]
    public void A_type_with_nothing_but_ToString_is_its_text() => Assert.Equal("\"pair\":\"(1, a)\",\"message\":\"(1, a)\"", Recorder.Fields(l => Log.Tuple(l, (1, "a"))));

    public enum Color
    {
        Red,
        Green,
    }

    [Flags]
    public enum Access
    {
        None,
        Read = 1,
        Write = 2,
        ReadWrite = 3,
        Delete = 8,
        Alias = 8,
        High = 32,
    }

    [Flags]
    public enum Wide : ulong
    {
        Low = 1,
        Top = 1UL << 63,
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "{i8} {u8} {i16} {u16} {i32} {u32} {i64} {u64} {ni} {nu}")]
        public static partial void Integers(ILogger logger, sbyte i8, byte u8, short i16, ushort u16, int i32, uint u32, long i64, ulong u64, nint ni, nuint nu);

        [LogEvent(LogLevel.Information, "{a} {b} {c}")]
        public static partial void Wide(ILogger logger, Int128 a, UInt128 b, BigInteger c);

        [LogEvent(LogLevel.Information, "{h} {f} {d} {m}")]
        public static partial void Fractions(ILogger logger, Half h, float f, double d, decimal m);

        [LogEvent(LogLevel.Information, "{b} {c} {s}")]
        public static partial void Texts(ILogger logger, bool b, char c, string? s);

        [LogEvent(LogLevel.Information, "{dt} {dto} {day} {at} {span}")]
        public static partial void Times(ILogger logger, DateTime dt, DateTimeOffset dto, DateOnly day, TimeOnly at, TimeSpan span);

        [LogEvent(LogLevel.Information)]
        public static partial void Identities(ILogger logger, Guid g, Uri? uri, Version? v, IPAddress? ip, Type? t);

        [LogEvent(LogLevel.Information, "{b} {color} {i,5}")]
        public static partial void Nullables(ILogger logger, bool? b, int? i, double? d, Guid? g, Color? color, BigInteger? big, TimeSpan? t);

        [LogEvent(LogLevel.Information, "{color}")]
        public static partial void OneColor(ILogger logger, Color color);

        [LogEvent(LogLevel.Information, "{access}")]
        public static partial void OneAccess(ILogger logger, Access access);

        [LogEvent(LogLevel.Information, "{wide}")]
        public static partial void OneWide(ILogger logger, Wide wide);

        [LogEvent(LogLevel.Information, "{d:N2} [{i,5}] [{s,-5}] {at:HH:mm} [{color:D}] {d}")]
        public static partial void Formatted(ILogger logger, double d, int i, string? s, DateTime at, Color color);

        [LogEvent(LogLevel.Information, "{o}")]
        public static partial void Anything(ILogger logger, object? o);

        [LogEvent(LogLevel.Information, "{o}")]
        public static partial void Dynamic(ILogger logger, dynamic? o);

        [LogEvent(LogLevel.Information, "{pair}")]
        public static partial void Tuple(ILogger logger, (int Number, string Text) pair);
    }
}
