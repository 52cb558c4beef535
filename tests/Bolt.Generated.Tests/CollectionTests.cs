using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Bolt.Generated.Tests;

public sealed partial class CollectionTests
{
    [Fact]
    public void Arrays_and_lists_are_arrays() => Assert.Equal(
        """
        "array":[-1,0,42],"strings":["a\"b",null,"c\\d"],"list":[0.5,1],"readOnly":[true],"mutable":["Monday"],"message":"[-1,0,42] [\"a\\\"b\",null,\"c\\\\d\"]"
        """.Trim(),
        Recorder.Fields(l => Log.Lists(l, [-1, 0, 42], ["a\"b", null, "c\\d"], [0.5, 1], new Collection<bool> { true }, [DayOfWeek.Monday])));

    [Fact]
    public void Null_and_empty_collections_are_empty_arrays()
    {
        Assert.Equal(
            """
            "array":[],"strings":[],"list":[],"readOnly":[],"mutable":[],"message":"[] []"
            """.Trim(),
            Recorder.Fields(l => Log.Lists(l, null, null, null, null, null)));
        Assert.Equal(
            """
            "array":[],"strings":[],"list":[],"readOnly":[],"mutable":[],"message":"[] []"
            """.Trim(),
            Recorder.Fields(l => Log.Lists(l, [], [], [], [], [])));
    }

    [Fact]
    public void Sets_and_sequences_are_arrays() => Assert.Equal(
        """
        "set":[1],"sets":[2],"sequence":[3,4],"queue":[5],"custom":[6,7],"explicitOnly":[8],"message":""
        """.Trim(),
        Recorder.Fields(l => Log.Sequences(l, [1], new SortedSet<int> { 2 }, [3, 4], new Queue<int>([5]), new Countdown(6), new Explicit())));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_sequence_is_written_whatever_is_behind_it(int kind)
    {
        IEnumerable<int> sequence = kind switch
        {
            0 => new[] { 1, 2 },
            1 => new List<int> { 1, 2 },
            2 => new LinkedList<int>([1, 2]),
            _ => Enumerable.Range(1, 2).Where(i => i > 0),
        };
        Assert.Equal("\"sequence\":[1,2],\"message\":\"\"", Recorder.Fields(l => Log.Sequence(l, sequence)));
    }

    [Fact]
    public void Dictionaries_are_objects() => Assert.Equal(
        """
        "byName":{"a\"":1,"b":2},"byNumber":{"1":"x","-2":null},"byDay":{"Friday":[1,2]},"readOnly":{"00000000-0000-0000-0000-000000000000":1.5},"concurrent":{"true":{"k":1}},"message":"{\"a\\\"\":1,\"b\":2}"
        """.Trim(),
        Recorder.Fields(l => Log.Dictionaries(
            l,
            new Dictionary<string, int> { ["a\""] = 1, ["b"] = 2 },
            new SortedDictionary<int, string?>(Comparer<int>.Create((a, b) => b.CompareTo(a))) { [1] = "x", [-2] = null },
            new Dictionary<DayOfWeek, int[]> { [DayOfWeek.Friday] = [1, 2] },
            new ReadOnlyDictionary<Guid, double>(new Dictionary<Guid, double> { [Guid.Empty] = 1.5 }),
            new ConcurrentDictionary<bool, Dictionary<string, int>>([new(true, new Dictionary<string, int> { ["k"] = 1 })]))));

    [Fact]
    public void Null_and_empty_dictionaries()
    {
        Assert.Equal(
            """
            "byName":null,"byNumber":null,"byDay":null,"readOnly":null,"concurrent":null,"message":"null"
            """.Trim(),
            Recorder.Fields(l => Log.Dictionaries(l, null, null, null, null, null)));
        Assert.Equal(
            """
            "byName":{},"byNumber":{},"byDay":{},"readOnly":null,"concurrent":null,"message":"{}"
            """.Trim(),
            Recorder.Fields(l => Log.Dictionaries(l, [], [], new Dictionary<DayOfWeek, int[]>(), null, null)));
    }

    [Fact]
    public void Keys_that_need_a_closer_look_are_escaped_or_left_out()
    {
        using var recorder = new Recorder();
        Log.Keys(recorder.Logger, new Dictionary<Key, int> { [new("a\"b")] = 1, [new("")] = 2, [new("x\n")] = 3, [new("é")] = 4, [new(new string('k', 300))] = 5 });
        Assert.Equal($$"""{"level":"info","keys":{"a\"b":1,"é":4,"{{new string('k', 256)}}":5},"truncated":true,"message":""}""", Assert.Single(recorder.Records));
        Assert.Equal(3, recorder.Errors.Count);
    }

    [Fact]
    public void Collections_nest() => Assert.Equal(
        """
        "nested":[[[1],[]],[]],"immutable":[1,2],"unset":[],"maybe":[],"message":"[[[1],[]],[]]"
        """.Trim(),
        Recorder.Fields(l => Log.Nested(l, [[[1], []], null!], [1, 2], default, null)));

    [Fact]
    public void Bytes_are_base64_or_hex()
    {
        Assert.Equal("\"a\":\"dGVzdD8+\",\"b\":\"deadbeef\",\"message\":\"dGVzdD8+ deadbeef\"", Recorder.Fields(l => Log.Bytes(l, "test?>"u8.ToArray(), [0xde, 0xad, 0xbe, 0xef])));
        Assert.Equal("\"a\":\"\",\"b\":\"\",\"message\":\" \"", Recorder.Fields(l => Log.Bytes(l, null, null)));
    }

    [Fact]
    public void A_collection_that_throws_leaves_null_and_is_reported()
    {
        using var recorder = new Recorder();
        Log.Sequence(recorder.Logger, Throwing());
        Assert.Equal("""{"level":"info","sequence":null,"message":""}""", Assert.Single(recorder.Records));
        Assert.Single(recorder.Errors);

        static IEnumerable<int> Throwing()
        {
            yield return 1;
            throw new InvalidOperationException("Bad.");
        }
    }

    [Fact]
    public void A_collection_of_type_parameters_is_an_array() => Assert.Equal("\"items\":[1.5,2],\"message\":\"[1.5,2]\"", Recorder.Fields(l => Log.Generic(l, [1.5m, 2m])));

    [Fact]
    public void What_enumerates_plain_objects_is_read_by_its_interface() => Assert.Equal(
        "\"odd\":[\"a\",\"b\"],\"collection\":[\"c\"],\"message\":\"\"",
        Recorder.Fields(l => Log.Odd(l, new OddEnumerable(), new ReadOnlyCollection<string>(["c"]))));

    public sealed class OddEnumerable : IEnumerable<string>
    {
        public IEnumerator GetEnumerator() => throw new InvalidOperationException("Not to be called.");

        IEnumerator<string> IEnumerable<string>.GetEnumerator() => ((IEnumerable<string>)["a", "b"]).GetEnumerator();
    }

    public sealed record Key(string Text) : ISpanFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => Text;

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = Text.TryCopyTo(destination) ? Text.Length : 0;
            return Text.Length <= destination.Length;
        }
    }

    public sealed class Countdown(int from) : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator()
        {
            yield return from;
            yield return from + 1;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class Explicit : IEnumerable<int>
    {
        IEnumerator<int> IEnumerable<int>.GetEnumerator()
        {
            yield return 8;
        }

        IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<int>)this).GetEnumerator();
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "{array} {strings}")]
        public static partial void Lists(ILogger logger, int[]? array, string?[]? strings, List<double>? list, IReadOnlyList<bool>? readOnly, IList<DayOfWeek>? mutable);

        [LogEvent(LogLevel.Information)]
        public static partial void Sequences(ILogger logger, HashSet<int> set, IReadOnlySet<int> sets, ICollection<int> sequence, Queue<int> queue, Countdown custom, Explicit explicitOnly);

        [LogEvent(LogLevel.Information)]
        public static partial void Sequence(ILogger logger, IEnumerable<int> sequence);

        [LogEvent(LogLevel.Information)]
        public static partial void Odd(ILogger logger, OddEnumerable odd, ReadOnlyCollection<string> collection);

        [LogEvent(LogLevel.Information, "{byName}")]
        public static partial void Dictionaries(
            ILogger logger,
            Dictionary<string, int>? byName,
            SortedDictionary<int, string?>? byNumber,
            IDictionary<DayOfWeek, int[]>? byDay,
            IReadOnlyDictionary<Guid, double>? readOnly,
            ConcurrentDictionary<bool, Dictionary<string, int>>? concurrent);

        [LogEvent(LogLevel.Information)]
        public static partial void Keys(ILogger logger, Dictionary<Key, int> keys);

        [LogEvent(LogLevel.Information, "{nested}")]
        public static partial void Nested(ILogger logger, List<int[][]> nested, ImmutableArray<int> immutable, ImmutableArray<int> unset, ImmutableArray<int>? maybe);

        [LogEvent(LogLevel.Information, "{a} {b:x}")]
        public static partial void Bytes(ILogger logger, byte[]? a, byte[]? b);

        [LogEvent(LogLevel.Information, "{items}")]
        public static partial void Generic<T>(ILogger logger, List<T> items)
            where T : ISpanFormattable;
    }
}
