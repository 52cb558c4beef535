using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bolt.Runtime;

/// <summary>
/// The meter <c>Bolt</c>: what a process that logs with Bolt says of itself to OpenTelemetry, Prometheus and any other
/// <see cref="MeterListener"/>. The counts of all factories are summed, those of disposed ones included.
/// </summary>
/// <remarks>
/// Counters are kept by each thread and summed when they are read. The meter is made in the background, a little after the first factory:
/// that takes some 16 ms the first time (measured), which no start-up should wait for, nor share its processors with. OpenTelemetry exports no histogram without a
/// sample, and what Prometheus first sees of a series is no increase: so a histogram begins with one sample of 0 s at its first
/// reading, which no rate or quantile over time can see, but without which the first real one would be missed.
/// </remarks>
internal sealed class BoltMeter
{
    /// <summary>By then a program has written its first record. Nothing is lost until then but samples of durations: the threads count anyway.</summary>
    private const int MadeAfterMilliseconds = 100;

    private static readonly Lock s_lock = new();
    private static readonly string[] s_levels = ["trace", "debug", "info", "warn", "error", "fatal"];
    private static readonly string[] s_fieldTypes = ["string", "number", "other"];
    private static readonly string[] s_errors = LowerCase<LogErrorReason>();
    private static readonly string[] s_expected = ["exception", "thread", "pool", "first_use", "scope", "sink", "error", "provider"];

    /// <summary>From 1 µs, about the best a call to a slow sink can do, to 1 s; 50 and 100 µs are the runbook's thresholds.</summary>
    private static readonly InstrumentAdvice<double> s_durations = new()
    {
        HistogramBucketBoundaries = [1e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 2.5e-3, 5e-3, 1e-2, 0.1, 1],
    };

    private static BoltMeter? s_current;
    private static Timer? s_start;

    private readonly Meter _meter = new("Bolt", typeof(BoltMeter).Assembly.GetName().Version?.ToString(3));
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _handlerDuration;
    private readonly ConcurrentDictionary<string, bool> _begun = new();

    private BoltMeter()
    {
        _duration = _meter.CreateHistogram("bolt.logging.duration", "s", "How long log calls took, of about one in 64.", tags: null, s_durations);
        _handlerDuration = _meter.CreateHistogram("bolt.handler.duration", "s", "How long sinks took to write a batch.", tags: null, s_durations);
        Counter("bolt.log.events", "{event}", "Records written.", Events);
        Counter("bolt.log.fields", "{field}", "Fields of the records that generated methods wrote.", static totals => Tagged("type", s_fieldTypes, totals.Fields));
        Counter("bolt.log.events.dropped", "{event}", "Records dropped because the event pool was empty.", static totals => totals.Dropped);
        Counter("bolt.log.events.sampled_out", "{event}", "Calls left out by their event's sampling.", static () => EventSampler.AllSampledOut);
        Counter("bolt.log.events.filtered", "{event}", "Records left out by filters.", static () => RecordHooks.AllFiltered);
        Counter("bolt.logging.errors", "{error}", "Errors of the logging system; records lost, where there were any.", static totals => Tagged("reason", s_errors, totals.Errors));
        Counter("bolt.handler.invocations", "{invocation}", "Batches handed to sinks.", Invocations);
        Counter("bolt.serialization.bytes", "By", "Bytes of the records handed to the sinks.", static totals => totals.Bytes);
        Counter("bolt.buffer.reuses", "{buffer}", "Buffers that served again.", static totals => totals.BufferReuses);
        Counter("bolt.buffer.allocations", "{buffer}", "Buffers made because none was free.", static totals => totals.BufferAllocations);
        Counter("bolt.allocation.count", "{allocation}", "Log calls that allocated though nothing expects it, of about one in 64.", static () => UnexpectedAllocations.Count);
        Counter("bolt.allocation.bytes", "By", "Bytes allocated by those calls.", static () => UnexpectedAllocations.Bytes);
        _meter.CreateObservableCounter("bolt.allocation.expected_bytes", Expected, "By", "Bytes allocated by logging threads where that is expected.");
        Counter("bolt.event_pool.gets", "{event}", "Events begun.", static totals => totals.Gets);
        Counter("bolt.event_pool.puts", "{event}", "Events delivered, or lost at a sink.", static totals => totals.Puts);
        _meter.CreateObservableGauge("bolt.event_pool.available_events", static () => PoolLevel(static pool => pool.Available), "{event}", "Events that the fullest pool can still take.");
        _meter.CreateObservableUpDownCounter("bolt.event_pool.total_events", static () => PoolLevel(static pool => pool.Size), "{event}", "The size of that pool.");
        _meter.CreateObservableGauge("process.resident_memory", static () => Environment.WorkingSet, "By", "Memory of the process that is in RAM.");
        _meter.CreateObservableCounter("process.cpu", static () => Environment.CpuUsage.TotalTime.TotalSeconds, "s", "CPU time of the process.");
    }

    /// <summary>Whether somebody listens to how long log calls take.</summary>
    internal static bool TimesCalls => s_current is { _duration.Enabled: true };

    /// <summary>Whether somebody listens to how long sinks take.</summary>
    internal static bool TimesHandlers => s_current is { _handlerDuration.Enabled: true };

    /// <summary>Makes the meter, in the background, unless it is there.</summary>
    internal static void Start()
    {
        lock (s_lock)
        {
            if (s_current is null)
                s_start ??= new Timer(static _ => Make(), null, MadeAfterMilliseconds, Timeout.Infinite);
        }
    }

    /// <summary>Takes the meter away with the last factory where it would keep the assembly from being unloaded; else it stays, since its counts do.</summary>
    internal static void Stop()
    {
        if (!typeof(BoltMeter).Assembly.IsCollectible)
            return;

        lock (s_lock)
        {
            s_start?.Dispose();
            s_start = null;
            s_current?._meter.Dispose();
            s_current = null;
        }
    }

    /// <summary>Records how long a call took, in ticks of <see cref="Stopwatch"/>: most take less than the 100 ns of a <see cref="TimeSpan"/>'s.</summary>
    internal static void RecordDuration(long ticks) => Volatile.Read(ref s_current)?._duration.Record(Seconds(ticks));

    /// <inheritdoc cref="RecordDuration"/>
    internal static void RecordHandlerDuration(long ticks, KeyValuePair<string, object?> handler) =>
        Volatile.Read(ref s_current)?._handlerDuration.Record(Seconds(ticks), handler);

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;

    private static void Make()
    {
        lock (s_lock)
        {
            s_start?.Dispose();
            s_start = null;
            if (s_current is null && Flusher.LiveFactories.Count > 0)
                Volatile.Write(ref s_current, new BoltMeter());
        }
    }

    private void Counter(string name, string unit, string description, Func<long> read) => _meter.CreateObservableCounter(name, read, unit, description);

    private void Counter(string name, string unit, string description, Func<MetricTotals, long> read) =>
        _meter.CreateObservableCounter(name, () => read(MetricTotals.Read()), unit, description);

    private void Counter(string name, string unit, string description, Func<MetricTotals, IEnumerable<Measurement<long>>> read) =>
        _meter.CreateObservableCounter(name, () => read(MetricTotals.Read()), unit, description);

    private static Measurement<long>[] Tagged(string key, string[] values, ReadOnlySpan<long> counts)
    {
        var measurements = new Measurement<long>[values.Length];
        for (int i = 0; i < values.Length; i++)
            measurements[i] = new Measurement<long>(counts[i], new KeyValuePair<string, object?>(key, values[i]));

        return measurements;
    }

    private Measurement<long>[] Events(MetricTotals totals)
    {
        Begin(_duration, "");
        return Tagged("level", s_levels, totals.Levels);
    }

    private IEnumerable<Measurement<long>> Invocations(MetricTotals totals)
    {
        foreach (((string handler, string type), long count) in totals.Invocations)
        {
            KeyValuePair<string, object?> tag = new("handler", handler);
            Begin(_handlerDuration, handler, tag);
            yield return new Measurement<long>(count, tag, new KeyValuePair<string, object?>("type", type));
        }
    }

    private void Begin(Histogram<double> histogram, string series, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (histogram.Enabled && _begun.TryAdd(series, true))
            histogram.Record(0, tags);
    }

    private static IEnumerable<Measurement<long>> Expected() => s_expected.Select(static (reason, index) => new Measurement<long>(
        ExpectedAllocations.Bytes((ExpectedAllocation)index),
        new KeyValuePair<string, object?>("reason", reason)));

    /// <summary>Of the pool that has the least left for its size, for its end is the next to be felt; nothing where there is no factory.</summary>
    private static IEnumerable<Measurement<long>> PoolLevel(Func<EventPool, long> read) => Flusher.LiveFactories
        .Select(static pipeline => pipeline.Pool)
        .OrderBy(static pool => (double)pool.Available / pool.Size)
        .Take(1)
        .Select(pool => new Measurement<long>(read(pool)));

    private static string[] LowerCase<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(static name => name.ToLowerInvariant())];
}
