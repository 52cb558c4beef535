namespace Bolt.Generated.Tests;

public sealed partial class TemplateTests
{
    [Fact]
    public void Holes_name_parameters_in_any_order_and_more_than_once() => Assert.Equal(
        "\"Id\":1,\"ip\":\"x\",\"message\":\"x 1 x {1}\"",
        Recorder.Fields(l => Log.Reordered(l, 1, "x")));

    [Fact]
    public void The_key_is_the_name_in_the_template_and_an_exact_match_wins() => Assert.Equal(
        "\"value\":1,\"Value\":2,\"message\":\"2 1\"",
        Recorder.Fields(l => Log.Exact(l, 1, 2)));

    [Fact]
    public void A_parameter_that_no_hole_names_is_a_field() => Assert.Equal("\"a\":1,\"message\":\"fixed\"", Recorder.Fields(l => Log.FieldOnly(l, 1)));

    [Fact]
    public void No_message_is_an_empty_message() => Assert.Equal("\"a\":1,\"message\":\"\"", Recorder.Fields(l => Log.NoMessage(l, 1)));

    [Fact]
    public void No_fields_and_no_message() => Assert.Equal("\"message\":\"\"", Recorder.Fields(Log.Nothing));

    [Fact]
    public void Braces_and_escapes_are_text() => Assert.Equal(
        """
        "k\"ey":1,"message":"a\"b\\c\n\u0001� 😀 {1} }{ <é>"
        """.Trim(),
        Recorder.Fields(l => Log.Difficult(l, 1)));

    [Fact]
    public void Prefixes_of_holes_are_ignored() => Assert.Equal("\"a\":1,\"b\":2,\"message\":\"1 2\"", Recorder.Fields(l => Log.Prefixed(l, 1, 2)));

    [Fact]
    public void Keywords_and_unicode_are_names() => Assert.Equal(
        "\"class\":1,\"größe\":2,\"日本\":3,\"await\":4,\"record\":5,\"message\":\"1 2 3\"",
        Recorder.Fields(l => Log.@event(l, 1, 2, 3, 4, 5)));

    [Fact]
    public void Parameters_may_have_the_names_that_generated_code_uses() => Assert.Equal(
        "\"__e\":1,\"__p\":2,\"__values\":3,\"p\":4,\"values\":[5],\"message\":\"1 2 3 4\"",
        Recorder.Fields(l => Log.Names(l, 1, 2, 3, 4, [5])));

    [Fact]
    public void A_literal_longer_than_a_vector_register_is_copied_whole() => Assert.Equal(
        $"\"a\":1,\"message\":\"{new string('x', 200)} 1 {new string('y', 200)}\"",
        Recorder.Fields(l => Log.Long(l, 1)));

    [Fact]
    public void Many_parameters_are_many_fields() => Assert.Equal(
        string.Concat(Enumerable.Range(1, 20).Select(i => $"\"p{i}\":{i},")) + "\"message\":\"20\"",
        Recorder.Fields(l => Log.Many(l, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)));

    [Fact]
    public void Redacted_values_are_redacted_in_the_message_too()
    {
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("0123456789abcdef"u8, "42"u8))[..16];
        Assert.Equal(
            $"\"password\":\"***\",\"card\":\"***cdef\",\"hash\":\"{hash}\",\"list\":\"***\",\"after\":1,\"message\":\"*** [***cdef] () {hash} *** ***\"",
            Recorder.Fields(l => Log.Redacted(l, "secret", "0123456789abcdef", "token", 42, [1, 2, 3], 1)));
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "{ip} {Id} {ip} {{{Id}}}")]
        public static partial void Reordered(ILogger logger, int id, string ip);

        [LogEvent(LogLevel.Information, "{Value} {value}")]
        public static partial void Exact(ILogger logger, int value, int Value);

        [LogEvent(LogLevel.Information, "fixed")]
        public static partial void FieldOnly(ILogger logger, int a);

        [LogEvent(LogLevel.Information)]
        public static partial void NoMessage(ILogger logger, int a);

        [LogEvent(LogLevel.Information)]
        public static partial void Nothing(ILogger logger);

        [LogEvent(LogLevel.Information, "a\"b\\c\n\u0001\ud800 😀 {{{x}}} }}{{ <é>")]
        public static partial void Difficult(ILogger logger, [LogName("k\"ey")] int x);

        [LogEvent(LogLevel.Information, "{@a} {$b}")]
        public static partial void Prefixed(ILogger logger, int a, int b);

        [LogEvent(LogLevel.Information, "{@class} {größe} {日本}")]
        public static partial void @event(ILogger logger, int @class, int größe, int 日本, int await, int record);

        [LogEvent(LogLevel.Information, "{__e} {__p} {__values} {p}")]
        public static partial void Names(ILogger __logger, int __e, int __p, int __values, int p, int[] values);

        [LogEvent(LogLevel.Information, LongText)]
        public static partial void Long(ILogger logger, int a);

        [LogEvent(LogLevel.Information, "{p20}")]
        public static partial void Many(ILogger logger, int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8, int p9, int p10, int p11, int p12, int p13, int p14, int p15, int p16, int p17, int p18, int p19, int p20);

        [LogEvent(LogLevel.Information, "{password} [{card}] ({token}) {hash} {list} {password,10}")]
        public static partial void Redacted(
            ILogger logger,
            [Sensitive] string password,
            [Sensitive(Redaction.Last4)] string card,
            [Sensitive(Redaction.Omit)] string token,
            [Sensitive(Redaction.Hash)] int hash,
            [Sensitive] int[] list,
            int after);

        private const string Xs = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
        private const string Ys = "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy";
        private const string LongText = Xs + Xs + " {a} " + Ys + Ys;
    }
}
