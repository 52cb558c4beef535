using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class OrderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Eight_threads_with_a_pool_of_64_lose_and_tear_nothing_and_keep_their_order(bool mayBlock)
    {
        const int Threads = 8;
        const int PerThread = 100_000;
        var sink = new OrderSink(Threads, mayBlock);
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 64;
            options.Sinks.Add(sink);
        }))
        {
            BoltLogger logger = factory.CreateLogger("order");
            RunThreads(Threads, thread =>
            {
                for (int n = 0; n < PerThread; n++)
                    TestEvent.Write(logger, thread, n);
            });
        }

        Assert.Null(sink.Problem);
        Assert.All(sink.Next, next => Assert.Equal(PerThread, next));
    }

    [Fact]
    public void Two_hundred_live_threads_share_a_pool_of_64()
    {
        const int Threads = 200;
        const int PerThread = 200;
        var sink = new OrderSink(Threads, mayBlock: true);
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 64;
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("order");
        using var barrier = new Barrier(Threads);
        RunThreads(Threads, thread =>
        {
            barrier.SignalAndWait();
            for (int n = 0; n < PerThread; n++)
                TestEvent.Write(logger, thread, n);

            barrier.SignalAndWait();
        });
        factory.Flush();
        Assert.Null(sink.Problem);
        Assert.All(sink.Next, next => Assert.Equal(PerThread, next));
    }

    /// <param name="total">How many records.</param>
    /// <param name="drains">Whether other threads drain all the time, past many threads' lanes: a drain takes more than the clock allows a pass.</param>
    [Theory]
    [InlineData(300_000, false)]
    [InlineData(50_000, true)]
    public void A_record_committed_before_another_was_begun_comes_first_in_a_hand_over(int total, bool drains)
    {
        const int Threads = 4;
        var sink = new HandOverSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        BoltLogger logger = factory.CreateLogger("order");
        int baton = 0;
        using var over = new ManualResetEventSlim();
        Thread[] bystanders = drains ? [.. Bystanders(factory, 200, over), Repeated(factory.Flush, over)] : [];
        RunThreads(Threads, thread =>
        {
            var spin = default(SpinWait);
            while (true)
            {
                int n = Volatile.Read(ref baton);
                if (n >= total)
                    return;

                if (n % Threads != thread)
                {
                    spin.SpinOnce(sleep1Threshold: -1);
                    continue;
                }

                TestEvent.Write(logger, thread, n);
                Volatile.Write(ref baton, n + 1);
                spin.Reset();
            }
        });
        over.Set();
        foreach (Thread bystander in bystanders)
            bystander.Join();

        factory.Flush();
        Assert.Null(sink.Problem);
        Assert.Equal(total, sink.Count);
    }

    [Fact]
    public void Threads_that_come_and_go_under_drains_and_collections_lose_and_tear_nothing()
    {
        const int Generations = 12;
        const int Threads = 8;
        const int PerThread = 500;
        var sink = new ListSink();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 32;
            options.Sinks.Add(sink);
        }))
        {
            BoltLogger logger = factory.CreateLogger("order");
            using var over = new ManualResetEventSlim();
            Thread[] disturbers =
            [
                Repeated(factory.Flush, over),
                Repeated(
                    static () =>
                    {
                        GC.Collect(0);
                        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                        Thread.Sleep(1);
                    },
                    over),
            ];
            for (int generation = 0; generation < Generations; generation++)
            {
                int first = generation * Threads;
                RunThreads(Threads, thread =>
                {
                    for (int n = 0; n < PerThread; n++)
                        TestEvent.Write(logger, first + thread, n);
                });
            }

            over.Set();
            foreach (Thread disturber in disturbers)
                disturber.Join();
        }

        // Parsed, every line: each number of each thread once, in order.
        int[] next = new int[Generations * Threads];
        foreach (JsonElement record in sink.Records)
            Assert.Equal(next[record.GetProperty("thread").GetInt32()]++, record.GetProperty("n").GetInt32());

        Assert.All(next, static count => Assert.Equal(PerThread, count));
    }

    [Fact]
    public void A_frozen_clock_holds_nothing_back()
    {
        var sink = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Clock = new ManualClock();
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("order");
        for (int n = 0; n < 1_000; n++)
            TestEvent.Write(logger, 0, n);

        Wait.Until(() => sink.Count == 1_000, "all records there without a flush");
    }

    [Fact]
    public void A_clock_that_steps_back_an_hour_under_load_holds_nothing_back()
    {
        const int Threads = 4;
        var clock = new ManualClock { Moves = true };
        var sink = new OrderSink(Threads, mayBlock: false);
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Clock = clock;
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("order");
        RunThreads(Threads, thread =>
        {
            for (int n = 0; n < 20_000; n++)
            {
                if (thread == 0 && n == 10_000)
                    clock.StepBack(TimeSpan.FromHours(1));

                TestEvent.Write(logger, thread, n);
            }
        });
        Wait.Until(() => sink.Next.All(next => next == 20_000), "all records there without a flush");
        Assert.Null(sink.Problem);
    }

    /// <summary>Threads that have a lane, with nothing in it, and live on.</summary>
    private static Thread[] Bystanders(BoltLoggerFactory factory, int count, ManualResetEventSlim over)
    {
        BoltLogger logger = factory.CreateLogger("bystander");
        using var logged = new CountdownEvent(count);
        var threads = new Thread[count];
        for (int i = 0; i < count; i++)
        {
            threads[i] = new Thread(() =>
            {
                ThreadLanes.Open(logger.Pipeline)!.Shut();
                logged.Signal();
                over.Wait();
            }, maxStackSize: 256 * 1024)
            { IsBackground = true };
            threads[i].Start();
        }

        logged.Wait();
        return threads;
    }

    private static Thread Repeated(Action action, ManualResetEventSlim over)
    {
        var thread = new Thread(() =>
        {
            while (!over.IsSet)
                action();
        })
        { IsBackground = true };
        thread.Start();
        return thread;
    }

    internal static void RunThreads(int count, Action<int> body)
    {
        var failures = new List<Exception>();
        var threads = new Thread[count];
        for (int i = 0; i < count; i++)
        {
            int thread = i;
            threads[i] = new Thread(() =>
            {
                try
                {
                    body(thread);
                }
                catch (Exception exception)
                {
                    lock (failures)
                        failures.Add(exception);
                }
            })
            { IsBackground = true };
        }

        foreach (Thread thread in threads)
            thread.Start();

        foreach (Thread thread in threads)
            Assert.True(thread.Join(TimeSpan.FromSeconds(120)), "a thread hangs");

        Assert.Empty(failures);
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).Ticks;

        internal bool Moves { get; init; }

        public override DateTimeOffset GetUtcNow() => new(Moves ? Interlocked.Increment(ref _ticks) : _ticks, TimeSpan.Zero);

        internal void StepBack(TimeSpan by) => Interlocked.Add(ref _ticks, -by.Ticks);
    }

    /// <summary>Checks per-thread order and wholeness while records arrive, without keeping them.</summary>
    private sealed class OrderSink(int threads, bool mayBlock) : LogSink
    {
        internal int[] Next { get; } = new int[threads];

        internal string? Problem { get; private set; }

        public override bool MayBlock => mayBlock;

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            int seen = 0;
            while (!records.IsEmpty)
            {
                int end = records.IndexOf((byte)'\n');
                ReadOnlySpan<byte> line = records[..end];
                records = records[(end + 1)..];
                seen++;
                if (!line.StartsWith("{\"time\":\""u8) || !line.EndsWith(",\"message\":\"step\"}"u8))
                    Problem ??= "torn: " + System.Text.Encoding.UTF8.GetString(line);

                int thread = Number(line, "\"thread\":"u8);
                int n = Number(line, "\"n\":"u8);
                if (Next[thread] != n)
                    Problem ??= $"thread {thread}: expected {Next[thread]}, came {n}";

                Volatile.Write(ref Next[thread], n + 1);
            }

            if (seen != count)
                Problem ??= $"{seen} lines, {count} records";
        }
    }

    private sealed class HandOverSink : LogSink
    {
        internal int Count { get; private set; }

        internal string? Problem { get; private set; }

        public override bool MayBlock => false;

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            while (!records.IsEmpty)
            {
                int end = records.IndexOf((byte)'\n');
                int n = Number(records[..end], "\"n\":"u8);
                records = records[(end + 1)..];
                if (n != Count)
                    Problem ??= $"expected {Count}, came {n}";

                Count = n + 1;
            }
        }
    }

    private static int Number(ReadOnlySpan<byte> line, ReadOnlySpan<byte> key)
    {
        int start = line.IndexOf(key) + key.Length;
        Assert.True(System.Buffers.Text.Utf8Parser.TryParse(line[start..], out int value, out _));
        return value;
    }
}
