using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Event ids and names.</summary>
internal static class EventIdRules
{
    [Rule("The event's id is in the record.", Source.Abstractions)]
    public static void An_id_is_written(ConformanceSubject subject) => Assert.Equal(4711, Log(subject, new EventId(4711)).EventId);

    [Rule("The event's name is in the record.", Source.Abstractions)]
    public static void A_name_is_written(ConformanceSubject subject)
    {
        LogRecord record = Log(subject, new EventId(7, "OrderPaid"));
        Assert.Equal(7, record.EventId);
        Assert.Equal("OrderPaid", record.EventName);
    }

    [Rule("A name without an id is in the record.", Source.Abstractions)]
    public static void A_name_alone_is_written(ConformanceSubject subject) => Assert.Equal("Unnumbered", Log(subject, new EventId(0, "Unnumbered")).EventName);

    [Rule("The default event, 0 without a name, is absent or 0.", Source.Abstractions)]
    public static void The_default_event_is_no_event(ConformanceSubject subject)
    {
        LogRecord record = Log(subject, default);
        Assert.Equal(0, record.EventId);
        Assert.Null(record.EventName);
    }

    [Rule("Ids are all of `int`.", Source.Abstractions)]
    public static void An_id_may_be_negative(ConformanceSubject subject) => Assert.Equal(int.MinValue, Log(subject, new EventId(int.MinValue)).EventId);

    [Rule("A name with quotes, line ends and characters beyond the basic plane stays what it is.", Source.Json)]
    public static void The_name_of_an_event_may_need_escaping(ConformanceSubject subject) =>
        Assert.Equal("say \"hi\"\n\\😀", Log(subject, new EventId(1, "say \"hi\"\n\\😀")).EventName);

    private static LogRecord Log(ConformanceSubject subject, EventId id) => Session.Record(subject, logger => logger.LogInformation(id, "x"));
}
