using System.Collections.Concurrent;
using System.Text;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class BadSinkTests
{
    [Theory]
    [InlineData(Delivery.Background)]
    [InlineData(Delivery.Synchronous)]
    public void A_stream_that_fails_every_third_write_is_reported_once_each_and_tears_no_line(Delivery delivery)
    {
        const int Total = 20_000;
        var stream = new FailingStream();
        var good = new ListSink();
        var errors = new ConcurrentQueue<LogError>();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = delivery;
            options.EventPoolSize = 256;
            options.OnError = errors.Enqueue;
            options.Sinks.Add(new StreamSink(stream));
            options.Sinks.Add(good);
        }))
        {
            BoltLogger logger = factory.CreateLogger("bad");
            for (int n = 0; n < Total; n++)
                TestEvent.Write(logger, 0, n);

            factory.Flush();
            Assert.Equal(stream.Failures, errors.Count(error => error.Reason == LogErrorReason.Sink));
            Assert.All(errors, error => Assert.IsType<IOException>(error.Exception));
            Assert.Equal(errors.Sum(error => error.RecordCount), factory.Pipeline.Errors.Count(LogErrorReason.Sink));
        }

        Assert.True(stream.Failures > 0);
        string[] lines = Encoding.UTF8.GetString(stream.Written.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // What a failed write had put down before it failed is a torn piece on a line of its own; every other line is whole.
        int whole = lines.Count(line => line.EndsWith("\"message\":\"step\"}", StringComparison.Ordinal) && line.StartsWith("{\"time\"", StringComparison.Ordinal));
        int pieces = lines.Length - whole;
        Assert.InRange(pieces, 0, stream.Failures);
        Assert.Equal(Total - errors.Sum(error => error.RecordCount), whole - stream.WholeLinesInFailedWrites);
        Assert.Equal(Total, good.Count);
    }

    [Fact]
    public void What_a_sink_loses_after_its_write_returned_is_counted_like_a_failed_write()
    {
        var errors = new ConcurrentQueue<LogError>();
        var sink = new LateSink();
        sink.Lose(5);
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.OnError = errors.Enqueue;
            options.Sinks.Add(sink);
        });
        sink.Lose(3);
        sink.Lose(0);
        Assert.Equal([3, 0], errors.Select(static error => error.RecordCount));
        Assert.All(errors, static error => Assert.Equal(LogErrorReason.Sink, error.Reason));
        Assert.All(errors, static error => Assert.IsType<IOException>(error.Exception));
        Assert.Equal(4, factory.Pipeline.Errors.Count(LogErrorReason.Sink));
        Assert.Throws<ArgumentOutOfRangeException>(() => sink.Lose(-1));
    }

    [Theory]
    [InlineData(Delivery.Background)]
    [InlineData(Delivery.Synchronous)]
    public void A_sink_that_blocks_forever_bounds_flush_critical_and_disposal_and_the_others_go_on(Delivery delivery)
    {
        using var never = new ManualResetEventSlim();
        var good = new ListSink(mayBlock: true);
        var bad = new BlockingSink(never);
        var errors = new ConcurrentQueue<LogError>();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = delivery;
            options.DrainTimeout = TimeSpan.FromMilliseconds(600);
            options.OnError = errors.Enqueue;
            options.Sinks.Add(bad);
            options.Sinks.Add(good);
        });
        BoltLogger logger = factory.CreateLogger("blocked");

        // In synchronous delivery the first caller is the one that the sink blocks; everybody else must go on.
        new Thread(() => TestEvent.Write(logger, 0, 0)) { IsBackground = true }.Start();
        Wait.Until(() => bad.Entered > 0, "the sink is blocked");
        TimeSpan first = Wait.ToEnd(() =>
        {
            TestEvent.Write(logger, 1, 1);
            factory.Flush();
        });
        Assert.InRange(first.TotalMilliseconds, 0, 2_500);
        Wait.Until(() => good.Count >= 2, "the good sink has both records");
        TimeSpan critical = Wait.ToEnd(() => TestEvent.Write(logger, 1, 2, LogLevel.Critical));
        Assert.InRange(critical.TotalMilliseconds, 0, 2_500);
        Wait.Until(() => good.Count >= 3, "the good sink has the critical record");
        TimeSpan disposal = Wait.ToEnd(factory.Dispose);
        Assert.InRange(disposal.TotalMilliseconds, 0, 2_500);
        Assert.Equal(3, good.Count);
        Assert.True(good.IsDisposed);
        Assert.Contains(errors, error => error.Reason == LogErrorReason.Sink && error.Message.Contains("blocked", StringComparison.Ordinal));
        never.Set();
    }

    [Fact]
    public void Threads_blocked_by_an_exhausted_pool_go_on_when_the_factory_is_disposed()
    {
        using var never = new ManualResetEventSlim();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 16;
            options.DrainTimeout = TimeSpan.FromMilliseconds(500);
            options.Sinks.Add(new BlockingSink(never));
        });
        BoltLogger logger = factory.CreateLogger("blocked");
        int written = 0;
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                for (int n = 0; n < 1_000_000 && !factory.Pipeline.IsClosed; n++)
                {
                    TestEvent.Write(logger, 0, n);
                    Interlocked.Increment(ref written);
                }
            })
            { IsBackground = true };
            threads[i].Start();
        }

        Wait.Until(() => factory.Pipeline.Pool.Available == 0, "the pool is exhausted");
        Wait.ToEnd(factory.Dispose);
        Assert.All(threads, thread => Assert.True(thread.Join(5_000)));
        never.Set();
    }

    [Fact]
    public void A_sink_that_comes_back_is_written_again()
    {
        using var gate = new ManualResetEventSlim();
        var sink = new BlockingSink(gate);
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.DrainTimeout = TimeSpan.FromMilliseconds(300);
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("blocked");
        TestEvent.Write(logger, 0, 0);
        factory.Flush();
        TestEvent.Write(logger, 0, 1);
        factory.Flush();
        gate.Set();
        Wait.Until(() => sink.Returned > 0, "the sink returned");
        Wait.Until(
            () =>
            {
                TestEvent.Write(logger, 0, 2);
                factory.Flush();
                return sink.Returned > 1;
            },
            "the sink is written again");
    }

    [Fact]
    public void A_sink_that_blocks_amid_a_merge_of_threads_costs_the_others_no_record()
    {
        const int Threads = 4;
        const int PerThread = 1_500;
        using var first = new ManualResetEventSlim();
        using var never = new ManualResetEventSlim();
        var bad = new LargeBatchSink(first, never);
        var good = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.DrainTimeout = TimeSpan.FromMilliseconds(1_000);
            options.Sinks.Add(bad);
            options.Sinks.Add(good);
        });
        BoltLogger logger = factory.CreateLogger("blocked");

        // The first write holds the flusher up until there is more than one batch of all threads' records.
        TestEvent.Write(logger, 0, 0);
        Wait.Until(() => bad.Entered > 0, "the sink has the first record");
        OrderTests.RunThreads(Threads, thread =>
        {
            for (int n = 0; n < PerThread; n++)
                TestEvent.Write(logger, thread + 1, n);
        });
        first.Set();
        Wait.Until(() => good.Count == 1 + (Threads * PerThread), "the good sink has every record");
        Assert.True(bad.HasBlocked);
        int[] next = new int[Threads + 1];
        Assert.All(good.Records, record => Assert.Equal(next[record.GetProperty("thread").GetInt32()]++, record.GetProperty("n").GetInt32()));
        never.Set();
    }

    [Fact]
    public void A_sink_that_throws_in_flush_and_disposal_harms_nobody()
    {
        var errors = new ConcurrentQueue<LogError>();
        var good = new ListSink();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.OnError = errors.Enqueue;
            options.Sinks.Add(new ThrowingSink());
            options.Sinks.Add(good);
        });
        TestEvent.Write(factory.CreateLogger("bad"), 0, 0);
        factory.Dispose();
        Assert.Equal(1, good.Count);
        Assert.True(good.IsDisposed);
        Assert.Equal(3, errors.Count(error => error.Reason == LogErrorReason.Sink));
    }

    [Fact]
    public void An_error_handler_that_throws_harms_nobody()
    {
        var good = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.OnError = _ => throw new InvalidOperationException("handler");
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new ThrowingSink());
            options.Sinks.Add(good);
        });
        BoltLogger logger = factory.CreateLogger("bad");
        TestEvent.Write(logger, 0, 0);
        TestEvent.Write(logger, 0, 1);
        Assert.Equal(2, good.Count);
    }

    private sealed class BlockingSink(ManualResetEventSlim gate) : LogSink
    {
        private int _entered;

        internal int Entered => Volatile.Read(ref _entered);

        internal int Returned { get; private set; }

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            Interlocked.Increment(ref _entered);
            gate.Wait();
            Returned++;
        }
    }

    /// <summary>Waits for the first event, then takes what comes, but for a batch of 100,000 bytes or more, which waits for the second.</summary>
    private sealed class LargeBatchSink(ManualResetEventSlim first, ManualResetEventSlim second) : LogSink
    {
        private int _entered;

        internal int Entered => Volatile.Read(ref _entered);

        internal bool HasBlocked { get; private set; }

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            Interlocked.Increment(ref _entered);
            first.Wait();
            if (records.Length < 100_000)
                return;

            HasBlocked = true;
            second.Wait();
        }
    }

    private sealed class ThrowingSink : LogSink
    {
        public override bool MayBlock => false;

        public override void Write(ReadOnlySpan<byte> records, int count) => throw new IOException("write");

        public override void Flush() => throw new IOException("flush");

        protected override void Dispose(bool disposing) => throw new IOException("dispose");
    }

    /// <summary>Every third write puts down half of its bytes and fails.</summary>
    private sealed class FailingStream : MemoryStream
    {
        private int _writes;

        internal MemoryStream Written { get; } = new();

        internal int Failures { get; private set; }

        internal int WholeLinesInFailedWrites { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (++_writes % 3 != 0)
            {
                Written.Write(buffer);
                return;
            }

            Failures++;
            ReadOnlySpan<byte> half = buffer[..(buffer.Length / 2)];
            WholeLinesInFailedWrites += half.Count((byte)'\n') - (half.StartsWith("\n"u8) ? 1 : 0);
            Written.Write(half);
            throw new IOException("disk full");
        }
    }

    /// <summary>Loses records when nobody is writing.</summary>
    private sealed class LateSink : LogSink
    {
        public override void Write(ReadOnlySpan<byte> records, int count)
        {
        }

        public void Lose(int records) => ReportError("The endpoint lost them.", records, new IOException());
    }
}
