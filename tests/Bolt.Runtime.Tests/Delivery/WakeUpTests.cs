using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class WakeUpTests
{
    [Fact]
    public void Three_hundred_thousand_single_records_with_pauses_lose_no_wake_up()
    {
        const int Total = 300_000;
        int linger = Flusher.LingerMilliseconds;
        Flusher.LingerMilliseconds = 0;
        try
        {
            int delivered = 0;
            using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new CountingSink(count => Interlocked.Add(ref delivered, count))));
            BoltLogger logger = factory.CreateLogger("wake");
            var random = new Random(1);
            for (int n = 0; n < Total; n++)
            {
                TestEvent.Write(logger, 0, n);
                int expected = n + 1;

                // A pause of random length finds the flusher in every state: delivering, about to sleep, asleep.
                if (random.Next(3) != 0)
                {
                    Wait.Until(() => Volatile.Read(ref delivered) == expected, $"record {n} delivered", seconds: 10);
                    Thread.SpinWait(random.Next(400));
                }
            }

            Wait.Until(() => Volatile.Read(ref delivered) == Total, "all delivered", seconds: 10);
        }
        finally
        {
            Flusher.LingerMilliseconds = linger;
        }
    }

    [Fact]
    public void A_record_arrives_by_itself_within_a_moment_even_after_a_long_silence()
    {
        var sink = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        BoltLogger logger = factory.CreateLogger("wake");
        Wait.Until(() => Flusher.IsSleeping, "the flusher sleeps");
        TestEvent.Write(logger, 0, 0);
        Wait.Until(() => sink.Count == 1, "the record is there", seconds: 5);
    }

    [Fact]
    public void Factories_that_come_and_go_leave_the_next_ones_flusher_able_to_wake_up()
    {
        int linger = Flusher.LingerMilliseconds;
        Flusher.LingerMilliseconds = 0;
        try
        {
            for (int n = 0; n < 2_000; n++)
            {
                var sink = new ListSink();
                using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
                BoltLogger logger = factory.CreateLogger("wake");
                if (n % 2 == 0)
                    Wait.Until(() => Flusher.IsSleeping, "the flusher sleeps", seconds: 10);

                TestEvent.Write(logger, 0, n);
                Wait.Until(() => sink.Count == 1, $"record {n} delivered by itself", seconds: 10);
            }
        }
        finally
        {
            Flusher.LingerMilliseconds = linger;
        }
    }

    [Fact]
    public void An_idle_process_does_not_tick()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new ListSink(mayBlock: true)));
        TestEvent.Write(factory.CreateLogger("wake"), 0, 0);
        Wait.Until(() => Flusher.IsSleeping, "the flusher sleeps");
        long passes = Flusher.Passes;
        Thread.Sleep(300);
        Assert.Equal(passes, Flusher.Passes);
    }

    [Fact]
    public void An_error_is_delivered_at_once()
    {
        var sink = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        BoltLogger logger = factory.CreateLogger("wake");
        TestEvent.Write(logger, 0, 0, LogLevel.Error);
        Wait.Until(() => sink.Count == 1, "the error is there", seconds: 5);
    }

    private sealed class CountingSink(Action<int> onCount) : LogSink
    {
        public override void Write(ReadOnlySpan<byte> records, int count) => onCount(count);
    }
}
