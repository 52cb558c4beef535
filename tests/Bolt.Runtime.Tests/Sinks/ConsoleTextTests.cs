using System.Text;
using System.Text.Json;
using Bolt.Sinks;
using Xunit;

namespace Bolt.Runtime.Tests;

public sealed class ConsoleTextTests
{
    [Theory]
    [InlineData(
        """{"time":"2025-07-13T15:30:00Z","level":"info","foo":"bar baz","n":1,"message":"hi"}""",
        "info[2025-07-13T15:30:00Z] hi foo=\"bar baz\" n=1\n")]
    [InlineData("""{"level":"info","foo":"bar","message":"hello world"}""", "info hello world foo=bar\n")]
    [InlineData("""{"level":"info","message":""}""", "info\n")]
    [InlineData("""{"level":"info","v":"","message":""}""", "info v=\"\"\n")]
    [InlineData("""{"message":"m"}""", "m\n")]
    [InlineData("{}", "\n")]
    [InlineData(
        """{"time":"t","level":"warn","category":"A.B","event_id":7,"event":"Started","n":1,"thread_id":3,"trace_id":"ab","truncated":true,"message":"m"}""",
        "warn[t] m category=A.B event_id=7 event=Started n=1 thread_id=3 trace_id=ab truncated=true\n")]
    public void A_record_is_level_time_message_and_fields_in_order(string record, string text) => Assert.Equal(text, Text(record));

    [Theory]
    [InlineData("trace", 90)]
    [InlineData("debug", 90)]
    [InlineData("info", 34)]
    [InlineData("warn", 33)]
    [InlineData("error", 31)]
    [InlineData("fatal", 31)]
    public void The_level_is_coloured(string level, int color) =>
        Assert.Equal(
            $"\e[{color}m{level}\e[0m[2025-07-13T15:30:00Z] hi foo=\"bar baz\" n=1\n",
            Text($$"""{"time":"2025-07-13T15:30:00Z","level":"{{level}}","foo":"bar baz","n":1,"message":"hi"}""", colors: true));

    [Fact]
    public void An_unknown_level_is_not_coloured() => Assert.Equal("odd m\n", Text("""{"level":"odd","message":"m"}""", colors: true));

    [Theory]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("\"a=b\"", "\"a=b\"")]
    [InlineData("\"say \\\"hi\\\"\"", "\"say \\\"hi\\\"\"")]
    [InlineData("\"C:\\\\dir\"", "C:\\dir")]
    [InlineData("\"C:\\\\\"", "C:\\")]
    [InlineData("\"C:\\\\my dir\"", "\"C:\\\\my dir\"")]
    [InlineData("\"a\\nb\\r\\tc\"", "\"a\\nb\\r\\tc\"")]
    [InlineData("\"日本😀\"", "日本😀")]
    [InlineData("\"日\u3000本\"", "\"日\u3000本\"")]
    [InlineData("\"\\u001B[2J\"", "\"\\x1B[2J\"")]
    [InlineData("\"\u007F\"", "\"\\x7F\"")]
    [InlineData("\"\u009B2J\"", "\"\\u009B2J\"")]
    [InlineData("\"\u202Eabc\"", "\"\\u202Eabc\"")]
    [InlineData("\"\u2028\"", "\"\\u2028\"")]
    [InlineData("\"\uFEFFx\"", "\"\\uFEFFx\"")]
    [InlineData("\"\\u0000\"", "\"\\x00\"")]
    [InlineData("-1.5e300", "-1.5e300")]
    [InlineData("true", "true")]
    [InlineData("null", "null")]
    [InlineData("[]", "[]")]
    [InlineData("[-1,\"a b\",{\"x\":\"y\\\\\"}]", "[-1,\"a b\",{\"x\":\"y\\\\\"}]")]
    [InlineData("{\"message\":\"spoof\",\"level\":\"fatal\"}", "{\"message\":\"spoof\",\"level\":\"fatal\"}")]
    [InlineData("[\"\u202E\u009B\u007F\\u001B\"]", "[\"\\u202E\\u009B\\u007F\\u001B\"]")]
    public void A_value_is_shown_bare_quoted_or_as_json(string json, string text) =>
        Assert.Equal($"info real v={text} z=2\n", Text($$"""{"level":"info","v":{{json}},"z":2,"message":"real"}"""));

    [Fact]
    public void A_key_is_quoted_and_escaped_like_a_value() =>
        Assert.Equal("info m \"a b\"=1 \"\\x1B[31m\"=2 \"x=y\"=3\n", Text("""{"level":"info","a b":1,"\u001B[31m":2,"x=y":3,"message":"m"}"""));

    [Fact]
    public void A_message_cannot_begin_a_line_of_its_own() =>
        Assert.Equal(
            "info a\\ninfo[now] fake\\x1B[0m C:\\ x=1\n",
            Text("""{"level":"info","x":1,"message":"a\ninfo[now] fake\u001B[0m C:\\"}"""));

    [Fact]
    public void A_field_of_a_reserved_name_takes_no_ones_place() =>
        Assert.Equal(
            "info real message=spoof level=fatal\n",
            Text("""{"level":"info","message":"spoof","level":"fatal","message":"real"}"""));

    [Fact]
    public void A_value_that_ends_in_a_backslash_ends_there() =>
        Assert.Equal("info end\\ p=C:\\ q=2\n", Text("""{"level":"info","p":"C:\\","q":2,"message":"end\\"}"""));

    [Fact]
    public void A_stack_trace_follows_on_indented_lines() =>
        Assert.Equal(
            "error failed error=\"it broke\" error_type=System.Exception trace_id=ab\n    at A.B()\n    --- End ---\n    at \\x1B[2JC\n",
            Text("""{"level":"error","error":"it broke","error_type":"System.Exception","error_stack":"   at A.B()\r\n   --- End ---\n\n   at \u001B[2JC","trace_id":"ab","message":"failed"}"""));

    [Fact]
    public void Reserved_keys_that_are_no_strings_are_shown_as_fields() =>
        Assert.Equal(" m level=1 time=null error_stack=[1]\n", " " + Text("""{"level":1,"time":null,"error_stack":[1],"message":"m"}"""));

    [Theory]
    [InlineData("not json", "not json\n")]
    [InlineData("{\"level\":\"info\",\"v\":", "{\"level\":\"info\",\"v\":\n")]
    [InlineData("{\"level\":\"info\"} trailing", "{\"level\":\"info\"} trailing\n")]
    [InlineData("[1,2]", "[1,2]\n")]
    [InlineData("{\"v\":\"\u009B\e[2J", "{\"v\":\"\\u009B\\x1B[2J\n")]
    [InlineData("{\"level\":\"info\",\"v\":\"\\uD800\",\"message\":\"m\"}", "{\"level\":\"info\",\"v\":\"\\uD800\",\"message\":\"m\"}\n")]
    public void What_is_no_record_is_shown_escaped(string line, string text) => Assert.Equal(text, Text(line));

    [Fact]
    public void Bytes_that_are_no_utf8_are_shown_as_bytes() =>
        Assert.Equal("\\x9B2J\\xFF\n", Encoding.UTF8.GetString(new ConsoleText(false).Render([0x9B, (byte)'2', (byte)'J', 0xFF, (byte)'\n'])));

    [Fact]
    public void A_bad_record_spoils_no_other() =>
        Assert.Equal(
            "info a\noops\ninfo b\n",
            Encoding.UTF8.GetString(new ConsoleText(false).Render("{\"level\":\"info\",\"message\":\"a\"}\noops\n{\"level\":\"info\",\"message\":\"b\"}\n"u8)));

    [Fact]
    public void Deep_nesting_is_no_obstacle()
    {
        var deep = new string('[', 300) + new string(']', 300);

        Assert.Equal($"info m v={deep}\n", Text($$"""{"level":"info","v":{{deep}},"message":"m"}"""));
    }

    [Fact]
    public void Every_string_keeps_its_meaning_through_quoting()
    {
        var random = new Random(4711);
        for (var i = 0; i < 20_000; i++)
        {
            var value = RandomText(random);
            var record = $"{{\"level\":\"info\",\"v\":{JsonSerializer.Serialize(value)},\"message\":\"m\"}}";

            var shown = Text(record)["info m v=".Length..^1];

            Assert.Equal(value, Unquote(shown));
        }
    }

    [Fact]
    public void No_bytes_drive_the_terminal()
    {
        var random = new Random(42);
        var text = new ConsoleText(colors: false);
        for (var i = 0; i < 8_000; i++)
        {
            byte[] batch;
            if (i % 2 == 0)
            {
                batch = new byte[random.Next(200)];
                random.NextBytes(batch);
            }
            else
            {
                var strings = Enumerable.Range(0, 6).Select(_ => JsonSerializer.Serialize(RandomText(random), s_relaxed)).ToArray();
                batch = Encoding.UTF8.GetBytes(
                    $"{{\"time\":{strings[0]},\"level\":{strings[1]},{strings[2]}:{strings[3]},\"n\":[{strings[3]}],\"error_stack\":{strings[4]},\"message\":{strings[5]}}}\n");
                for (var flips = random.Next(3); flips > 0; flips--)
                    batch[random.Next(batch.Length)] = (byte)random.Next(256);
            }

            var shown = text.Render(batch).ToArray();

            var characters = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(shown);
            Assert.DoesNotContain(characters, c => c != '\n' && IsForbidden(c));
            Assert.True(shown.Length == 0 || shown[^1] == (byte)'\n');
        }
    }

    [Fact]
    public void Rendering_allocates_nothing()
    {
        var text = new ConsoleText(colors: true);
        var batch = Encoding.UTF8.GetBytes(
            """{"time":"2025-07-13T15:30:00Z","level":"error","foo":"bar \"baz\" \u001B","n":1,"o":{"a":[1,2]},"k y":"日本","error":"x y","error_stack":"  at A\n  at B","message":"hi\n"}""" + "\n"
            + """{"level":"info","message":"plain"}""" + "\n");

        AllocationAssert.None(() => text.Render(batch));
    }

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsForbidden(char c) =>
        c < 0x20 || (c >= 0x7F && c <= 0x9F) || c is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or '\uFEFF'
        || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');

    private static string RandomText(Random random)
    {
        const string alphabet = "ab =\"\\'/\n\r\t\0\u001B[m\u007F\u0080\u009B\u009F\u00A0é日\u061C\u200E\u200F\u2028\u2029\u202A\u202E\u2066\u2069\uFEFF";
        var text = new StringBuilder();
        for (var i = random.Next(12); i > 0; i--)
            text.Append(random.Next(8) == 0 ? "😀" : alphabet[random.Next(alphabet.Length)].ToString());
        return text.ToString();
    }

    private static string Unquote(string shown)
    {
        if (shown[0] != '"')
            return shown;

        Assert.Equal('"', shown[^1]);
        var value = new StringBuilder();
        for (var i = 1; i < shown.Length - 1; i++)
        {
            if (shown[i] != '\\')
            {
                value.Append(shown[i]);
                continue;
            }

            var kind = shown[++i];
            var digits = kind switch { 'x' => 2, 'u' => 4, _ => 0 };
            value.Append(kind switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '"' or '\\' => kind,
                'x' or 'u' => (char)Convert.ToInt32(shown.Substring(i + 1, digits), 16),
                _ => throw new Xunit.Sdk.XunitException($"'\\{kind}' is no escape"),
            });
            i += digits;
        }

        return value.ToString();
    }

    private static string Text(string record, bool colors = false) =>
        Encoding.UTF8.GetString(new ConsoleText(colors).Render(Encoding.UTF8.GetBytes(record + "\n")));
}
