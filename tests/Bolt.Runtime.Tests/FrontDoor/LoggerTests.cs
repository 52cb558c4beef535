using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

public sealed class LoggerTests
{
    [Fact]
    public void A_foreign_call_becomes_a_record_with_its_values_message_and_exception()
    {
        using var recorder = new Recorder(include: RecordParts.Category | RecordParts.EventId | RecordParts.EventName | RecordParts.ErrorType);
        recorder.Logger.LogWarning(new EventId(7, "Paid"), new InvalidOperationException("no \"card\""), "Order {Id} paid {Amount:N2} by {User}", 42, 9.5m, "ada");
        Assert.Equal(
            """{"level":"warn","category":"Test.Category","event_id":7,"event":"Paid","Id":42,"Amount":9.5,"User":"ada","error":"no \"card\"","error_type":"System.InvalidOperationException","message":"Order 42 paid 9.50 by ada"}""",
            recorder.Line);
    }

    [Fact]
    public void Values_of_foreign_calls_are_written_by_their_run_time_type()
    {
        using var recorder = new Recorder();
        recorder.Logger.LogInformation(
            "{A} {B} {C} {D} {E}",
            new[] { 1, 2 },
            new Dictionary<string, object?> { ["x"] = 1, ["y"] = null },
            DayOfWeek.Friday,
            null,
            new DateTime(2025, 7, 13, 15, 30, 0, DateTimeKind.Utc));
        Assert.StartsWith("""{"level":"info","A":[1,2],"B":{"x":1,"y":null},"C":"Friday","D":null,"E":"2025-07-13T15:30:00Z","message":""", recorder.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_original_format_is_never_a_field_and_a_key_is_written_once()
    {
        using var recorder = new Recorder();
        recorder.Logger.LogInformation("{A} {A}", 1, 2);
        recorder.Logger.Log(
            LogLevel.Information,
            default,
            new List<KeyValuePair<string, object?>> { new("k", 1), new("k", 2), new("", 3), new("a\nb", 4), new("{OriginalFormat}", "t") },
            null,
            static (_, _) => "m");
        Assert.Equal("""{"level":"info","A":1,"message":"1 2"}""", recorder.Lines[0]);
        Assert.Equal("""{"level":"info","k":1,"message":"m"}""", recorder.Lines[1]);
        Assert.Equal(2, recorder.Errors.Count(error => error.Reason == LogErrorReason.Key));
    }

    [Fact]
    public void A_key_of_the_record_itself_gets_an_underscore()
    {
        using var recorder = new Recorder();
        recorder.Logger.With("level", "x").LogInformation("{message} {time}", "m", 1);
        Assert.Equal("""{"level":"info","level_":"x","message_":"m","time_":1,"message":"m 1"}""", recorder.Line);
    }

    [Fact]
    public void A_key_longer_than_256_bytes_is_cut_and_marked()
    {
        using var recorder = new Recorder();
        recorder.Logger.With(new string('é', 200), 1).LogInformation("m");
        Assert.Equal($$"""{"level":"info","{{new string('é', 128)}}":1,"message":"m"}""", recorder.Line);
        Assert.Equal(LogErrorReason.Key, Assert.Single(recorder.Errors).Reason);
    }

    [Fact]
    public void Bound_fields_are_written_in_order_the_last_of_a_name_and_the_call_wins()
    {
        using var recorder = new Recorder();
        BoltLogger child = recorder.Logger.With("a", 1).With("b", "two").With("a", 3.5).With("list", new[] { "x" });
        child.LogInformation("m");
        child.LogInformation("{b}", "call");
        recorder.Logger.LogInformation("parent");
        Assert.Equal("""{"level":"info","b":"two","a":3.5,"list":["x"],"message":"m"}""", recorder.Lines[0]);
        Assert.Equal("""{"level":"info","a":3.5,"list":["x"],"b":"call","message":"call"}""", recorder.Lines[1]);
        Assert.Equal("""{"level":"info","message":"parent"}""", recorder.Lines[2]);
    }

    [Fact]
    public void Bound_fields_give_way_to_an_events_own_too()
    {
        using var recorder = new Recorder();
        BoltLogger child = recorder.Logger.With("n", "bound").With("other", 1);
        TestEvent.Write(child, 1, 2);
        Assert.Equal("""{"level":"info","other":1,"thread":1,"n":2,"message":"step"}""", recorder.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\u007F")]
    public void A_name_that_cannot_be_a_key_is_refused(string name)
    {
        using var recorder = new Recorder();
        Assert.ThrowsAny<ArgumentException>(() => recorder.Logger.With(name, 1));
        Assert.ThrowsAny<ArgumentException>(() => recorder.Logger.With(null!, 1));
    }

    [Fact]
    public void Many_loggers_of_one_event_write_their_own_heads()
    {
        using var recorder = new Recorder();
        for (int i = 0; i < 40; i++)
            TestEvent.Write(recorder.Logger.With("request", i), 0, i);

        string[] lines = recorder.Lines;
        for (int i = 0; i < 40; i++)
            Assert.Equal($$"""{"level":"info","request":{{i}},"thread":0,"n":{{i}},"message":"step"}""", lines[i]);
    }

    [Fact]
    public void Scopes_become_fields_or_elements_of_scopes_the_inner_before_the_outer()
    {
        using var recorder = new Recorder();
        using (recorder.Logger.BeginScope("outer"))
        using (recorder.Logger.BeginScope(new Dictionary<string, object?> { ["a"] = 1, ["b"] = 1 }))
        using (recorder.Logger.BeginScope("Order {b} {c}", 2, 3))
        using (recorder.Logger.BeginScope(4))
        {
            recorder.Logger.LogInformation("m");
            TestEvent.Write(recorder.Logger.With("c", "bound"), 5, 6);
        }

        recorder.Logger.LogInformation("after");
        Assert.Equal("""{"level":"info","b":2,"c":3,"a":1,"scopes":["outer",4],"message":"m"}""", recorder.Lines[0]);
        Assert.Equal("""{"level":"info","c":"bound","b":2,"a":1,"scopes":["outer",4],"thread":5,"n":6,"message":"step"}""", recorder.Lines[1]);
        Assert.Equal("""{"level":"info","message":"after"}""", recorder.Lines[2]);
    }

    [Fact]
    public void A_call_with_too_few_arguments_keeps_those_that_are_there_and_its_template()
    {
        using var recorder = new Recorder();
#pragma warning disable CA2017 // Too few on purpose.
        recorder.Logger.LogInformation("{A} of {B} at {C}", 1, 2);
#pragma warning restore CA2017
        recorder.Logger.LogInformation("{D}", 3);
        Assert.Equal("""{"level":"info","A":1,"B":2,"message":"{A} of {B} at {C}"}""", recorder.Lines[0]);
        Assert.Equal("""{"level":"info","D":3,"message":"3"}""", recorder.Lines[1]);
        Assert.Equal([LogErrorReason.Encode, LogErrorReason.Encode], recorder.Errors.Select(error => error.Reason));
    }

    [Fact]
    public void A_scope_that_throws_costs_its_fields_only()
    {
        using var recorder = new Recorder();
        using (recorder.Logger.BeginScope(new ThrowingPairs()))
            recorder.Logger.LogInformation("m");

        Assert.Equal("""{"level":"info","message":"m"}""", recorder.Line);
        Assert.Equal(LogErrorReason.Encode, Assert.Single(recorder.Errors).Reason);
    }

    [Fact]
    public void A_state_or_a_formatter_that_throws_costs_its_part_only()
    {
        using var recorder = new Recorder();
        recorder.Logger.Log(LogLevel.Information, default, new ThrowingPairs(), null, static (_, _) => "m");
        recorder.Logger.Log(LogLevel.Information, default, 1, null, static (_, _) => throw new InvalidOperationException("formatter"));
        recorder.Logger.Log<object?>(LogLevel.Information, default, null, null, null!);
        Assert.Equal("""{"level":"info","a":1,"message":"m"}""", recorder.Lines[0]);
        Assert.Equal("""{"level":"info","message":""}""", recorder.Lines[1]);
        Assert.Equal("""{"level":"info","message":""}""", recorder.Lines[2]);
        Assert.Equal(2, recorder.Errors.Length);
    }

    [Fact]
    public void Trace_and_span_id_come_from_the_current_activity_once_and_only_if_valid()
    {
        using var recorder = new Recorder(include: RecordParts.TraceContext);
        ActivityTraceId trace = ActivityTraceId.CreateFromString("0102030405060708090a0b0c0d0e0f10");
        ActivitySpanId span = ActivitySpanId.CreateFromString("0102030405060708");
        using (var activity = new Activity("a"))
        {
            activity.SetParentId(trace, span, ActivityTraceFlags.Recorded);
            activity.Start();
            TestEvent.Write(recorder.Logger, 0, 0);
            recorder.Logger.LogInformation("m");
            string ids = $"\"trace_id\":\"0102030405060708090a0b0c0d0e0f10\",\"span_id\":\"{activity.SpanId}\"";
            Assert.Equal($$"""{"level":"info","thread":0,"n":0,{{ids}},"message":"step"}""", recorder.Lines[0]);
            Assert.Equal($$"""{"level":"info",{{ids}},"message":"m"}""", recorder.Lines[1]);
        }

        using (var hierarchical = new Activity("h"))
        {
            hierarchical.SetIdFormat(ActivityIdFormat.Hierarchical);
            hierarchical.Start();
            recorder.Logger.LogInformation("m");
        }

        recorder.Logger.LogInformation("m");
        Assert.Equal("""{"level":"info","message":"m"}""", recorder.Lines[2]);
        Assert.Equal("""{"level":"info","message":"m"}""", recorder.Lines[3]);
    }

    [Fact]
    public void An_exception_is_written_with_type_and_stack_and_its_inner_ones()
    {
        using var recorder = new Recorder(include: RecordParts.ErrorType | RecordParts.ErrorStack);
        try
        {
            try
            {
                throw new ArgumentException("inner");
            }
            catch (ArgumentException inner)
            {
                throw new InvalidOperationException("outer", inner);
            }
        }
        catch (InvalidOperationException exception)
        {
            recorder.Logger.LogError(exception, "m");
        }

        recorder.Logger.LogError(new InvalidOperationException("never thrown"), "m");
        Assert.StartsWith("""{"level":"error","error":"outer","error_type":"System.InvalidOperationException","error_stack":"System.InvalidOperationException: outer\n ---> System.ArgumentException: inner\n   at """, recorder.Lines[0], StringComparison.Ordinal);
        Assert.Equal("""{"level":"error","error":"never thrown","error_type":"System.InvalidOperationException","message":"m"}""", recorder.Lines[1]);
    }

    [Fact]
    public void An_exception_whose_members_throw_is_still_a_record()
    {
        using var recorder = new Recorder(include: RecordParts.ErrorStack);
        recorder.Logger.LogError(new Hostile(), "m");
        Assert.Equal("""{"level":"error","error":null,"error_stack":null,"message":"m"}""", recorder.Line);
        Assert.All(recorder.Errors, error => Assert.Equal(LogErrorReason.Encode, error.Reason));
    }

    [Fact]
    public void Every_part_stands_at_its_place()
    {
        using var recorder = new Recorder(options => options.Clock = new FixedClock(), RecordParts.All);
        using var activity = new Activity("a");
        activity.SetIdFormat(ActivityIdFormat.W3C);
        activity.Start();
        using (recorder.Logger.BeginScope("s"))
            recorder.Logger.With("bound", 1).LogError(new EventId(3, "Name"), new InvalidOperationException("e"), "{F}", 2);

        Assert.Equal(
            $$"""{"time":"2026-01-02T03:04:05.0607080Z","level":"error","category":"Test.Category","event_id":3,"event":"Name","bound":1,"scopes":["s"],"F":2,"error":"e","error_type":"System.InvalidOperationException","thread_id":{{Environment.CurrentManagedThreadId}},"trace_id":"{{activity.TraceId}}","span_id":"{{activity.SpanId}}","message":"2"}""",
            recorder.Line);
    }

    [Theory]
    [InlineData(LogLevel.Trace, "trace")]
    [InlineData(LogLevel.Debug, "debug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "error")]
    [InlineData(LogLevel.Critical, "fatal")]
    public void Levels_are_spelled(LogLevel level, string text)
    {
        using var recorder = new Recorder();
        recorder.Logger.Log(level, "m");
        TestEvent.Write(recorder.Logger, 0, 0, level);
        Assert.All(recorder.Lines, line => Assert.StartsWith($$"""{"level":"{{text}}",""", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LogLevel.Trace)]
    [InlineData(LogLevel.Information)]
    [InlineData(LogLevel.Critical)]
    [InlineData(LogLevel.None)]
    public void IsEnabled_and_what_is_written_agree(LogLevel minimum)
    {
        using var recorder = new Recorder(options => options.MinimumLevel = minimum);
        for (var level = LogLevel.Trace; level <= LogLevel.None; level++)
        {
            int before = recorder.Lines.Length;
            recorder.Logger.Log(level, "m");
            TestEvent.Write(recorder.Logger, 0, 0, level);
            bool enabled = level >= minimum && level != LogLevel.None;
            Assert.Equal(enabled, recorder.Logger.IsEnabled(level));
            Assert.Equal(enabled ? 2 : 0, recorder.Lines.Length - before);
        }
    }

    [Fact]
    public void The_time_is_exact_in_every_second()
    {
        var clock = new SteppingClock();
        using var recorder = new Recorder(options => options.Clock = clock, RecordParts.Timestamp);
        var random = new Random(7);
        var expected = new List<string>();
        for (int i = 0; i < 2_000; i++)
        {
            long ticks = i % 3 == 0 ? random.NextInt64(DateTime.MaxValue.Ticks) : clock.Ticks + random.NextInt64(20_000_000);
            clock.Ticks = Math.Min(ticks, DateTime.MaxValue.Ticks);
            expected.Add(new DateTime(clock.Ticks, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture));
            TestEvent.Write(recorder.Logger, 0, i);
        }

        string[] lines = recorder.Lines;
        for (int i = 0; i < expected.Count; i++)
            Assert.StartsWith($$"""{"time":"{{expected[i]}}","level":"info",""", lines[i], StringComparison.Ordinal);
    }

    [Fact]
    public void The_coarse_clock_is_near_the_precise_one()
    {
        using var recorder = new Recorder(options => options.Clock = LogClock.Coarse, RecordParts.Timestamp);
        TestEvent.Write(recorder.Logger, 0, 0);
        DateTime time = DateTime.Parse(recorder.Line[9..37], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.InRange((DateTime.UtcNow - time).TotalSeconds, -0.1, 60);
    }

    [Fact]
    public void A_clock_that_throws_costs_no_record()
    {
        using var recorder = new Recorder(options => options.Clock = new BrokenClock(), RecordParts.Timestamp);
        TestEvent.Write(recorder.Logger, 0, 0);
        Assert.Contains("\"n\":0", recorder.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_factory_gives_the_same_logger_for_the_same_category_and_takes_no_provider()
    {
        using var recorder = new Recorder();
        Assert.Same(recorder.Factory.CreateLogger("a"), recorder.Factory.CreateLogger("a"));
        Assert.IsType<BoltLogger>(((ILoggerFactory)recorder.Factory).CreateLogger("a"));
        Assert.Throws<NotSupportedException>(() => ((ILoggerFactory)recorder.Factory).AddProvider(null!));
        Assert.Throws<ArgumentNullException>(() => recorder.Factory.CreateLogger(null!));
    }

    [Fact]
    public async Task Asynchronous_disposal_delivers()
    {
        var sink = new ListSink();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        TestEvent.Write(factory.CreateLogger("a"), 0, 0);
        await factory.DisposeAsync();
        await factory.DisposeAsync();
        Assert.Equal(1, sink.Count);
        Assert.True(sink.IsDisposed);
    }

    private sealed class ThrowingPairs : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 2;

        public KeyValuePair<string, object?> this[int index] => index == 0 ? new("a", 1) : throw new InvalidOperationException("pairs");

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => throw new InvalidOperationException("pairs");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Hostile : Exception
    {
        public override string Message => throw new InvalidOperationException("message");

        public override string ToString() => throw new InvalidOperationException("text");
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(607080), TimeSpan.Zero);
    }

    private sealed class SteppingClock : TimeProvider
    {
        internal long Ticks { get; set; } = DateTime.UnixEpoch.Ticks;

        public override DateTimeOffset GetUtcNow() => new(Ticks, TimeSpan.Zero);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("clock");
    }
}
