using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

[Collection(nameof(ProcessWide))]
public sealed class ReentrancyTests
{
    [Theory]
    [InlineData(Delivery.Background, false)]
    [InlineData(Delivery.Background, true)]
    [InlineData(Delivery.Synchronous, false)]
    [InlineData(Delivery.Synchronous, true)]
    public void A_sink_may_log(Delivery delivery, bool mayBlock)
    {
        BoltLogger? logger = null;
        int nested = 0;
        var sink = new ListSink(mayBlock);
        sink.OnWrite = () =>
        {
            if (nested < 3)
                TestEvent.Write(logger!, 9, nested++);
        };
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = delivery;
            options.Sinks.Add(sink);
        });
        logger = factory.CreateLogger("nested");
        Wait.ToEnd(() => TestEvent.Write(logger, 0, 0));
        Wait.Until(() => sink.Count == 4, "the record and the three that the sink wrote");
    }

    [Fact]
    public void A_sink_that_logs_without_end_is_bounded_by_the_reserve()
    {
        BoltLogger? logger = null;
        var sink = new ListSink(mayBlock: true);
        sink.OnWrite = () =>
        {
            for (int n = 0; n < 1_000; n++)
                TestEvent.Write(logger!, 9, n);
        };
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 16;
            options.Sinks.Add(sink);
        });
        logger = factory.CreateLogger("nested");
        TestEvent.Write(logger, 0, 0);
        Wait.Until(() => sink.Count > 100, "delivery goes on");
        sink.OnWrite = null;
        Wait.ToEnd(factory.Flush);
        Assert.True(factory.Pipeline.Pool.Dropped > 0);
    }

    [Theory]
    [InlineData(Delivery.Background)]
    [InlineData(Delivery.Synchronous)]
    public void Logging_while_formatting_keeps_both_records(Delivery delivery)
    {
        var sink = new ListSink();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = delivery;
            options.Sinks.Add(sink);
        });
        BoltLogger logger = factory.CreateLogger("nested");
        logger.LogInformation("outer {Value}", new Chatty(logger, 3));
        factory.Flush();
        string[] lines = sink.Lines;
        Assert.Equal(4, lines.Length);
        Assert.Contains("\"Value\":\"chatty 3\",\"message\":\"outer chatty 3\"", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_handler_may_log()
    {
        BoltLogger? logger = null;
        var sink = new ListSink();
        int handled = 0;
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.Sinks.Add(sink);
            options.OnError = _ =>
            {
                if (handled++ < 2)
                    logger!.LogWarning("handled {Value}", new Throwing());
            };
        });
        logger = factory.CreateLogger("nested");
        logger.LogInformation("outer {Value}", new Throwing());
        factory.Flush();
        Assert.Equal(3, sink.Count);
        Assert.All(sink.Lines, line => Assert.Contains("\"Value\":null", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Flush_and_disposal_inside_a_sink_do_not_hang()
    {
        BoltLoggerFactory? factory = null;
        var sink = new ListSink(mayBlock: true) { OnWrite = () => factory!.Flush() };
        factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        TestEvent.Write(factory.CreateLogger("nested"), 0, 0);
        Wait.ToEnd(factory.Dispose);
        Assert.Equal(1, sink.Count);
    }

    [Fact]
    public void Logging_after_disposal_does_nothing()
    {
        var sink = new ListSink();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options => options.Sinks.Add(sink));
        BoltLogger logger = factory.CreateLogger("late");
        TestEvent.Write(logger, 0, 0);
        factory.Dispose();
        TestEvent.Write(logger, 0, 1);
        logger.LogCritical("late");
        logger.With("a", 1).LogInformation("late {X}", 1);
        factory.CreateLogger("new").LogInformation("late");
        factory.Flush();
        factory.Dispose();
        Assert.False(logger.IsEnabled(LogLevel.Critical));
        Assert.Equal(1, sink.Count);
    }

    [Fact]
    public void An_interrupt_never_leaves_a_log_call_and_is_not_lost()
    {
        using var gate = new ManualResetEventSlim();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 16;
            options.DrainTimeout = TimeSpan.FromMinutes(1);
            options.Sinks.Add(new ListSink(mayBlock: true) { OnWrite = gate.Wait });
        });
        BoltLogger logger = factory.CreateLogger("interrupt");
        Exception? escaped = null;
        bool interruptedLater = false;
        var thread = new Thread(() =>
        {
            try
            {
                for (int n = 0; n < 200; n++)
                    TestEvent.Write(logger, 0, n);
            }
            catch (Exception exception)
            {
                escaped = exception;
            }

            try
            {
                Thread.Sleep(10_000);
            }
            catch (ThreadInterruptedException)
            {
                interruptedLater = true;
            }
        });
        thread.Start();
        Wait.Until(() => factory.Pipeline.Pool.Available == 0 && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), "the thread waits");
        thread.Interrupt();
        gate.Set();
        Assert.True(thread.Join(20_000));
        Assert.Null(escaped);
        Assert.True(interruptedLater);
    }

    [Fact]
    public void Two_factories_used_in_turn_keep_their_records_apart()
    {
        var first = new ListSink();
        var second = new ListSink();
        using BoltLoggerFactory one = BoltLoggerFactory.Create(options => options.Sinks.Add(first));
        using BoltLoggerFactory two = BoltLoggerFactory.Create(options => options.Sinks.Add(second));
        BoltLogger a = one.CreateLogger("a");
        BoltLogger b = two.CreateLogger("b");
        for (int n = 0; n < 1_000; n++)
        {
            TestEvent.Write(a, 1, n);
            TestEvent.Write(b, 2, n);
        }

        one.Flush();
        two.Flush();
        Assert.Equal(1_000, first.Count);
        Assert.Equal(1_000, second.Count);
        Assert.All(first.Lines, line => Assert.Contains("\"category\":\"a\"", line, StringComparison.Ordinal));
    }

    private sealed class Chatty(BoltLogger logger, int depth) : ISpanFormattable
    {
        private bool _hasLogged;

        public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

        public override string ToString() => $"chatty {depth}";

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            if (depth > 0 && !_hasLogged)
            {
                // Formatted twice, for the field and for the message.
                _hasLogged = true;
                logger.LogInformation("inner {Value}", new Chatty(logger, depth - 1));
            }

            return destination.TryWrite($"chatty {depth}", out charsWritten);
        }
    }

    private sealed class Throwing
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
