using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// What the loggers of one factory share: the way of a record from its thread's lane, through the pool's bound and the delivery, to
/// the sinks.
/// </summary>
internal sealed class LogPipeline
{
    /// <summary>As much as a processor's cache holds beside what else is in it: memory that serves again from there costs less than half (measured).</summary>
    private const long WarmMemory = 128 * 1024;

    /// <summary>So much is delivered soon, however much more may be buffered.</summary>
    private const long MuchMemory = 2 * WarmMemory;

    /// <summary>Segments filled closer together than this (0.4 ms) are a burst's: at 64 KiB, some 150 MB a second.</summary>
    private static readonly long s_burstTicks = Stopwatch.Frequency / 2500;

    private readonly Lock _lanesLock = new();
    private Lane[] _lanes = [];
    private long _retiredPublished;
    private LaneCounts _retiredCounts;
    private long _bufferedBytes;
    private long _filledAt;
    private volatile bool _closed;
    private volatile bool _mayHaveScopes;

    internal LogPipeline(BoltOptions options, LogLevel minimumLevel, int poolSize)
    {
        Gates = new CategoryGates(minimumLevel, options.ExitOnCritical);
        Include = options.Include;
        HasTraceContext = (Include & RecordParts.TraceContext) != 0;
        HasExtras = (Include & RecordParts.ThreadId) != 0;
        IsSynchronous = options.Delivery == Bolt.Delivery.Synchronous;
        ExitOnCritical = options.ExitOnCritical;
        DrainTimeout = options.DrainTimeout;
        SampledOutInterval = options.SampledOutInterval;
        Errors = new ErrorLog(options.OnError);
        ReportError = Errors.Report;
        Redaction = new RedactionSettings
        {
            Key = options.RedactionKey,
            Provider = options.RedactorProvider,
            Names = RedactedNames.Of(options.RedactedNames),
            Report = ReportError,
        };
        Clock = new RecordClock(options.Clock);
        Pool = new EventPool(this, options, poolSize);
        RecordsPerSegment = Math.Max(1, poolSize / 16);
        Hooks = RecordHooks.Of(this, options);
        Delivery = new SinkDelivery(this, options);
    }

    internal RecordParts Include { get; }

    internal bool HasTraceContext { get; }

    /// <summary>Where the active scopes are kept.</summary>
    internal IExternalScopeProvider Scopes { get; set; } = new LoggerExternalScopeProvider();

    /// <summary>Whether a scope was ever opened here, or could have been elsewhere: until then no record looks for one.</summary>
    internal bool MayHaveScopes
    {
        get => _mayHaveScopes;
        set
        {
            _mayHaveScopes = value;
            HasExtras |= value;
        }
    }

    /// <summary>Whether records have scopes or a thread id.</summary>
    internal bool HasExtras;

    internal bool IsSynchronous { get; }

    internal bool ExitOnCritical { get; }

    internal TimeSpan DrainTimeout { get; }

    internal RedactionSettings Redaction { get; }

    /// <summary>How long after a call was left out by sampling that is told.</summary>
    internal TimeSpan SampledOutInterval { get; }

    internal ErrorLog Errors { get; }

    /// <summary><see cref="ErrorLog.Report(LogErrorReason, string, Exception?)"/> as a delegate, made once.</summary>
    internal Action<LogErrorReason, string, Exception?> ReportError { get; }

    internal RecordClock Clock { get; }

    internal SegmentStore Segments { get; } = new();

    internal EventPool Pool { get; }

    internal SinkDelivery Delivery { get; }

    internal int RecordsPerSegment { get; }

    /// <summary>The filters and enrichers; null for none.</summary>
    internal RecordHooks? Hooks { get; }

    /// <summary>Which levels of which category are written.</summary>
    internal CategoryGates Gates { get; }

    /// <summary>Whether disposal has begun: no further record is opened.</summary>
    internal bool IsClosed => _closed;

    /// <summary>Whether its counts are among those of the factories that are gone.</summary>
    internal bool IsCountedAsGone { get; set; }

    /// <summary>Whether the lanes were given back.</summary>
    internal bool IsReleased { get; private set; }

    /// <summary>Events begun: the runbook's <c>gets</c>.</summary>
    internal long Gets
    {
        get
        {
            long sum = Volatile.Read(ref _retiredPublished) + Delivery.DeliveredInPlace;
            foreach (Lane lane in Lanes)
                sum += Volatile.Read(ref lane.Published);

            return sum;
        }
    }

    /// <summary>Events delivered, or lost at a sink: the runbook's <c>puts</c>.</summary>
    internal long Puts => Delivery.Delivered;

    /// <summary>Bytes of memory of full segments that are not delivered yet.</summary>
    internal long BufferedBytes => Volatile.Read(ref _bufferedBytes);

    /// <summary>The lanes at this moment.</summary>
    internal Lane[] Lanes => Volatile.Read(ref _lanes);

    internal void Register(Lane lane)
    {
        lock (_lanesLock)
            Volatile.Write(ref _lanes, [.. _lanes, lane]);
    }

    /// <summary>Takes the lane of a dead thread out, its last record delivered.</summary>
    [AllowAllocation("A thread has ended.")]
    internal void Retire(Lane lane)
    {
        lock (_lanesLock)
        {
            Lane[] rest = Array.FindAll(_lanes, other => other != lane);
            _retiredCounts.Add(in lane.Counts);

            // In this order, the opposite of that in Gets: for a moment the lane may count nowhere, but never twice, which would look like a full pool.
            Volatile.Write(ref _lanes, rest);
            Volatile.Write(ref _retiredPublished, _retiredPublished + lane.Published);
        }

        lane.Release();
    }

    /// <summary>What the threads of this factory have counted, those that have ended included, and the events begun; neither ever falls.</summary>
    internal void ReadCounts(out LaneCounts counts, out long gets)
    {
        lock (_lanesLock)
        {
            counts = _retiredCounts;
            gets = Gets;
            foreach (Lane lane in _lanes)
                counts.Add(in lane.Counts);
        }
    }

    internal void SegmentFilled(int capacity)
    {
        Interlocked.Add(ref _bufferedBytes, capacity);
        if (IsSynchronous)
            return;

        // The flusher comes by itself every millisecond, and is woken where much has come since. In a burst, this thread does its work where
        // it does not come even so, or where the sinks take less time than waking it would; at a steady rate it would only make one call slow.
        long buffered = BufferedBytes;
        long now = Stopwatch.GetTimestamp();
        bool isBurst = now - Interlocked.Exchange(ref _filledAt, now) < s_burstTicks;
        int quarters = Pool.QuartersInUse;
        bool needsHelp = Delivery.IsQuick ? buffered >= WarmMemory : buffered >= 3 * MuchMemory || quarters >= 3;
        if (needsHelp && isBurst && MayDeliverHere)
        {
            // Whoever has the turn already goes on where this ends, or the flusher does within its millisecond: another to wake would be in the way.
            TryDeliver();
        }
        else if (buffered >= MuchMemory || quarters > 0)
            Flusher.Wake();
    }

    /// <summary>Whether so much waits that the flusher need not pause first.</summary>
    internal bool HasMuchToDeliver => BufferedBytes >= MuchMemory || Pool.QuartersInUse > 0;

    internal void SegmentDelivered(Segment segment)
    {
        Interlocked.Add(ref _bufferedBytes, -segment.Capacity);
        Segments.Return(segment);
        Pool.SignalRoom();
    }

    /// <summary>Delivers on this thread where that cannot block it for long and nobody else is delivering; else wakes the flusher.</summary>
    internal void DeliverOrWake()
    {
        if (!MayDeliverHere || !TryDeliver())
            Flusher.Wake();
    }

    private bool MayDeliverHere => Delivery.CallersMayDeliver && !InsideLogging.OnThisThread;

    private bool TryDeliver()
    {
        using (ExpectedAllocations.For(ExpectedAllocation.Sink))
            return Delivery.TryPass();
    }

    /// <summary>What publishing a record calls for beyond the record itself: an error is delivered at once, a sleeping flusher is woken.</summary>
    internal void AfterPublish(LogLevel level)
    {
        if (InsideLogging.OnThisThread || (level < LogLevel.Critical && !Flusher.ExitHasBegun))
        {
            Flusher.Wake();
            return;
        }

        Delivery.Drain(DrainTimeout);
        if (level == LogLevel.Critical && ExitOnCritical && !Flusher.ExitHasBegun)
            Environment.Exit(1);
    }

    /// <summary>Ends the factory: no new records, everything published delivered, sinks disposed, memory given back. Bounded by the drain time-out.</summary>
    internal void Close()
    {
        SampledOutSummary.WriteAll(this);
        Gates.Close();
        _closed = true;

        // Pairs with ThreadLanes.Open: a thread that did not see the flag is seen here with its lane open.
        Interlocked.MemoryBarrierProcessWide();
        Pool.SignalRoom();
        long deadline = Environment.TickCount64 + (long)DrainTimeout.TotalMilliseconds;
        foreach (Lane lane in Lanes)
        {
            if (lane.Thread != Thread.CurrentThread)
            {
                var wait = default(SpinWait);
                while (Volatile.Read(ref lane.Open) && lane.Thread.IsAlive && Environment.TickCount64 < deadline)
                    wait.SpinOnce();
            }
        }

        Delivery.Close(TimeSpan.FromMilliseconds(Math.Max(1, deadline - Environment.TickCount64)));
        MetricTotals.Keep(this);
        Flusher.Unregister(this);
        IsReleased = true;

        // With the turn, since a flusher that has not heard yet may be about to begin a pass, and would retire the same lanes.
        if (Delivery.TakeTurnIfFree() is { } turn)
        {
            foreach (Lane lane in Lanes)
            {
                if (!Volatile.Read(ref lane.Open))
                    Retire(lane);
            }

            turn.Release();
        }

        Segments.Clear();
    }
}
