using System.Diagnostics;
using System.Reflection;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

public sealed partial class AllocationTests
{
    private static readonly int[] s_numbers = [1, 2, 3];
    private static readonly List<string> s_list = ["a", "b"];
    private static readonly Dictionary<int, string> s_dictionary = new() { [1] = "a", [20] = "b" };
    private static readonly HashSet<int> s_set = [1, 2];
    private static readonly Item s_item = new("title", "1234567890", 7, [1, 2], null);

    // Unoptimised code boxes where optimised code knows the type; those calls are measured in Release only.
    private static readonly bool s_isOptimized = typeof(BoltLogger).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    private static readonly Dictionary<string, Action<ILogger>> s_always = new()
    {
        ["nothing"] = static l => Log.Nothing(l),
        ["flags"] = static l => Log.Flags(l, FileAttributes.Hidden | FileAttributes.System),
        ["spans"] = static l => Log.Spans(l, "abc".AsSpan(1), "é"u8, s_numbers),
        ["objects"] = static l => Log.Objects(l, s_item, s_item),
        ["generic"] = static l => Log.Generic(l, 5, DayOfWeek.Friday),
        ["dynamic level"] = static l => Log.Dynamic(l, LogLevel.Warning, 1),
        ["disabled"] = static l => Log.Disabled(l, "x"),
    };

    private static readonly Dictionary<string, Action<ILogger>> s_optimized = new()
    {
        ["scalars"] = static l => Log.Scalars(l, 1, "text é", 1.5, 2.25m, true, Guid.Empty, DateTime.UnixEpoch, TimeSpan.FromSeconds(1), DayOfWeek.Friday, 5, null, Int128.MaxValue),
        ["formatted"] = static l => Log.Formatted(l, 1234.5, 42, DateTime.UnixEpoch, "x"),
        ["params span"] = static l => Log.Params(l, 1, 2, 3),
        ["collections"] = static l => Log.Collections(l, s_numbers, s_list, s_list, s_numbers, s_list, s_dictionary, s_dictionary, s_set, s_set),
        ["type argument"] = static l => TypeArgumentEvents.Span(l, 7),
        ["redacted"] = static l => Log.Redacted(l, "secret", "0123456789", 42),
        ["classified"] = static l => Log.Classified(l, "secret", 42),
    };

    public static TheoryData<string> Calls => [.. s_always.Keys, .. s_optimized.Keys.Where(static _ => s_isOptimized)];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_log_call_does_not_allocate(string name)
    {
        Action<ILogger> call = s_always.GetValueOrDefault(name) ?? s_optimized[name];
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(static o =>
        {
            o.MinimumLevel = LogLevel.Debug;
            o.Delivery = Delivery.Synchronous;
            o.Include = RecordParts.Default;
            o.RedactorProvider = new OneRedactor(new LengthRedactor());
            o.Sinks.Add(new StreamSink(Stream.Null));
        });
        ILogger logger = factory.CreateLogger("Test");
        for (int i = 0; i < 100; i++) call(logger);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++) call(logger);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated == 0, $"{name}: {allocated} B in 1000 calls");
    }

    public sealed record Item(string Title, [Sensitive(Redaction.Last4)] string Card, int? Count, List<int> Numbers, Item? Next);

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "nothing")]
        public static partial void Nothing(ILogger logger);

        [LogEvent(LogLevel.Information, "{i} {s} {d} {day} {maybe}")]
        public static partial void Scalars(
            ILogger logger, int i, string s, double d, decimal m, bool b, Guid g, DateTime dt, TimeSpan span, DayOfWeek day, int? maybe, long? missing, Int128 wide);

        [LogEvent(LogLevel.Information, "{attributes}")]
        public static partial void Flags(ILogger logger, FileAttributes attributes);

        [LogEvent(LogLevel.Information, "{d:N2} {i,8} {dt:HH:mm} {s,-5}")]
        public static partial void Formatted(ILogger logger, double d, int i, DateTime dt, string s);

        [LogEvent(LogLevel.Information, "{text} {utf8}")]
        public static partial void Spans(ILogger logger, ReadOnlySpan<char> text, ReadOnlySpan<byte> utf8, ReadOnlySpan<int> numbers);

        [LogEvent(LogLevel.Information)]
        public static partial void Params(ILogger logger, params ReadOnlySpan<int> numbers);

        [LogEvent(LogLevel.Information, "{array}")]
        public static partial void Collections(
            ILogger logger,
            int[] array,
            List<string> list,
            IReadOnlyList<string> readOnly,
            IEnumerable<int> sequence,
            ICollection<string> collection,
            Dictionary<int, string> dictionary,
            IReadOnlyDictionary<int, string> readOnlyDictionary,
            HashSet<int> set,
            ISet<int> anySet);

        [LogEvent(LogLevel.Information, "{item}")]
        public static partial void Objects(ILogger logger, [LogFields] Item item, [LogFields(Flatten = true)] Item flat);

        [LogEvent(LogLevel.Information, "{mask} {last4} {hash}")]
        public static partial void Redacted(ILogger logger, [Sensitive] string mask, [Sensitive(Redaction.Last4)] string last4, [Sensitive(Redaction.Hash)] int hash);

        [LogEvent(LogLevel.Information, "{text} {number:N2}")]
        public static partial void Classified(ILogger logger, [PrivateData] string text, [PrivateData] int number);

        [LogEvent(LogLevel.Information, "{value} {day}")]
        public static partial void Generic<T, TEnum>(ILogger logger, T value, TEnum day)
            where T : struct, IUtf8SpanFormattable
            where TEnum : struct, Enum;

        [LogEvent("{x}")]
        public static partial void Dynamic(ILogger logger, LogLevel level, int x);

        [LogEvent(LogLevel.Trace, "{x}")]
        public static partial void Disabled(ILogger logger, string x);
    }
}
