using System.Globalization;
using System.Net;
using System.Numerics;

namespace Bolt.Runtime.Tests;

/// <summary>The byte-exact specification of values, row by row, through <see cref="ValueBuffer.Object"/> and through the typed writers.</summary>
public sealed class BehaviourTableTests
{
    [Flags]
    public enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
        Both = 3,
        Execute = 4,
    }

    public static TheoryData<int, string, object?, string> Rows => new()
    {
        { 8, "empty string", "", "\"\"" },
        { 9, "short escapes", "\"\\\b\f\n\r\t", """
            "\"\\\b\f\n\r\t"
            """ },
        { 10, "other control characters in upper-case hexadecimal", "\0\u0001\u000B\u001B\u001F", """
            "\u0000\u0001\u000B\u001B\u001F"
            """ },
        { 11, "DEL, C1, line separator and BOM raw", "\u007F\u0080\u009F\u2028\uFEFF", "\"\u007F\u0080\u009F\u2028\uFEFF\"" },
        { 12, "no HTML escaping", "<a href='x'>&/", "\"<a href='x'>&/\"" },
        { 13, "raw UTF-8", "日本😀𝄞", "\"日本😀𝄞\"" },
        { 14, "lone surrogates", "a\uD800b\uDC00", "\"a\uFFFDb\uFFFD\"" },
        { 16, "null", null, "null" },
        { 17, "int -1", -1, "-1" },
        { 17, "int 0", 0, "0" },
        { 17, "int min", int.MinValue, "-2147483648" },
        { 17, "int max", int.MaxValue, "2147483647" },
        { 17, "uint max", uint.MaxValue, "4294967295" },
        { 17, "long min", long.MinValue, "-9223372036854775808" },
        { 17, "long max", long.MaxValue, "9223372036854775807" },
        { 17, "ulong max", ulong.MaxValue, "18446744073709551615" },
        { 17, "sbyte min", sbyte.MinValue, "-128" },
        { 17, "byte max", byte.MaxValue, "255" },
        { 17, "short min", short.MinValue, "-32768" },
        { 17, "ushort max", ushort.MaxValue, "65535" },
        { 17, "Int128 min", Int128.MinValue, "-170141183460469231731687303715884105728" },
        { 17, "UInt128 max", UInt128.MaxValue, "340282366920938463463374607431768211455" },
        { 17, "BigInteger", BigInteger.Pow(10, 40), "10000000000000000000000000000000000000000" },
        { 17, "BigInteger negative", -BigInteger.Pow(2, 127), "-170141183460469231731687303715884105728" },
        { 18, "true", true, "true" },
        { 18, "false", false, "false" },
        { 19, "double 99.99", 99.99, "99.99" },
        { 19, "double 0.1", 0.1, "0.1" },
        { 19, "double 1/3", 1 / 3.0, "0.3333333333333333" },
        { 19, "double least", 5E-324, "5e-324" },
        { 19, "double greatest", double.MaxValue, "1.7976931348623157e+308" },
        { 20, "double 1000000", 1000000.0, "1000000" },
        { 20, "double 123456789", 123456789.0, "123456789" },
        { 20, "double 1e15", 1e15, "1000000000000000" },
        { 21, "double -0", -0.0, "-0" },
        { 21, "float -0", -0.0f, "-0" },
        { 21, "half -0", Half.NegativeZero, "-0" },
        { 22, "double NaN", double.NaN, "\"NaN\"" },
        { 22, "double +Inf", double.PositiveInfinity, "\"+Inf\"" },
        { 22, "double -Inf", double.NegativeInfinity, "\"-Inf\"" },
        { 22, "float NaN", float.NaN, "\"NaN\"" },
        { 22, "float -Inf", float.NegativeInfinity, "\"-Inf\"" },
        { 22, "half +Inf", Half.PositiveInfinity, "\"+Inf\"" },
        { 23, "float 0.1", 0.1f, "0.1" },
        { 23, "half 0.1", (Half)0.1, "0.1" },
        { 24, "decimal keeps its scale", 1.10m, "1.10" },
        { 24, "decimal 0.00", 0.00m, "0.00" },
        { 24, "decimal -0.5", -0.5m, "-0.5" },
        { 24, "decimal max", decimal.MaxValue, "79228162514264337593543950335" },
        { 24, "decimal least", new decimal(1, 0, 0, false, 28), "0.0000000000000000000000000001" },
        { 25, "DateTime", new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc), "\"2025-07-13T15:30:00Z\"" },
        { 26, "DateTime with ticks", new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1234567), "\"2025-01-02T03:04:05.1234567Z\"" },
        { 26, "DateTime .12", new DateTime(2025, 1, 2, 3, 4, 5, 120, DateTimeKind.Utc), "\"2025-01-02T03:04:05.12Z\"" },
        { 27, "DateTimeOffset", new DateTimeOffset(2025, 1, 2, 8, 34, 5, new TimeSpan(5, 30, 0)), "\"2025-01-02T03:04:05Z\"" },
        { 27, "DateTime of unspecified kind", new DateTime(2025, 1, 2, 3, 4, 5), "\"2025-01-02T03:04:05Z\"" },
        { 27, "DateTime local", new DateTime(2025, 1, 2, 3, 4, 5, DateTimeKind.Utc).ToLocalTime(), "\"2025-01-02T03:04:05Z\"" },
        { 28, "DateTime min", DateTime.MinValue, "\"0001-01-01T00:00:00Z\"" },
        { 28, "DateTime max", DateTime.MaxValue, "\"9999-12-31T23:59:59.9999999Z\"" },
        { 29, "TimeSpan 5 s", TimeSpan.FromSeconds(5), "5000000000" },
        { 29, "TimeSpan -1 s", TimeSpan.FromSeconds(-1), "-1000000000" },
        { 29, "TimeSpan 0", TimeSpan.Zero, "0" },
        { 29, "TimeSpan max", TimeSpan.MaxValue, "922337203685477580700" },
        { 29, "TimeSpan min", TimeSpan.MinValue, "-922337203685477580800" },
        { 30, "IPv4", IPAddress.Parse("192.168.1.1"), "\"192.168.1.1\"" },
        { 30, "IPv4 widest", IPAddress.Broadcast, "\"255.255.255.255\"" },
        { 30, "IPv4 mapped to IPv6", IPAddress.Parse("::ffff:1.2.3.4"), "\"1.2.3.4\"" },
        { 30, "IPv6", IPAddress.Parse("2001:0db8::1"), "\"2001:db8::1\"" },
        { 30, "IPv6 any", IPAddress.IPv6Any, "\"::\"" },
        { 30, "IPv6 with scope", IPAddress.Parse("fe80::1%3"), "\"fe80::1%3\"" },
        { 30, "IPv6, one zero group is not compressed", IPAddress.Parse("2001:db8:0:1:1:1:1:1"), "\"2001:db8:0:1:1:1:1:1\"" },
        { 30, "IPv6, first of two equal runs is compressed", IPAddress.Parse("2001:db8:0:0:1:0:0:1"), "\"2001:db8::1:0:0:1\"" },
        { 31, "bytes as Base64", "test?>"u8.ToArray(), "\"dGVzdD8+\"" },
        { 31, "no bytes", Array.Empty<byte>(), "\"\"" },
        { 32, "ints", new[] { -1, 0, 42 }, "[-1,0,42]" },
        { 32, "no ints", Array.Empty<int>(), "[]" },
        { 32, "strings", new[] { "a\"b", "c\\d" }, """["a\"b","c\\d"]""" },
        { 32, "list", new List<object?> { 1, null, "x", new[] { 2.5 } }, """[1,null,"x",[2.5]]""" },
        { 32, "set", new HashSet<long> { 7 }, "[7]" },
        { 33, "object", new Dictionary<string, object?> { ["name"] = "alice", ["age"] = 30 }, """{"name":"alice","age":30}""" },
        { 33, "empty object", new Dictionary<string, object?>(), "{}" },
        { 33, "nested object", new Dictionary<string, object?> { ["key"] = "val", ["inner"] = new Dictionary<string, int> { ["n"] = 1 } }, """{"key":"val","inner":{"n":1}}""" },
        { 33, "pairs", new[] { KeyValuePair.Create("a", (object?)1), KeyValuePair.Create("b", (object?)null) }, """{"a":1,"b":null}""" },
        { 34, "enum", DayOfWeek.Friday, "\"Friday\"" },
        { 34, "enum undefined", (DayOfWeek)99, "99" },
        { 34, "enum undefined negative", (DayOfWeek)(-1), "-1" },
        { 34, "enum flags", Access.Read | Access.Execute, "\"Read, Execute\"" },
        { 34, "enum flags undefined", (Access)9, "9" },
        { 34, "Guid", Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E"), "\"0f8fad5b-d9cb-469f-a165-70867728950e\"" },
        { 34, "char", 'x', "\"x\"" },
        { 34, "char escaped", '"', "\"\\\"\"" },
        { 34, "char surrogate", '\uD800', "\"\uFFFD\"" },
        { 34, "Uri", new Uri("/a b?c=\"d\"", UriKind.Relative), """ "/a b?c=\"d\"" """.Trim() },
        { 34, "Type", typeof(string), "\"System.String\"" },
        { 34, "Version", new Version(1, 2, 3, 4), "\"1.2.3.4\"" },
        { 34, "Version of two parts", new Version(10, 0), "\"10.0\"" },
        { 34, "DateOnly", new DateOnly(2025, 1, 2), "\"2025-01-02\"" },
        { 34, "TimeOnly", new TimeOnly(3, 4, 5).Add(TimeSpan.FromTicks(1234567)), "\"03:04:05.1234567\"" },
        { 34, "TimeOnly trimmed", new TimeOnly(3, 4, 5, 100), "\"03:04:05.1\"" },
        { 34, "TimeOnly whole", new TimeOnly(3, 4), "\"03:04:00\"" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_is_encoded_byte_for_byte(int row, string name, object? value, string expected)
    {
        foreach (string culture in new[] { "", "tr-TR", "ar-SA", "de-DE" })
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                var buffer = new ValueBuffer();
                buffer.Object(value);
                Assert.True(expected == Guarded.Text(buffer), $"row {row}, {name}, culture '{culture}': {Guarded.Text(buffer)}");
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void Row_15_invalid_bytes_of_UTF8_become_one_replacement_character_each()
    {
        Assert.Equal("\"a\uFFFDb\"", Guarded.Text(6 * 3 + 2, (ref byte p) => ref Utf8Json.Utf8(ref p, [(byte)'a', 0xFF, (byte)'b'])));
        Assert.Equal("\"\uFFFD\uFFFD\"", Guarded.Text(14, (ref byte p) => ref Utf8Json.Utf8(ref p, [0xE2, 0x82])));
    }

    [Fact]
    public void Row_31_hexadecimal_is_lower_case_and_null_is_empty()
    {
        var buffer = new ValueBuffer();
        buffer.Hex([0xDE, 0xAD, 0xBE, 0xEF]);
        buffer.Hex(null);
        buffer.Base64(null);
        Assert.Equal("\"deadbeef\"\"\"\"\"", Guarded.Text(buffer));
    }
}
