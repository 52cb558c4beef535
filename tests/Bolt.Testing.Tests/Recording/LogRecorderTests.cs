using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests.Recording;

public sealed class LogRecorderTests
{
    [Fact]
    public void A_record_is_there_when_the_call_returns()
    {
        using var recorder = new LogRecorder();
        Events.OrderPlaced(recorder.CreateLogger("Shop"), 42, 59.9m);

        LogRecord record = recorder.Records.Event("OrderPlaced").Level(LogLevel.Information).With("orderId", 42).Single();

        Assert.Equal(42, record.Get<int>("orderId"));
        Assert.Equal(59.9m, record.Get<decimal>("amount"));
        Assert.Equal("Order 42 of 59.90 placed", record.Message);
        Assert.Equal(("Shop", 7, Environment.CurrentManagedThreadId), (record.Category, record.EventId, record.ThreadId));
    }

    [Fact]
    public void Every_way_to_log_is_recorded_alike()
    {
        using var recorder = new LogRecorder();
        using ILoggerFactory extensions = LoggerFactory.Create(logging => logging.AddBoltRecorder(recorder));
        ILogger[] loggers = [recorder.CreateLogger("Direct"), recorder.CreateLogger<LogRecorderTests>(), extensions.CreateLogger("Extensions"), extensions.CreateLogger<LogRecorderTests>()];
        foreach (ILogger logger in loggers)
        {
            Events.OrderPlaced(logger, 42, 59.9m);
            logger.LogWarning(new EventId(9, "Foreign"), "User {Id} from {City}", 17, "Bern");
        }

        foreach (LogRecord record in recorder.Records.Event("OrderPlaced").Event(7).With("orderId", 42L).With("amount", 59.9m).Exactly(4))
            Assert.Equal("Order 42 of 59.90 placed", record.Message);

        foreach (LogRecord record in recorder.Records.Event("Foreign").Event(9).Level(LogLevel.Warning).With("Id", 17).With("City", "Bern").Exactly(4))
            Assert.Equal("User 17 from Bern", record.Message);

        Assert.Equal(8, recorder.Records.Count);
        recorder.Records.Category<LogRecorderTests>().Exactly(4);
        recorder.Records.Category("Bolt.Testing.Tests.Recording.LogRecorderTests").Exactly(4);
        recorder.Records.Category("Direct").Exactly(2);
        recorder.Records.Category("direct").None();
    }

    [Fact]
    public void Every_level_is_recorded_unless_the_options_say_otherwise()
    {
        using var all = new LogRecorder();
        using var warnings = new LogRecorder(options => options.MinimumLevel = LogLevel.Warning);
        for (LogLevel level = LogLevel.Trace; level <= LogLevel.Critical; level++)
        {
            all.CreateLogger("x").Log(level, "hello");
            warnings.CreateLogger("x").Log(level, "hello");
        }

        Assert.Equal([LogLevel.Trace, LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical], all.Records.Select(static record => record.Level));
        Assert.Equal([LogLevel.Warning, LogLevel.Error, LogLevel.Critical], warnings.Records.Select(static record => record.Level));
        Assert.Equal(2, all.Records.AtLeast(LogLevel.Error).Count);
    }

    [Fact]
    public void Delivery_stays_synchronous_and_further_sinks_get_the_records_too()
    {
        var stream = new MemoryStream();
        using var recorder = new LogRecorder(options =>
        {
            options.Delivery = Delivery.Background;
            options.Include = RecordParts.None;
            options.Sinks.Add(new Sinks.StreamSink(stream));
        });
        recorder.CreateLogger("x").LogInformation("hello");

        Assert.Equal("""{"level":"info","message":"hello"}""", recorder.Records.Single().Json);
        Assert.Equal("{\"level\":\"info\",\"message\":\"hello\"}\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_bad_option_is_named() =>
        Assert.Contains("EventPoolSize", Assert.Throws<ArgumentOutOfRangeException>(static () => new LogRecorder(static options => options.EventPoolSize = 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_clock_of_a_test_gives_the_times()
    {
        var now = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);
        using var recorder = new LogRecorder(new FixedTime(now));
        recorder.CreateLogger("x").LogInformation("hello");
        Assert.Equal(now, recorder.Records.Single().Time);
    }

    [Fact]
    public void Records_do_not_change_and_outlive_the_recorder()
    {
        var recorder = new LogRecorder();
        BoltLogger logger = recorder.CreateLogger("x");
        logger.LogInformation("first");
        LogRecords before = recorder.Records;
        logger.LogInformation("second");
        recorder.Dispose();
        logger.LogInformation("third");

        Assert.Equal("first", before.Single().Message);
        Assert.Equal(["first", "second"], recorder.Records.Select(static record => record.Message));
    }

    [Fact]
    public void Bound_fields_and_scopes_are_recorded()
    {
        using var recorder = new LogRecorder();
        using ILoggerFactory extensions = LoggerFactory.Create(logging => logging.AddBoltRecorder(recorder));
        ILogger bound = recorder.CreateLogger("x").With("tenant", "acme");
        foreach (ILogger logger in new[] { bound, extensions.CreateLogger("x") })
        {
            using (logger.BeginScope("outer {Depth}", 1))
            using (logger.BeginScope(new Dictionary<string, object?> { ["request"] = 5 }))
            using (logger.BeginScope("inner"))
                Events.OrderFailed(logger, 1, null);
        }

        recorder.Records.With("tenant", "acme").With("request", 5).Single();
        LogRecord[] records = [.. recorder.Records.With("request", 5).Scope("inner").Exactly(2)];
        Assert.Equal(["inner"], records[0].Scopes);
        Assert.Equal(1, records[0].Get<int>("Depth"));
        Assert.Equal(["inner"], records[1].Scopes);
        recorder.Records.Scope("request").None();

        Events.OrderFailed(bound, 2, null);
        Assert.Empty(recorder.Records.With("orderId", 2).Without("request").Single().Scopes);
    }

    [Fact]
    public void The_trace_is_recorded()
    {
        using var recorder = new LogRecorder();
        using var activity = new Activity("request");
        activity.SetIdFormat(ActivityIdFormat.W3C).Start();
        recorder.CreateLogger("x").LogInformation("inside");
        activity.Stop();
        recorder.CreateLogger("x").LogInformation("outside");

        LogRecord record = recorder.Records.Trace(activity.TraceId.ToString()).Single();
        Assert.Equal("inside", record.Message);
        Assert.Equal(activity.SpanId.ToString(), record.SpanId);
        Assert.Null(recorder.Records.Message("outside").Single().TraceId);
    }

    [Fact]
    public void An_exception_is_recorded_with_type_message_and_stack()
    {
        using var recorder = new LogRecorder();
        try
        {
            throw new InvalidOperationException("no stock");
        }
        catch (InvalidOperationException exception)
        {
            Events.OrderFailed(recorder.CreateLogger("x"), 3, exception);
        }

        Events.OrderFailed(recorder.CreateLogger("x"), 4, null);

        LogRecord record = recorder.Records.Error<InvalidOperationException>().Error("no stock").Single();
        Assert.Equal(("no stock", "System.InvalidOperationException"), (record.Error, record.ErrorType));
        Assert.Contains(nameof(An_exception_is_recorded_with_type_message_and_stack), record.ErrorStack, StringComparison.Ordinal);
        recorder.Records.Error<Exception>().None();
        Assert.Null(recorder.Records.With("orderId", 4).Single().Error);
    }

    [Fact]
    public void What_is_logged_while_a_value_is_written_is_recorded_too()
    {
        using var recorder = new LogRecorder();
        BoltLogger logger = recorder.CreateLogger("x");
        logger.LogInformation("{Value}", new Talkative(logger));

        // Once for the field, once for the message.
        Assert.Equal(["outer value", "said", "said"], recorder.Records.Select(static record => record.Message).Order());
    }

    [Fact]
    public void A_value_that_was_cut_is_marked()
    {
        using var recorder = new LogRecorder();
        recorder.CreateLogger("x").LogInformation("{Long}", new string('a', 70_000));
        recorder.CreateLogger("x").LogInformation("short");
        Assert.Equal([true, false], recorder.Records.Select(static record => record.IsTruncated));
    }

    [Fact]
    public void Recorders_in_parallel_never_see_each_other()
    {
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, static test =>
        {
            using var recorder = new LogRecorder();
            BoltLogger logger = recorder.CreateLogger("x");
            for (int i = 0; i < 50; i++)
                Events.OrderPlaced(logger, test, i);

            Assert.Equal(50, recorder.Records.With("orderId", test).Count);
            Assert.Equal(50, recorder.Records.Count);
            Assert.Equal(Enumerable.Range(0, 50), recorder.Records.Select(static record => record.Get<int>("amount")));
        });
    }

    [Fact]
    public void Many_threads_lose_nothing_and_each_stays_in_order()
    {
        using var recorder = new LogRecorder();
        BoltLogger logger = recorder.CreateLogger("x");
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(thread => new Thread(() =>
        {
            for (int i = 0; i < 500; i++)
                Events.OrderPlaced(logger, thread, i);
        }))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        Assert.Equal(4000, recorder.Records.Count);
        for (int thread = 0; thread < 8; thread++)
            Assert.Equal(Enumerable.Range(0, 500), recorder.Records.With("orderId", thread).Select(static record => record.Get<int>("amount")));
    }

    private sealed class Talkative(ILogger logger)
    {
        public override string ToString()
        {
            logger.LogInformation("said");
            return "outer value";
        }
    }
}
