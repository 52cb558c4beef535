#pragma warning disable CA2017 // The calls are wrong on purpose.

using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Calls with something wrong in them: a log call does not throw into its caller, and loses no more than what is wrong.</summary>
internal static class ArgumentRules
{
    [Rule("More arguments than holes: nothing is thrown, the record is written with those that have holes.", Source.User)]
    public static void Too_many_arguments_do_no_harm(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() => logger.LogInformation("only {A}", 1, 2, 3)));
        Assert.Equal("only 1", record.Message);
        Assert.Equal(1, record["A"].GetInt32());
    }

    [Rule("Fewer arguments than holes, where the formatter throws: nothing is thrown into the caller.", Source.User)]
    public static void Too_few_arguments_do_not_throw(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Calls.MustNotThrow(() => session.Logger.LogInformation("both {A} and {B}", 1));
    }

    [Rule("Fewer arguments than holes: the record is written, with the arguments that are there.", Source.User)]
    public static void Too_few_arguments_keep_those_that_are_there(ConformanceSubject subject)
    {
        LogRecord record = LogIgnoringThrow(subject, logger => logger.LogInformation("both {A} and {B}", 1));
        Assert.Equal(LogLevel.Information, record.Level);
        Assert.Equal(1, record["A"].GetInt32());
    }

    [Rule("Fewer arguments than holes: the template is in the record, so that the call can be found.", Source.User)]
    public static void Too_few_arguments_keep_the_template(ConformanceSubject subject) =>
        Assert.Contains("both {A} and {B}", LogIgnoringThrow(subject, logger => logger.LogInformation("both {A} and {B}", 1)).Line, StringComparison.Ordinal);

    [Rule("An argument array of null is no arguments.", Source.User)]
    public static void The_arguments_may_be_null(ConformanceSubject subject) => Assert.Equal(
        "text {A}",
        Session.Record(subject, logger => Calls.MustNotThrow(() => logger.LogInformation("text {A}", (object?[])null!))).Message);

    [Rule("A value whose `ToString` throws does not throw into the caller.", Source.User)]
    public static void A_throwing_value_does_not_throw(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Calls.MustNotThrow(() => Calls.State(session.Logger, Pairs(new Throwing())));
    }

    [Rule("A value whose `ToString` throws costs only itself: the record and its other fields are written.", Source.User)]
    public static void A_throwing_value_costs_only_itself(ConformanceSubject subject)
    {
        LogRecord record = LogIgnoringThrow(subject, logger => Calls.State(logger, Pairs(new Throwing())));
        Assert.Equal("before", record["Before"].GetString());
        Assert.Equal("after", record["After"].GetString());
        Assert.Equal("state", record.Message);
    }

    [Rule("A list that throws while it is enumerated costs only itself, and nothing is thrown.", Source.User)]
    public static void A_throwing_list_costs_only_itself(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() => Calls.State(logger, Pairs(new ThrowingList()))));
        Assert.Equal("before", record["Before"].GetString());
        Assert.Equal("after", record["After"].GetString());
    }

    [Rule("A formatter that throws does not throw into the caller.", Source.User)]
    public static void A_throwing_formatter_does_not_throw(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Calls.MustNotThrow(() => LogWithThrowingFormatter(session.Logger));
    }

    [Rule("A formatter that throws costs only the message: the level, the category and the fields are written.", Source.User)]
    public static void A_throwing_formatter_costs_only_the_message(ConformanceSubject subject)
    {
        LogRecord record = LogIgnoringThrow(subject, LogWithThrowingFormatter);
        Assert.Equal(LogLevel.Error, record.Level);
        Assert.Equal("Conformance", record.Category);
        Assert.Equal("before", record["Before"].GetString());
        Assert.Equal("after", record["After"].GetString());
    }

    [Rule("After a call that went wrong the next record is whole.", Source.User)]
    public static void The_next_record_is_whole(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            Record.Exception(() => Calls.State(logger, Pairs(new Throwing())));
            Record.Exception(() => LogWithThrowingFormatter(logger));
            Record.Exception(() => logger.LogInformation("both {A} and {B}", 1));
            logger.LogInformation("next {A}", 5);
        });
        LogRecord next = records[^1];
        Assert.Equal("next 5", next.Message);
        Assert.Equal(5, next["A"].GetInt32());
        next.MustHaveEachKeyOnce();
    }

    [Rule("A list that holds itself ends, as valid JSON, and nothing is thrown.", Source.User)]
    public static void A_list_that_holds_itself_ends(ConformanceSubject subject)
    {
        var list = new List<object> { 1 };
        list.Add(list);
        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() => Calls.State(logger, Pairs(list))));
        Assert.NotEqual(JsonValueKind.Undefined, record["Value"].ValueKind);
        Assert.Equal("after", record["After"].GetString());
    }

    private static void LogWithThrowingFormatter(ILogger logger) => logger.Log(
        LogLevel.Error,
        default,
        Pairs(5),
        null,
        static (_, _) => throw new FormatException("formatter"));

    private static IReadOnlyList<KeyValuePair<string, object?>> Pairs(object value) => Calls.Pairs(("Before", "before"), ("Value", value), ("After", "after"));

    /// <summary>That nothing is thrown is a rule of its own.</summary>
    private static LogRecord LogIgnoringThrow(ConformanceSubject subject, Action<ILogger> log) =>
        Session.Record(subject, logger => Record.Exception(() => log(logger)));

    private sealed class Throwing
    {
        public override string ToString() => throw new InvalidOperationException("ToString");
    }

    private sealed class ThrowingList : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator()
        {
            yield return 1;
            throw new InvalidOperationException("enumeration");
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
