using System.Diagnostics;

namespace Bolt.Runtime;

/// <summary>
/// Writes batches of records to the sinks of one factory, one holder of the <see cref="DeliveryTurn"/> at a time, and keeps one bad
/// sink from hurting the others, the callers or the process.
/// </summary>
internal sealed unsafe class SinkDelivery
{
    /// <summary>Of synchronous writes, one in so many is timed.</summary>
    private const int SynchronousTimingInterval = 64;

    private static readonly long s_quickTicks = Stopwatch.Frequency / 200_000;

    private readonly LogPipeline _pipeline;
    private readonly SinkSlot[] _sinks;
    private readonly MergePass _merge;
    private readonly object _drainWait = new();
    private readonly bool _mayBlock;
    private DeliveryTurn _turn = new();
    private long _delivered;
    private long _inPlace;
    private long _batchTicks = long.MaxValue;
    private long _bytes;
    private long _drainsAsked;
    private long _drainsDone;
    private bool _closing;

    internal SinkDelivery(LogPipeline pipeline, BoltOptions options)
    {
        _pipeline = pipeline;
        _sinks = [.. options.Sinks.Select(static sink => new SinkSlot(sink))];
        foreach (SinkSlot slot in _sinks)
            slot.Sink.Errors = pipeline.Errors;
        _mayBlock = _sinks.Any(static slot => slot.MayBlock);
        _merge = new MergePass(pipeline, this);
        CallersMayDeliver = !_mayBlock && options.Overflow == Overflow.Block;
    }

    /// <summary>Whether logging threads may write the sinks: none of them blocks for long, and the policy is to hold callers up rather than to lose records.</summary>
    internal bool CallersMayDeliver { get; }

    /// <summary>Whether all sinks together took the last batch in less time than it takes to wake a thread, which is some microseconds.</summary>
    internal bool IsQuick => Volatile.Read(ref _batchTicks) < s_quickTicks;

    /// <summary>Records handed to the sinks, or lost there.</summary>
    internal long Delivered => Volatile.Read(ref _delivered);

    /// <summary>Records that their own thread handed to the sinks without publishing them first (synchronous delivery); part of <see cref="Delivered"/>.</summary>
    internal long DeliveredInPlace => Volatile.Read(ref _inPlace);

    /// <summary>Bytes of the records handed to the sinks, or lost there.</summary>
    internal long Bytes => Volatile.Read(ref _bytes);

    internal ReadOnlySpan<SinkSlot> Sinks => _sinks;

    /// <summary>The turn, where nobody has it; to be released.</summary>
    internal DeliveryTurn? TakeTurnIfFree()
    {
        DeliveryTurn turn = Volatile.Read(ref _turn);
        return turn.TryTake() ? turn : null;
    }

    /// <summary>Whether a drain waits for the flusher.</summary>
    internal bool HasDrainWaiting => Volatile.Read(ref _drainsAsked) != Volatile.Read(ref _drainsDone);

    /// <summary>Delivers what is due, if nobody else is doing so. False: somebody is.</summary>
    internal bool TryPass() => TryPass(out _);

    /// <inheritdoc cref="TryPass()"/>
    /// <param name="isBusy">Whether records were delivered or held back: there may be more soon.</param>
    internal bool TryPass(out bool isBusy)
    {
        isBusy = true;
        DeliveryTurn turn = Volatile.Read(ref _turn);
        if (!turn.TryTake())
            return false;

        using (InsideLogging.Enter())
        {
            long asked = Volatile.Read(ref _drainsAsked);
            bool drain = asked != Volatile.Read(ref _drainsDone);
            bool isWhole = false;
            try
            {
                if ((turn.BatchSink >= 0 && !FinishBatch(turn)) || !_merge.Run(turn, drain, out isBusy))
                    return true;

                if (drain && (!FlushSinks(turn) || (_closing && !DisposeSinks(turn))))
                    return true;

                isWhole = true;
            }
            catch (Exception exception)
            {
                // Out of memory, at worst: what was not taken yet waits for the next pass.
                _pipeline.Errors.Report(LogErrorReason.Sink, "A delivery pass failed.", exception);
            }

            if (drain && isWhole)
            {
                lock (_drainWait)
                {
                    Volatile.Write(ref _drainsDone, asked);
                    Monitor.PulseAll(_drainWait);
                }
            }

            turn.Release();
        }

        _pipeline.Pool.ReportDrops();
        return true;
    }

    /// <summary>
    /// Writes everything published before this call and returns when the sinks have it; after the time-out, with what is left
    /// counted and reported. On a thread that is itself delivering, does nothing.
    /// </summary>
    [AllowAllocation("Waits for the sinks; what they did not take in time is reported.")]
    internal bool Drain(TimeSpan timeout)
    {
        if (InsideLogging.OnThisThread)
            return false;

        long ticket = Interlocked.Increment(ref _drainsAsked);
        long start = Environment.TickCount64;
        long limit = (long)timeout.TotalMilliseconds;
        bool interrupted = false;
        while (Volatile.Read(ref _drainsDone) < ticket)
        {
            long elapsed = Environment.TickCount64 - start;
            if (elapsed >= limit)
                break;

            // A sink that blocks gets half of the time; the other sinks get the rest.
            if (elapsed >= limit / 2)
                TryTakeTurnAway(limit / 2);

            if (!_mayBlock && TryPass())
                continue;

            Flusher.Wake();
            if (elapsed > 20)
                Flusher.RelieveIfBusyElsewhere(_pipeline);

            try
            {
                lock (_drainWait)
                {
                    if (Volatile.Read(ref _drainsDone) < ticket)
                        Monitor.Wait(_drainWait, (int)Math.Min(limit - elapsed, _mayBlock ? 10 : 1));
                }
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
            Thread.CurrentThread.Interrupt();

        if (Volatile.Read(ref _drainsDone) >= ticket)
            return true;

        // On a starved machine this thread may have slept over the half-time.
        TryTakeTurnAway(limit / 2);
        int left = (int)Math.Clamp(_pipeline.Gets - _pipeline.Puts, 0, int.MaxValue);
        _pipeline.Errors.Report(
            LogErrorReason.Drain,
            $"{left} records were not with the sinks after {timeout.TotalMilliseconds:0} ms. A sink is slow or blocked; see the errors of reason Sink, or raise BoltOptions.DrainTimeout.",
            null,
            left);
        return false;
    }

    internal void Close(TimeSpan timeout)
    {
        _closing = true;
        if (!Drain(timeout))
        {
            foreach (SinkSlot slot in _sinks)
                slot.DisposeOnReturn = true;
        }
    }

    /// <summary>Hands one record to the sinks before returning; for synchronous delivery. The record is not published.</summary>
    internal void WriteNow(Lane lane, byte* start, int length)
    {
        DeliveryTurn turn = WaitForTurn();
        bool kept;
        using (lane.Inside.Begin())
        {
            kept = turn.BatchSink < 0 || FinishBatch(turn);
            if (kept)
            {
                Volatile.Write(ref _inPlace, _inPlace + 1);
                kept = Write(turn, lane.Segment, start, length, 1);
            }
        }

        if (!kept)
        {
            lane.Abandon();
            return;
        }

        lane.RecycleDelivered();
        turn.Release();
    }

    private DeliveryTurn WaitForTurn()
    {
        var wait = default(SpinWait);
        while (true)
        {
            DeliveryTurn turn = Volatile.Read(ref _turn);
            if (turn.TryTake())
                return turn;

            wait.SpinOnce(sleep1Threshold: 40);
            if (wait.Count > 40)
                TryTakeTurnAway((long)_pipeline.DrainTimeout.TotalMilliseconds);
        }
    }

    /// <summary>Writes a batch to every sink. False: the turn was taken away meanwhile.</summary>
    internal bool Write(DeliveryTurn turn, object owner, byte* start, int length, int count)
    {
        turn.BatchOwner = owner;
        turn.BatchStart = start;
        turn.BatchLength = length;
        turn.BatchCount = count;
        turn.BatchSink = 0;
        return FinishBatch(turn);
    }

    [AllowAllocation("Records that a sink did not take are reported.")]
    private void ReportBlocked(SinkSlot slot, int count) =>
        _pipeline.Errors.Report(LogErrorReason.Sink, $"{slot.Name} is still blocked: a batch was not written to it.", null, count);

    [AllowAllocation("Records that a sink did not take are reported.")]
    private void ReportFailed(SinkSlot slot, int count, Exception error) =>
        _pipeline.Errors.Report(LogErrorReason.Sink, $"{slot.Name} could not write {count} records.", error, count);

    [AllowAllocation("A sink that failed is reported.")]
    private void ReportFailed(SinkSlot slot, string what, Exception error) =>
        _pipeline.Errors.Report(LogErrorReason.Sink, $"{slot.Name} could not {what}.", error);

    /// <summary>Writes the turn's batch to the sinks that do not have it yet. There must be one.</summary>
    private bool FinishBatch(DeliveryTurn turn)
    {
        long batchTicks = 0;
        for (; turn.BatchSink < _sinks.Length; turn.BatchSink++)
        {
            SinkSlot slot = _sinks[turn.BatchSink];
            if (slot.IsDetached)
            {
                ReportBlocked(slot, turn.BatchCount);
                continue;
            }

            if (slot.MayBlock)
                turn.BeginWrite();

            Exception? error = null;
            long started = IsTimed(slot) ? Stopwatch.GetTimestamp() : 0;
            try
            {
                slot.Sink.Write(new ReadOnlySpan<byte>(turn.BatchStart, turn.BatchLength), turn.BatchCount);
            }
            catch (Exception exception)
            {
                error = exception;
            }

            if (started != 0)
            {
                long ticks = Stopwatch.GetTimestamp() - started;
                batchTicks += ticks;
                BoltMeter.RecordHandlerDuration(ticks, slot.Tag);
            }

            if (slot.MayBlock && !turn.EndWrite())
            {
                Reattach(turn, slot);
                return false;
            }

            if (error is not null)
                ReportFailed(slot, turn.BatchCount, error);
        }

        Volatile.Write(ref _delivered, _delivered + turn.BatchCount);
        Volatile.Write(ref _bytes, _bytes + turn.BatchLength);
        Volatile.Write(ref _batchTicks, batchTicks);
        turn.BatchSink = -1;
        turn.BatchOwner = null;
        if (!_pipeline.IsSynchronous)
            _pipeline.Pool.SignalRoom();

        return true;
    }

    /// <summary>Counts a batch of the sink; whether it is to be timed: every one, or where each record is a batch and its thread waits, one in many, and only for somebody who listens.</summary>
    private bool IsTimed(SinkSlot slot)
    {
        long number = slot.Invocations + 1;
        Volatile.Write(ref slot.Invocations, number);
        return !_pipeline.IsSynchronous || (number % SynchronousTimingInterval == 0 && BoltMeter.TimesHandlers);
    }

    private bool FlushSinks(DeliveryTurn turn) => ForEachSink(turn, "be flushed", static slot => slot.Sink.Flush());

    private bool DisposeSinks(DeliveryTurn turn) => ForEachSink(
        turn,
        "be disposed",
        static slot =>
        {
            if (!slot.IsDisposed)
            {
                slot.IsDisposed = true;
                slot.Sink.Dispose();
            }
        });

    private bool ForEachSink(DeliveryTurn turn, string what, Action<SinkSlot> action)
    {
        turn.BatchCount = 0;
        for (int i = 0; i < _sinks.Length; i++)
        {
            SinkSlot slot = _sinks[i];
            if (slot.IsDetached)
            {
                slot.DisposeOnReturn |= _closing;
                continue;
            }

            turn.BatchSink = i;
            if (slot.MayBlock)
                turn.BeginWrite();

            Exception? error = null;
            try
            {
                action(slot);
            }
            catch (Exception exception)
            {
                error = exception;
            }

            if (slot.MayBlock && !turn.EndWrite())
            {
                Reattach(turn, slot);
                return false;
            }

            if (error is not null)
                ReportFailed(slot, what, error);
        }

        turn.BatchSink = -1;
        return true;
    }

    /// <summary>The thread that was blocked in the sink is back: the sink may be written again.</summary>
    private void Reattach(DeliveryTurn lost, SinkSlot slot)
    {
        // Whoever took the turn away first leaves the sink out, then lets a successor go on: to let it in again before would be undone.
        var wait = default(SpinWait);
        while (Volatile.Read(ref _turn) == lost)
            wait.SpinOnce();

        if (slot.DisposeOnReturn)
        {
            try
            {
                slot.Sink.Dispose();
            }
            catch (Exception)
            {
                // Its factory is gone; its records were counted when it was left out.
            }

            return;
        }

        slot.IsDetached = false;
    }

    /// <summary>Takes the turn from a thread that has been blocked in a sink for at least so long, leaves that sink out, and lets the others go on.</summary>
    [AllowAllocation("Only a sink that blocks has its turn taken away.")]
    internal void TryTakeTurnAway(long milliseconds)
    {
        DeliveryTurn turn = Volatile.Read(ref _turn);
        if (!turn.TryTakeAway(milliseconds))
            return;

        SinkSlot slot = _sinks[turn.BatchSink];
        slot.IsDetached = true;
        slot.DisposeOnReturn = _closing;
        if (turn.BatchOwner is Segment segment)
            segment.IsHeldBySink = true;

        _merge.LeaveStaging();
        var next = new DeliveryTurn
        {
            BatchOwner = turn.BatchOwner,
            BatchStart = turn.BatchStart,
            BatchLength = turn.BatchLength,
            BatchCount = turn.BatchCount,
            BatchSink = turn.BatchOwner is null ? -1 : turn.BatchSink + 1,
        };
        Volatile.Write(ref _turn, next);
        _pipeline.Errors.Report(
            LogErrorReason.Sink,
            $"{slot.Name} has been blocked for {milliseconds} ms: it is left out until its call returns.",
            null,
            turn.BatchCount);
        Flusher.Relieve();
    }
}
