using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Exceptions.</summary>
internal static class ExceptionRules
{
    [Rule("An exception's message is in the record, besides the record's own.", Source.Guide)]
    public static void The_message_is_written(ConformanceSubject subject)
    {
        LogRecord record = Log(subject, Thrown());
        Assert.Contains("the disk is full", record.Exception, StringComparison.Ordinal);
        Assert.Equal("failed 5", record.Message);
        Assert.Equal(5, record["A"].GetInt32());
    }

    [Rule("An exception's type, with its namespace, is in the record.", Source.Guide)]
    public static void The_type_is_written(ConformanceSubject subject) => Assert.Contains("System.IO.IOException", Log(subject, Thrown()).Exception, StringComparison.Ordinal);

    [Rule("An exception's stack is in the record, down to the method that threw.", Source.User)]
    public static void The_stack_is_written(ConformanceSubject subject) => Assert.Contains(nameof(ThrowDeep), Log(subject, Thrown()).Exception, StringComparison.Ordinal);

    [Rule("An exception that was never thrown has no stack, and is written.", Source.User)]
    public static void An_exception_may_have_no_stack(ConformanceSubject subject) =>
        Assert.Contains("never thrown", Log(subject, new InvalidOperationException("never thrown")).Exception, StringComparison.Ordinal);

    [Rule("Inner exceptions are in the record.", Source.User)]
    public static void Inner_exceptions_are_written(ConformanceSubject subject)
    {
        LogRecord record = Log(subject, new InvalidOperationException("outer", new ArgumentException("middle", new TimeoutException("root cause"))));
        Assert.Contains("outer", record.Exception, StringComparison.Ordinal);
        Assert.Contains("middle", record.Exception, StringComparison.Ordinal);
        Assert.Contains("root cause", record.Exception, StringComparison.Ordinal);
        Assert.Contains("System.TimeoutException", record.Exception, StringComparison.Ordinal);
    }

    [Rule("All the exceptions of an `AggregateException` are in the record.", Source.User)]
    public static void Every_aggregated_exception_is_written(ConformanceSubject subject)
    {
        LogRecord record = Log(subject, new AggregateException(new IOException("first cause"), new TimeoutException("second cause")));
        Assert.Contains("System.IO.IOException: first cause", record.Exception, StringComparison.Ordinal);
        Assert.Contains("System.TimeoutException: second cause", record.Exception, StringComparison.Ordinal);
    }

    [Rule("What a type adds in its `ToString` is in the record.", Source.User)]
    public static void What_ToString_adds_is_written(ConformanceSubject subject) =>
        Assert.Contains("order 4711", Log(subject, new Telling()).Exception, StringComparison.Ordinal);

    [Rule("An exception whose message needs escaping, of several lines, is in one line.", Source.Json)]
    public static void A_message_may_need_escaping(ConformanceSubject subject) =>
        Assert.Contains("line one\nline \"two\"\t\u0001", Log(subject, new InvalidOperationException("line one\nline \"two\"\t\u0001")).Exception, StringComparison.Ordinal);

    [Rule("An exception whose `Message` throws does not throw into the caller.", Source.User)]
    public static void A_throwing_message_does_not_throw(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Calls.MustNotThrow(() => session.Logger.LogError(new ThrowingMessage(), "failed"));
    }

    [Rule("An exception whose `Message` throws costs only itself: the record is written.", Source.User)]
    public static void A_throwing_message_costs_only_itself(ConformanceSubject subject) => MustBeWritten(subject, new ThrowingMessage());

    [Rule("An exception whose `ToString` throws does not throw into the caller.", Source.User)]
    public static void A_throwing_ToString_does_not_throw(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        Calls.MustNotThrow(() => session.Logger.LogError(new ThrowingToString(), "failed"));
    }

    [Rule("An exception whose `ToString` throws costs only itself: the record is written.", Source.User)]
    public static void A_throwing_ToString_costs_only_itself(ConformanceSubject subject) => MustBeWritten(subject, new ThrowingToString());

    [Rule("An exception with an empty template, or with a message of null, is a record.", Source.User)]
    public static void An_exception_needs_no_message(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            logger.LogError(Thrown(), "");
            logger.Log(LogLevel.Error, default, "state", Thrown(), static (_, _) => null!);
        });
        Assert.Equal(2, records.Count);
        Assert.All(records, record => Assert.Contains("the disk is full", record.Exception, StringComparison.Ordinal));
    }

    private static LogRecord Log(ConformanceSubject subject, Exception exception) => Session.Record(subject, logger => logger.LogError(exception, "failed {A}", 5));

    private static void MustBeWritten(ConformanceSubject subject, Exception exception)
    {
        LogRecord record = Session.Record(subject, logger => Record.Exception(() => logger.LogError(exception, "failed {A}", 5)));
        Assert.Equal("failed 5", record.Message);
        Assert.Equal(LogLevel.Error, record.Level);
        Assert.Equal(5, record["A"].GetInt32());
    }

    private static Exception Thrown()
    {
        try
        {
            ThrowDeep();
            throw new InvalidOperationException("not reached");
        }
        catch (IOException exception)
        {
            return exception;
        }
    }

    private static void ThrowDeep() => throw new IOException("the disk is full");

    private sealed class ThrowingMessage : Exception
    {
        public override string Message => throw new InvalidOperationException("Message");
    }

    private sealed class ThrowingToString : Exception
    {
        public override string ToString() => throw new InvalidOperationException("ToString");
    }

    private sealed class Telling : Exception
    {
        public override string ToString() => base.ToString() + "\n(order 4711)";
    }
}
