using System.Diagnostics.Tracing;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

/// <summary>The counter behind the alert BoltUnexpectedAllocations: it counts what it should, and nothing else.</summary>
[Collection(nameof(ProcessWide))]
public sealed class UnexpectedAllocationTests
{
    private const int Calls = 64 * 100;

    [Theory]
    [InlineData(Delivery.Background)]
    [InlineData(Delivery.Synchronous)]
    public void A_formatter_that_allocates_is_counted(Delivery delivery)
    {
        Counts counts = Log(static logger => new Event("Allocates" + Guid.NewGuid()), new ListSinkOfNothing(), delivery, allocate: true);
        Assert.InRange(counts.Found, 50, 150);
        Assert.Equal(counts.Found * Event.AllocatedBytes, counts.Bytes);
    }

    [Fact]
    public void A_formatter_that_allocates_is_counted_behind_another_logger_factory()
    {
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.AddBolt(options => options.Sinks.Add(new ListSinkOfNothing())));
        Counts counts = Log(factory.CreateLogger("Test"), new Event("Forwarded" + Guid.NewGuid()), allocate: true);
        Assert.InRange(counts.Found, 50, 150);
    }

    [Fact]
    public void A_writer_that_does_not_is_not()
    {
        Counts counts = Log(static logger => new Event("Plain"), new ListSinkOfNothing(), Delivery.Background, allocate: false);
        Assert.Equal(0, counts.Found);
    }

    [Theory]
    [InlineData(Delivery.Background)]
    [InlineData(Delivery.Synchronous)]
    public void A_sink_that_allocates_is_not(Delivery delivery)
    {
        Counts counts = Log(static logger => new Event("Sink"), new ListSinkOfNothing { Allocates = true }, delivery, allocate: false);
        Assert.Equal(0, counts.Found);
    }

    [Fact]
    public void Exceptions_scopes_and_new_threads_are_expected_and_counted_apart()
    {
        using BoltLoggerFactory factory = Create(new ListSinkOfNothing(), Delivery.Background);
        ILogger logger = factory.CreateLogger("Test");
        using var reader = new MeterReader();
        Dictionary<string, double> before = reader.Read();
        var info = new Event("Expected");
        Exception thrown = Assert.Throws<InvalidOperationException>(static void () => throw new InvalidOperationException("no"));
        using (logger.BeginScope(Enumerable.Range(0, 1).Select(static n => KeyValuePair.Create("scope", (object?)n))))
        {
            for (int i = 0; i < 20; i++)
            {
                var thread = new Thread(() =>
                {
                    for (int n = 0; n < 500; n++)
                        info.Write(logger, allocate: false, n % 100 == 0 ? thrown : null);
                });
                thread.Start();
                thread.Join();
                GC.Collect();
            }
        }

        Dictionary<string, double> after = reader.Read();
        Assert.Equal(before["bolt.allocation.count"], after["bolt.allocation.count"]);
        foreach (string reason in new[] { "exception", "thread", "scope" })
            Assert.True(Grown($"bolt.allocation.expected_bytes{{reason={reason}}}") > 1000, $"{reason}: {Grown($"bolt.allocation.expected_bytes{{reason={reason}}}")} B");

        double Grown(string series) => after[series] - before[series];
    }

    [Fact]
    public void The_first_allocation_of_an_event_is_what_its_first_use_sets_up()
    {
        var info = new LogEventInfo(LogLevel.Information, null, "First", "first", []);
        long found = UnexpectedAllocations.Count;
        UnexpectedAllocations.Found(info, 100);
        Assert.Equal(found, UnexpectedAllocations.Count);
        UnexpectedAllocations.Found(info, 100);
        Assert.Equal(found + 1, UnexpectedAllocations.Count);
    }

    [Fact]
    public void The_culprit_is_named_once_to_each_listener_with_its_caller()
    {
        string name = "Culprit" + Guid.NewGuid();
        using var listener = new Listener();
        Log(logger => new Event(name), new ListSinkOfNothing(), Delivery.Background, allocate: true);
        EventWrittenEventArgs violation = Assert.Single(listener.Of(name));
        Assert.Equal("AllocationViolation", violation.EventName);
        Assert.Equal(["eventName", "template", "bytes", "callSite"], violation.PayloadNames!);
        Assert.Equal("culprit", violation.Payload![1]);
        Assert.Equal(Event.AllocatedBytes, violation.Payload[2]);
        string callSite = Assert.IsType<string>(violation.Payload[3]);
        Assert.StartsWith("at ", callSite, StringComparison.Ordinal);
        Assert.Contains(nameof(UnexpectedAllocationTests), callSite, StringComparison.Ordinal);

        using var late = new Listener();
        Assert.Single(late.Of(name));
    }

    private static Counts Log(Func<ILogger, Event> make, LogSink sink, Delivery delivery, bool allocate)
    {
        using BoltLoggerFactory factory = Create(sink, delivery);
        BoltLogger logger = factory.CreateLogger("Test");
        return Log(logger, make(logger), allocate);
    }

    private static Counts Log(ILogger logger, Event info, bool allocate)
    {
        using var reader = new MeterReader();
        Dictionary<string, double> before = reader.Read();
        for (int i = 0; i < Calls; i++)
            info.Write(logger, allocate, null);

        Dictionary<string, double> after = reader.Read();
        return new Counts(after["bolt.allocation.count"] - before["bolt.allocation.count"], after["bolt.allocation.bytes"] - before["bolt.allocation.bytes"]);
    }

    private static BoltLoggerFactory Create(LogSink sink, Delivery delivery) => BoltLoggerFactory.Create(options =>
    {
        options.Delivery = delivery;
        options.Sinks.Add(sink);
    });

    private readonly record struct Counts(double Found, double Bytes);

    /// <summary>An event whose writer allocates on demand, as a value's formatter may.</summary>
    private sealed class Event(string name)
    {
        internal const long AllocatedBytes = 24;

        private readonly LogEventInfo _info = new(LogLevel.Information, null, name, "culprit", []);

        internal void Write(ILogger logger, bool allocate, Exception? exception)
        {
            var e = new EventWriter(logger, _info);
            if (allocate)
                Allocate();

            ref byte p = ref e.Begin(16, exception);
            if (Unsafe.IsNullRef(ref p))
                return;

            p = ref e.Tail(ref p);
            e.Commit(ref p);
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
        private static void Allocate() => GC.KeepAlive(new object());
    }

    private sealed class ListSinkOfNothing : LogSink
    {
        internal bool Allocates { get; init; }

        public override bool MayBlock => false;

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            if (Allocates)
                GC.KeepAlive(new byte[100]);
        }
    }

    private sealed class Listener : EventListener
    {
        private readonly List<EventWrittenEventArgs> _events = [];

        internal EventWrittenEventArgs[] Of(string name)
        {
            lock (_events)
                return [.. _events.Where(written => (string?)written.Payload?[0] == name)];
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Bolt")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // Called by the base constructor too, before this one has run.
            if (_events is null)
                return;

            lock (_events)
                _events.Add(eventData);
        }
    }
}
