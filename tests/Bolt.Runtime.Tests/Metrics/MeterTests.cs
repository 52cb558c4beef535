using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class MeterTests
{
    [Fact]
    public void Every_series_is_there_before_the_first_record()
    {
        using BoltLoggerFactory factory = Create(new ListSink());
        using var reader = new MeterReader();
        Dictionary<string, double> series = reader.Read();
        string[] expected =
        [
            .. new[] { "trace", "debug", "info", "warn", "error", "fatal" }.Select(static level => $"bolt.log.events{{level={level}}}"),
            .. new[] { "sink", "encode", "key", "value", "record", "overflow", "drain", "configuration" }.Select(static reason => $"bolt.logging.errors{{reason={reason}}}"),
            .. new[] { "exception", "thread", "pool", "first_use", "scope", "sink", "error" }.Select(static reason => $"bolt.allocation.expected_bytes{{reason={reason}}}"),
            .. new[] { "string", "number", "other" }.Select(static type => $"bolt.log.fields{{type={type}}}"),
            "bolt.handler.invocations{handler=ListSink,type=json}",
            "bolt.log.events.dropped", "bolt.log.events.sampled_out", "bolt.serialization.bytes", "bolt.buffer.reuses", "bolt.buffer.allocations",
            "bolt.allocation.count", "bolt.allocation.bytes", "bolt.event_pool.gets", "bolt.event_pool.puts",
            "bolt.event_pool.available_events", "bolt.event_pool.total_events", "process.resident_memory", "process.cpu",
        ];
        Assert.Empty(expected.Except(series.Keys));
        Assert.True(series["process.resident_memory"] > 1 << 20);
        Assert.True(series["process.cpu"] > 0);
    }

    [Fact]
    public void Durations_have_the_units_and_boundaries_of_the_alerts()
    {
        using BoltLoggerFactory factory = Create(new ListSink());
        using var reader = new MeterReader();
        foreach (string name in new[] { "bolt.logging.duration", "bolt.handler.duration" })
        {
            var histogram = Assert.IsType<Histogram<double>>(reader.Instruments.Single(instrument => instrument.Name == name));
            Assert.Equal("s", histogram.Unit);
            Assert.Contains(5e-5, histogram.Advice!.HistogramBucketBoundaries!);
            Assert.Contains(1e-4, histogram.Advice!.HistogramBucketBoundaries!);
        }
    }

    [Fact]
    public void Records_are_counted_by_level_on_threads_that_live_and_that_have_ended()
    {
        using BoltLoggerFactory factory = Create(new ListSink());
        ILogger logger = factory.CreateLogger("Test");
        using var reader = new MeterReader();
        Dictionary<string, double> before = reader.Read();
        for (int i = 0; i < 3; i++)
        {
            var thread = new Thread(() =>
            {
                for (int n = 0; n < 10; n++)
                    TestEvent.Write(logger, 0, n, LogLevel.Warning);
            });
            thread.Start();
            thread.Join();
            factory.Flush();
        }

        TestEvent.Write(logger, 0, 0, LogLevel.Critical);
        logger.LogInformation("A call of {Other}.", "others");
        factory.Flush();
        Dictionary<string, double> after = reader.Read();
        Assert.Equal(30, after["bolt.log.events{level=warn}"] - before["bolt.log.events{level=warn}"]);
        Assert.Equal(1, after["bolt.log.events{level=fatal}"] - before["bolt.log.events{level=fatal}"]);
        Assert.Equal(1, after["bolt.log.events{level=info}"] - before["bolt.log.events{level=info}"]);
        Assert.Equal(0, after["bolt.log.events{level=error}"] - before["bolt.log.events{level=error}"]);
        Assert.Equal(32, after["bolt.event_pool.gets"] - before["bolt.event_pool.gets"]);
        Assert.Equal(32, after["bolt.event_pool.puts"] - before["bolt.event_pool.puts"]);
    }

    [Fact]
    public void What_a_factory_counted_is_still_there_when_it_is_disposed()
    {
        using BoltLoggerFactory other = Create(new ListSink());
        using var reader = new MeterReader();
        Dictionary<string, double> before = reader.Read();
        var sink = new ListSink();
        BoltLoggerFactory factory = Create(sink);
        TestEvent.Write(factory.CreateLogger("Test"), 1, 2);
        factory.Dispose();
        Dictionary<string, double> after = reader.Read();
        Assert.Equal(1, after["bolt.log.events{level=info}"] - before["bolt.log.events{level=info}"]);
        Assert.Equal(1, after["bolt.event_pool.puts"] - before["bolt.event_pool.puts"]);
        Assert.Equal(sink.Lines[0].Length + 1, after["bolt.serialization.bytes"] - before["bolt.serialization.bytes"]);
        Assert.Equal(1, after["bolt.handler.invocations{handler=ListSink,type=json}"] - before["bolt.handler.invocations{handler=ListSink,type=json}"]);
    }

    [Fact]
    public void The_pool_says_what_is_left_of_it()
    {
        using var gate = new ManualResetEventSlim();
        using BoltLoggerFactory factory = Create(new ListSink(mayBlock: true) { OnWrite = gate.Wait }, options =>
        {
            options.EventPoolSize = 64;
            options.Overflow = Overflow.DropNewest;
        });
        ILogger logger = factory.CreateLogger("Test");
        using var reader = new MeterReader();
        Dictionary<string, double> before = reader.Read();
        Assert.Equal(64, before["bolt.event_pool.total_events"]);
        Assert.Equal(64, before["bolt.event_pool.available_events"]);
        for (int n = 0; n < 200; n++)
            TestEvent.Write(logger, 0, n);

        Dictionary<string, double> full = reader.Read();
        Assert.InRange(full["bolt.event_pool.available_events"], 0, 4);
        double dropped = full["bolt.log.events.dropped"] - before["bolt.log.events.dropped"];
        Assert.Equal(200, dropped + full["bolt.event_pool.gets"] - before["bolt.event_pool.gets"]);
        Assert.True(dropped > 100, $"{dropped} dropped");
        Assert.True(full["bolt.event_pool.gets"] > full["bolt.event_pool.puts"]);

        gate.Set();
        factory.Flush();
        Dictionary<string, double> after = reader.Read();
        Assert.Equal(64, after["bolt.event_pool.available_events"]);
        Assert.Equal(after["bolt.event_pool.gets"], after["bolt.event_pool.puts"]);

        // Drops are reported behind the delivery, which the drain does not wait for.
        Wait.Until(() => reader.Read()["bolt.logging.errors{reason=overflow}"] == before["bolt.logging.errors{reason=overflow}"] + dropped, "the drops reported");
    }

    [Fact]
    public void Of_several_pools_the_fullest_is_told()
    {
        using BoltLoggerFactory idle = Create(new ListSink(), static options => options.EventPoolSize = 10);
        using var gate = new ManualResetEventSlim();
        using BoltLoggerFactory busy = Create(new ListSink(mayBlock: true) { OnWrite = gate.Wait }, static options => options.EventPoolSize = 1000);
        using var reader = new MeterReader();
        TestEvent.Write(busy.CreateLogger("Test"), 0, 0);
        Dictionary<string, double> series = reader.Read();
        gate.Set();
        Assert.Equal(1000, series["bolt.event_pool.total_events"]);
        Assert.Equal(999, series["bolt.event_pool.available_events"]);
    }

    [Fact]
    public void Errors_are_counted_by_reason()
    {
        using BoltLoggerFactory factory = Create(new ListSink { OnWrite = static () => throw new IOException("full") });
        using var reader = new MeterReader();
        Dictionary<string, double> before = reader.Read();
        TestEvent.Write(factory.CreateLogger("Test"), 0, 0);
        factory.Flush();
        Assert.Equal(1, reader.Read()["bolt.logging.errors{reason=sink}"] - before["bolt.logging.errors{reason=sink}"]);
    }

    [Fact]
    public void Calls_that_are_sampled_out_are_counted()
    {
        using BoltLoggerFactory factory = Create(new ListSink());
        var info = new LogEventInfo(LogLevel.Information, null, "Often", "often", [], sampleEvery: 10);
        using var reader = new MeterReader();
        double before = reader.Read()["bolt.log.events.sampled_out"];
        int written = 0;
        for (int i = 0; i < 100; i++)
            written += info.Sample(factory.CreateLogger("Test"), LogLevel.Information) ? 1 : 0;

        Assert.True(info.Sample(factory.CreateLogger("Test"), LogLevel.Error));
        Assert.Equal(10, written);
        Assert.Equal(90, reader.Read()["bolt.log.events.sampled_out"] - before);
    }

    [Fact]
    public void About_one_call_in_64_is_timed()
    {
        using BoltLoggerFactory factory = Create(new ListSink());
        ILogger logger = factory.CreateLogger("Test");
        using var reader = new MeterReader();
        int before = reader.Recorded("bolt.logging.duration").Length;
        const int Calls = 64 * 200;
        for (int n = 0; n < Calls; n++)
            TestEvent.Write(logger, 0, n);

        double[] durations = reader.Recorded("bolt.logging.duration")[before..];
        Assert.InRange(durations.Length, 150, 250);
        Assert.All(durations, static seconds => Assert.InRange(seconds, 1e-9, 10));
    }

    [Fact]
    public void A_synchronous_call_is_as_long_as_its_sink()
    {
        using BoltLoggerFactory factory = Create(new ListSink { OnWrite = static () => Thread.Sleep(2) }, static options => options.Delivery = Delivery.Synchronous);
        ILogger logger = factory.CreateLogger("Test");
        using var reader = new MeterReader();
        for (int n = 0; n < 400; n++)
            TestEvent.Write(logger, 0, n);

        Assert.Contains(reader.Recorded("bolt.logging.duration"), static seconds => seconds >= 0.002);
        double[] handler = reader.Recorded("bolt.handler.duration{handler=ListSink}");
        Assert.InRange(handler.Count(static seconds => seconds >= 0.002), 4, 10);
    }

    [Fact]
    public void A_call_through_another_logger_factory_is_timed_and_counted_once()
    {
        var sink = new ListSink();
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddBolt(options => options.Sinks.Add(sink)));
        ILogger logger = factory.CreateLogger("Test");
        using var reader = new MeterReader();
        double events = reader.Read()["bolt.log.events{level=info}"];
        int durations = reader.Recorded("bolt.logging.duration").Length;
        const int Calls = 64 * 100;
        for (int n = 0; n < Calls; n++)
            TestEvent.Write(logger, 0, n);

        Assert.Equal(Calls, reader.Read()["bolt.log.events{level=info}"] - events);
        Assert.InRange(reader.Recorded("bolt.logging.duration").Length - durations, 60, 140);
    }

    private static BoltLoggerFactory Create(LogSink sink, Action<BoltOptions>? configure = null) => BoltLoggerFactory.Create(options =>
    {
        options.MinimumLevel = LogLevel.Trace;
        options.Sinks.Add(sink);
        configure?.Invoke(options);
    });
}
