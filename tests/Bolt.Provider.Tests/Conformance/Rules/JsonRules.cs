using System.Text;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>One record is one line of valid JSON, whatever is in it.</summary>
internal static class JsonRules
{
    [Rule("Every control character, in a message and in a value, is escaped and reads back.", Source.Json)]
    public static void Control_characters_read_back(ConformanceSubject subject)
    {
        var text = new StringBuilder();
        for (char c = '\0'; c < 0xA0; c++)
            text.Append(c);

        MustReadBack(subject, text.ToString());
    }

    [Rule("Line ends of every kind, U+2028 and U+0085 among them, do not end the line.", Source.Json)]
    public static void Line_ends_stay_inside(ConformanceSubject subject) => MustReadBack(subject, "a\nb\r\nc\rd\u2028e\u2029f\u0085g");

    [Rule("Characters of every script and beyond the basic plane read back.", Source.Json)]
    public static void Every_script_reads_back(ConformanceSubject subject) => MustReadBack(subject, "Größe Καλημέρα שלום 注文 हिन्दी 😀 👩‍👩‍👧 \U0010FFFF");

    [Rule("A lone surrogate, in a message, a value, a name and a category, becomes U+FFFD or an escape; the line is valid UTF-8 and what is around it reads back.", Source.Json)]
    public static void Lone_surrogates_are_replaced(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        ILogger logger = session.Factory.CreateLogger("cat\uD800egory");
        Calls.MustNotThrow(() => Calls.Field(logger, "na\uDC00me", "be\uD83Dfore"));
        Calls.MustNotThrow(() => Calls.Text(logger, "lo\uDC00ne"));
        IReadOnlyList<LogRecord> records = session.Records();
        Assert.Equal(2, records.Count);
        Assert.Contains("fore", records[0].Line, StringComparison.Ordinal);
        Assert.StartsWith("lo", records[1].Message, StringComparison.Ordinal);
        Assert.EndsWith("ne", records[1].Message, StringComparison.Ordinal);
    }

    [Rule("Text that is JSON, or the end of it, stays a text.", Source.Json)]
    public static void Json_in_a_value_stays_a_text(ConformanceSubject subject) => MustReadBack(subject, """{"a":[1,"x"]}\"},{"level":"fake""");

    [Rule("A forged record, a line end followed by JSON, makes no second record.", Source.User)]
    public static void A_record_cannot_be_forged(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("user {Name}", "x\"}\n{\"level\":\"fatal\",\"message\":\"forged\"}\n"));
        Assert.Equal(LogLevel.Information, record.Level);
    }

    private static void MustReadBack(ConformanceSubject subject, string text)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            Calls.Text(logger, text);
            Calls.Field(logger, "Text", text);
        });
        Assert.Equal(2, records.Count);
        Assert.Equal(text, records[0].Message);
        Assert.Equal(text, records[1]["Text"].GetString());
    }
}
