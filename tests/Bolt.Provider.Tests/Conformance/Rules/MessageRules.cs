#pragma warning disable CA2017, CA2023 // Braces that are no holes are what is tested.

using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>The message, which the call's formatter gives.</summary>
internal static class MessageRules
{
    [Rule("The message is the formatter's text, character by character; a string in it has no quotes.", Source.Abstractions)]
    public static void The_formatter_gives_the_message(ConformanceSubject subject) => Assert.Equal(
        "User Ada paid 3 of 4",
        Session.Record(subject, logger => logger.LogInformation("User {Name} paid {Count} of {Total}", "Ada", 3, 4)).Message);

    [Rule("A formatter of the caller's own gives the message, and gets the state and the exception.", Source.Abstractions)]
    public static void A_caller_may_bring_a_formatter(ConformanceSubject subject)
    {
        var exception = new InvalidOperationException("broken");
        LogRecord record = Session.Record(
            subject,
            logger => logger.Log(LogLevel.Warning, default, 42, exception, static (state, thrown) => $"<{state}|{thrown!.Message}>"));
        Assert.Equal("<42|broken>", record.Message);
    }

    [Rule("The formatter is called at most once for a record.", Source.User)]
    public static void The_formatter_is_called_at_most_once(ConformanceSubject subject)
    {
        int calls = 0;
        Session.Record(subject, logger => logger.Log(LogLevel.Information, default, "state", null, (state, _) =>
        {
            calls++;
            return state;
        }));
        Assert.InRange(calls, 0, 1);
    }

    [Rule("The formatter is not called for a record that is not written.", Source.Abstractions)]
    public static void The_formatter_is_not_called_when_disabled(ConformanceSubject subject)
    {
        int calls = 0;
        using var session = new Session(subject, builder => builder.AddAliasFilter(subject.Alias, null, LogLevel.Error));
        foreach (LogLevel level in (LogLevel[])[LogLevel.Trace, LogLevel.Information, LogLevel.Warning, LogLevel.None])
        {
            session.Logger.Log(level, default, "state", null, (state, _) =>
            {
                calls++;
                return state;
            });
        }

        Assert.Empty(session.Records());
        Assert.Equal(0, calls);
    }

    [Rule("An empty message is a record.", Source.User)]
    public static void A_message_may_be_empty(ConformanceSubject subject) =>
        Assert.Equal("", Session.Record(subject, logger => logger.LogInformation("")).Message ?? "");

    [Rule("A template of null is a record (its text is \"[null]\"), and nothing is thrown.", Source.Abstractions)]
    public static void A_template_may_be_null(ConformanceSubject subject) => Assert.Equal(
        "[null]",
        Session.Record(subject, logger => Calls.MustNotThrow(() => logger.LogInformation(null))).Message);

    [Rule("A formatter that returns null loses nothing but the message.", Source.User)]
    public static void A_formatter_may_return_null(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() =>
            logger.Log(LogLevel.Information, default, Calls.Pairs(("A", 1)), null, static (_, _) => null!)));
        Assert.Equal(1, record["A"].GetInt32());
    }

    [Rule("Doubled braces are braces.", Source.Guide)]
    public static void Braces_can_be_escaped(ConformanceSubject subject) => Assert.Equal(
        "{literal} and 5",
        Session.Record(subject, logger => logger.LogInformation("{{literal}} and {A}", 5)).Message);

    [Rule("Without arguments, braces are text.", Source.Guide)]
    public static void Braces_without_arguments_are_text(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            logger.LogInformation("a {hole} of nothing");
            logger.LogInformation("} unbalanced {");
        });
        Assert.Equal(["a {hole} of nothing", "} unbalanced {"], records.Select(record => record.Message));
    }

    [Rule("Alignment and format change the message, not the field.", Source.Guide)]
    public static void Formats_are_for_the_message(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("<{A,6:0.00}><{B,-4}>", 1.5, 7));
        Assert.Equal("<  1.50><7   >", record.Message);
        Assert.Equal(1.5, record["A"].GetDouble());
        Assert.Equal(7, record["B"].GetInt32());
    }

    [Rule("A null argument is `(null)` in the message, as the formatter has it.", Source.Abstractions)]
    public static void A_null_argument_is_shown(ConformanceSubject subject) =>
        Assert.Equal("user (null)", Session.Record(subject, logger => logger.LogInformation("user {Name}", [null])).Message);

    [Rule("A list argument is shown by its elements, as the formatter has it: `1, 2, 3`.", Source.Abstractions)]
    public static void A_list_argument_is_shown(ConformanceSubject subject) =>
        Assert.Equal("ids 1, 2, 3", Session.Record(subject, logger => logger.LogInformation("ids {Ids}", new List<int> { 1, 2, 3 })).Message);

    [Rule("A message of 10,000 characters is whole.", Source.User)]
    public static void A_long_message_is_whole(ConformanceSubject subject)
    {
        string text = new string('a', 9_990) + "é\"\n注😀end";
        Assert.Equal(text, Session.Record(subject, logger => Calls.Text(logger, text)).Message);
    }

    [Rule("A message of 1 MiB is whole, or is cut at a character and the record says so; the next record is whole.", Source.User)]
    public static void A_very_long_message_is_not_cut_silently(ConformanceSubject subject)
    {
        string text = string.Concat(Enumerable.Repeat("0123456789abcde😀", (1 << 20) / 17));
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            Calls.Text(logger, text);
            logger.LogInformation("next");
        });
        Assert.Equal(2, records.Count);
        MustBeWholeOrCut(text, records[0].Message!, records[0].IsCut);
        Assert.Equal("next", records[1].Message);
    }

    [Rule("A value of 1 MiB is whole, or is cut at a character and the record says so.", Source.User)]
    public static void A_very_long_value_is_not_cut_silently(ConformanceSubject subject)
    {
        string text = string.Concat(Enumerable.Repeat("0123456789abcde😀", (1 << 20) / 17));
        LogRecord record = Session.Record(subject, logger => Calls.Field(logger, "Text", text));
        MustBeWholeOrCut(text, record["Text"].GetString()!, record.IsCut);
    }

    private static void MustBeWholeOrCut(string whole, string written, bool isCut)
    {
        if (!isCut)
        {
            Assert.True(whole == written, $"Not whole, {written.Length} of {whole.Length} characters, and not marked");
            return;
        }

        // What is cut may end with a sign that says so.
        string kept = written.TrimEnd('…', '.');
        Assert.True(kept.Length > 1000 && whole.StartsWith(kept, StringComparison.Ordinal), "What is left is not the start.");
        Assert.False(char.IsHighSurrogate(kept[^1]), "Cut within a character");
    }
}
