using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>The names of fields.</summary>
internal static class NameRules
{
    [Rule("A name used twice in a template is one key, with a value that was given for it.", Source.Json)]
    public static void A_name_used_twice_is_one_key(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("{A} {A}", 1, 2));
        record.MustHaveEachKeyOnce();
        Assert.InRange(record["A"].GetInt32(), 1, 2);
    }

    [Rule("A name used twice shows both values in the message.", Source.Abstractions)]
    public static void A_name_used_twice_shows_both_values(ConformanceSubject subject) =>
        Assert.Equal("1 2", Session.Record(subject, logger => logger.LogInformation("{A} {A}", 1, 2)).Message);

    [Rule("Names that differ in case are two fields.", Source.Json)]
    public static void Case_keeps_names_apart(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("{id} {Id}", 1, 2));
        Assert.Equal(1, record["id"].GetInt32());
        Assert.Equal(2, record["Id"].GetInt32());
    }

    [Rule("Fields called level, message, time, category, event, error or scopes hide no part of the record, and keep their values, if under a marked name.", Source.User)]
    public static void Names_that_look_reserved_are_fields(ConformanceSubject subject) =>
        MustBeFields(subject, ["level", "message", "time", "category", "event", "error", "exception", "scopes", "timestamp"]);

    [Rule("The same of the names that the format itself uses: no key is twice, no part is hidden.", Source.Json)]
    public static void Names_of_the_format_itself_are_fields(ConformanceSubject subject)
    {
        using var session = new Session(subject);
        using (session.Logger.BeginScope("scope"))
            session.Logger.LogError(new EventId(1, "Own"), new InvalidOperationException("x"), "own {A}", 1);

        MustBeFields(subject, JsonElement.Parse(session.Record().Line).EnumerateObject().Select(property => property.Name).Where(name => name != "A"));
    }

    [Rule("A field called Message is not the message.", Source.User)]
    public static void A_field_called_Message_is_a_field(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("got {Message}", 5));
        record.MustHaveEachKeyOnce();
        Assert.Equal("got 5", record.Message);
        Assert.Equal(5, record.FindMarked("Message")?.GetInt32());
    }

    [Rule("Names with quotes, backslashes, spaces, dots and hyphens stay what they are.", Source.Json)]
    public static void A_name_may_need_escaping(ConformanceSubject subject)
    {
        foreach (string name in (string[])["say \"hi\"", "back\\slash", "with space", "http.status-code", "a:b", "x/y"])
            Assert.Equal(1, Session.Record(subject, logger => Calls.Field(logger, name, 1))[name].GetInt32());
    }

    [Rule("Names of any script, and beyond the basic plane, stay what they are.", Source.Json)]
    public static void A_name_may_be_of_any_script(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("{größe} {注文} {😀}", 1, 2, 3));
        Assert.Equal(1, record["größe"].GetInt32());
        Assert.Equal(2, record["注文"].GetInt32());
        Assert.Equal(3, record["😀"].GetInt32());
    }

    [Rule("Numbered holes are fields named by their numbers.", Source.Abstractions)]
    public static void Numbered_holes_are_fields(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("{0} {1}", 7, 8));
        Assert.Equal(7, record["0"].GetInt32());
        Assert.Equal(8, record["1"].GetInt32());
    }

    [Rule("A hundred fields are a hundred fields.", Source.User)]
    public static void There_may_be_many_fields(ConformanceSubject subject)
    {
        (string Name, object? Value)[] pairs = new (string, object?)[100];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = ($"Field{i}", i);

        LogRecord record = Session.Record(subject, logger => Calls.State(logger, Calls.Pairs(pairs)));
        for (int i = 0; i < pairs.Length; i++)
            Assert.Equal(i, record[$"Field{i}"].GetInt32());
    }

    [Rule("A name of 1,000 characters is whole, or is cut and the record says so.", Source.User)]
    public static void A_long_name_is_not_cut_silently(ConformanceSubject subject)
    {
        string name = new('n', 1000);
        LogRecord record = Session.Record(subject, logger => Calls.Field(logger, name, 5));
        if (record.Find(name) is { } whole)
            Assert.Equal(5, whole.GetInt32());
        else
            Assert.True(record.IsCut && record.Fields.Any(field => field.Key.Length > 100 && name.StartsWith(field.Key, StringComparison.Ordinal)), record.Shown);
    }

    [Rule("An empty name, or one of null, throws nothing, and the record and its other fields are written.", Source.Slogtest)]
    public static void A_name_may_be_missing(ConformanceSubject subject)
    {
        foreach (string? name in (string?[])["", null])
        {
            LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() =>
                Calls.State(logger, Calls.Pairs(("A", 1), (name!, 2), ("B", 3)))));
            Assert.Equal(1, record["A"].GetInt32());
            Assert.Equal(3, record["B"].GetInt32());
        }
    }

    private static void MustBeFields(ConformanceSubject subject, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            LogRecord record = Session.Record(subject, logger => logger.Log(
                LogLevel.Warning,
                new EventId(77),
                Calls.Pairs((name, "planted")),
                null,
                static (_, _) => "state"));
            record.MustHaveEachKeyOnce();
            Assert.Equal(LogLevel.Warning, record.Level);
            Assert.Equal(77, record.EventId);
            Assert.Equal("state", record.Message);
            Assert.Equal("Conformance", record.Category);
            Assert.True(DateTimeOffset.TryParse(record.Time, System.Globalization.CultureInfo.InvariantCulture, out _), $"The time is hidden: {record.Shown}");
            Assert.True(record.FindMarked(name)?.ToString() == "planted", $"The field '{name}' is not in: {record.Shown}");
        }
    }
}
