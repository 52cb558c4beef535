#pragma warning disable SYSLIB1015 // A parameter that is not in the message is a field too.

using System.Collections;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>The kinds of state that a call may have.</summary>
internal static partial class StateRules
{
    private static readonly Action<ILogger, int, string, Exception?> s_defined =
        LoggerMessage.Define<int, string>(LogLevel.Warning, new EventId(12, "Defined"), "defined {Id} in {City}");

    private static readonly Func<ILogger, int, IDisposable?> s_scope = LoggerMessage.DefineScope<int>("request {Request}");

    [Rule("`LogInformation` with a template: its arguments are fields.", Source.Abstractions)]
    public static void Arguments_of_LogInformation_are_fields(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation(3, new InvalidOperationException("x"), "{A} of {B}", 1, true));
        Assert.Equal(1, record["A"].GetInt32());
        Assert.True(record["B"].GetBoolean());
        Assert.Equal(3, record.EventId);
    }

    [Rule("`LoggerMessage.Define`: its arguments are fields, the message is its own.", Source.Abstractions)]
    public static void Arguments_of_a_defined_message_are_fields(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => s_defined(logger, 5, "7", null));
        Assert.Equal(5, record["Id"].GetInt32());
        Assert.Equal("7", record["City"].GetString());
        Assert.Equal(12, record.EventId);
        Assert.Equal(LogLevel.Warning, record.Level);
    }

    [Rule("A `[LoggerMessage]` method: its parameters are fields, as given.", Source.Abstractions)]
    public static void Parameters_of_a_generated_method_are_fields(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Generated(logger, 5, 7, 1.5));
        Assert.Equal(5, record["id"].GetInt32());
        Assert.Equal(7, record["room"].GetInt32());
        Assert.Equal(1.5, record["extra"].GetDouble());
        Assert.Equal("generated 5 in 7", record.Message);
        Assert.Equal(11, record.EventId);
    }

    [Rule("A `[LoggerMessage]` method with more than six parameters, whose state is a struct of its own.", Source.Abstractions)]
    public static void Many_parameters_of_a_generated_method_are_fields(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => GeneratedLarge(logger, 1, 2, 3, 4, 5, 6, 7));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], "abcdefg".Select(name => record[name.ToString()].GetInt32()));
        Assert.Equal("1234567", record.Message);
    }

    [Rule("`LoggerMessage.DefineScope`: its arguments are in the records inside.", Source.Abstractions)]
    public static void Arguments_of_a_defined_scope_are_fields(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            using (s_scope(logger, 9))
                logger.LogInformation("x");
        });
        Assert.Equal(9, record["Request"].GetInt32());
    }

    [Rule("A read-only list of pairs: its pairs are fields, the formatter gives the message.", Source.Provider)]
    public static void A_read_only_list_of_pairs_is_fields(ConformanceSubject subject) => MustBeFields(subject, new PairList([new("A", 1), new("B", "b")]));

    [Rule("An array of pairs: its pairs are fields, the formatter gives the message.", Source.Provider)]
    public static void An_array_of_pairs_is_fields(ConformanceSubject subject) => MustBeFields(subject, new KeyValuePair<string, object?>[] { new("A", 1), new("B", "b") });

    [Rule("A dictionary: its entries are fields, the formatter gives the message.", Source.Provider)]
    public static void A_dictionary_is_fields(ConformanceSubject subject) => MustBeFields(subject, new Dictionary<string, object?> { ["A"] = 1, ["B"] = "b" });

    [Rule("Pairs that can only be enumerated: they are fields, the formatter gives the message.", Source.Provider)]
    public static void A_sequence_of_pairs_is_fields(ConformanceSubject subject) => MustBeFields(subject, Sequence());

    [Rule("A struct of the caller's own that lists pairs: its pairs are fields, the formatter gives the message.", Source.Abstractions)]
    public static void A_struct_of_pairs_is_fields(ConformanceSubject subject) => MustBeFields(subject, new PairStruct(1, "b"));

    [Rule("A plain string is a state; the formatter gives the message, and no field is made of characters.", Source.Abstractions)]
    public static void A_string_is_no_field(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Calls.Text(logger, "just text"));
        Assert.Equal("just text", record.Message);
        Assert.Null(record.Find("Length"));
    }

    [Rule("An object that is no pairs is a state; the formatter gives the message.", Source.Abstractions)]
    public static void An_object_is_a_state(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.Log(LogLevel.Information, default, new { Id = 5 }, null, static (state, _) => $"id {state.Id}"));
        Assert.Equal("id 5", record.Message);
    }

    [Rule("A state of null is a record, and nothing is thrown.", Source.User)]
    public static void The_state_may_be_null(ConformanceSubject subject) =>
        Assert.Equal("state", Session.Record(subject, logger => Calls.MustNotThrow(() => Calls.State<object?>(logger, null))).Message);

    [Rule("A state that throws while it is read loses no more than its fields, and nothing is thrown.", Source.User)]
    public static void A_state_that_throws_is_a_record(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() => Calls.State(logger, new ThrowingState())));
        Assert.Equal("state", record.Message);
        Assert.Equal(LogLevel.Information, record.Level);
    }

    [Rule("A state is read during the call only: what is done to it afterwards does not show.", Source.Abstractions)]
    public static void A_state_is_read_during_the_call(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger =>
        {
            var state = new List<KeyValuePair<string, object?>> { new("A", 1), new("{OriginalFormat}", "state") };
            Calls.State(logger, state);
            state[0] = new("A", 2);
            state.Add(new("B", 3));
        });
        Assert.Equal(1, record["A"].GetInt32());
        Assert.Null(record.Find("B"));
    }

    [Rule("A value that changes is read during the call only: what is done to it afterwards does not show.", Source.Abstractions)]
    public static void A_value_is_read_during_the_call(ConformanceSubject subject)
    {
        IReadOnlyList<LogRecord> records = Session.Records(subject, logger =>
        {
            var text = new StringBuilder("x");
            for (int n = 1; n <= 100; n++)
            {
                logger.LogInformation("{Length} {Text}", n, text);
                text.Append('x');
            }
        });
        Assert.Equal(100, records.Count);
        foreach (LogRecord record in records)
            Assert.Equal(record["Length"].GetInt32(), record["Text"].GetString()!.Length);
    }

    [LoggerMessage(11, LogLevel.Information, "generated {id} in {room}")]
    private static partial void Generated(ILogger logger, int id, int room, double extra);

    [LoggerMessage(13, LogLevel.Information, "{a}{b}{c}{d}{e}{f}{g}")]
    private static partial void GeneratedLarge(ILogger logger, int a, int b, int c, int d, int e, int f, int g);

    private static void MustBeFields<TState>(ConformanceSubject subject, TState state)
    {
        LogRecord record = Session.Record(subject, logger => Calls.State(logger, state));
        Assert.Equal(1, record["A"].GetInt32());
        Assert.Equal("b", record["B"].GetString());
        Assert.Equal("state", record.Message);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Sequence()
    {
        yield return new("A", 1);
        yield return new("B", "b");
    }

    private sealed class PairList(KeyValuePair<string, object?>[] pairs) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => pairs.Length;

        public KeyValuePair<string, object?> this[int index] => pairs[index];

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => pairs.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private readonly struct PairStruct(int a, string b) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 2;

        public KeyValuePair<string, object?> this[int index] => index == 0 ? new("A", a) : new("B", b);

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
            yield return this[1];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class ThrowingState : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => throw new InvalidOperationException("state");

        public KeyValuePair<string, object?> this[int index] => throw new InvalidOperationException("state");

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw new InvalidOperationException("state");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
