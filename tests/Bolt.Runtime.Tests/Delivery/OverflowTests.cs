using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class OverflowTests
{
    [Fact]
    public void DropNewest_drops_counts_and_reports_and_never_drops_critical()
    {
        const int Total = 5_000;
        using var gate = new ManualResetEventSlim();
        var errors = new ConcurrentQueue<LogError>();
        var sink = new ListSink(mayBlock: true) { OnWrite = gate.Wait };
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 64;
            options.Overflow = Overflow.DropNewest;
            options.DrainTimeout = TimeSpan.FromMinutes(1);
            options.OnError = errors.Enqueue;
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("overflow");
        TimeSpan time = Wait.ToEnd(() =>
        {
            for (int n = 0; n < Total; n++)
                TestEvent.Write(logger, 0, n);
        });
        Assert.InRange(time.TotalSeconds, 0, 5);
        long dropped = factory.Pipeline.Pool.Dropped;
        Assert.InRange(dropped, 1, Total - 64);
        Assert.Equal(Total - dropped, factory.Pipeline.Gets);
        var critical = new Thread(() => TestEvent.Write(logger, 0, Total, LogLevel.Critical));
        critical.Start();
        gate.Set();
        Assert.True(critical.Join(30_000));
        factory.Dispose();
        Assert.Equal(Total - dropped + 1, sink.Count);
        Assert.Contains("\"level\":\"fatal\"", sink.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(dropped, errors.Where(error => error.Reason == LogErrorReason.Overflow).Sum(error => error.RecordCount));
    }

    [Fact]
    public void Grow_goes_beyond_the_pool_reports_once_and_loses_nothing()
    {
        using var gate = new ManualResetEventSlim();
        var errors = new ConcurrentQueue<LogError>();
        var sink = new ListSink(mayBlock: true) { OnWrite = gate.Wait };
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 64;
            options.Overflow = Overflow.Grow;
            options.DrainTimeout = TimeSpan.FromMinutes(1);
            options.OnError = errors.Enqueue;
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("overflow");
        for (int n = 0; n < 5_000; n++)
            TestEvent.Write(logger, 0, n);

        Assert.Equal(0, factory.Pipeline.Pool.Available);
        gate.Set();
        factory.Dispose();
        Assert.Equal(5_000, sink.Count);
        Assert.Single(errors, error => error.Reason == LogErrorReason.Overflow);
    }

    [Fact]
    public void Grow_ends_at_the_bound_in_bytes()
    {
        using var gate = new ManualResetEventSlim();
        var sink = new ListSink(mayBlock: true) { OnWrite = gate.Wait };
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 64;
            options.MaxBufferedBytes = 64 * 1024;
            options.Overflow = Overflow.Grow;
            options.DrainTimeout = TimeSpan.FromMinutes(1);
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("overflow");
        for (int n = 0; n < 10_000; n++)
            TestEvent.Write(logger, 0, n);

        Assert.True(factory.Pipeline.Pool.Dropped > 0);
        Assert.InRange(factory.Pipeline.BufferedBytes, 64 * 1024, 128 * 1024);
        gate.Set();
    }

    [Fact]
    public void The_pool_counts_what_is_begun_and_not_delivered()
    {
        using var gate = new ManualResetEventSlim();
        var sink = new ListSink(mayBlock: true) { OnWrite = gate.Wait };
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 1_000;
            options.DrainTimeout = TimeSpan.FromMinutes(1);
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("overflow");
        Assert.Equal(1_000, factory.Pipeline.Pool.Available);
        for (int n = 0; n < 10; n++)
            TestEvent.Write(logger, 0, n);

        Assert.Equal(10, factory.Pipeline.Gets);
        Assert.Equal(990, factory.Pipeline.Pool.Available);
        gate.Set();
        factory.Flush();
        Assert.Equal(10, factory.Pipeline.Puts);
        Assert.Equal(1_000, factory.Pipeline.Pool.Available);
    }

    [Fact]
    public void A_record_larger_than_the_bound_in_bytes_fits_an_empty_pool()
    {
        var sink = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.MaxBufferedBytes = 64 * 1024;
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("overflow");
        string large = new('x', 60_000);
        for (int n = 0; n < 20; n++)
            logger.LogInformation("{A} {B}", large, large);

        factory.Flush();
        Assert.Equal(20, sink.Count);
        Assert.Equal(0, factory.Pipeline.BufferedBytes);
    }
}
