namespace Bolt.Runtime;

/// <summary>
/// What the runbook calls the event pool: the bound on events that are encoded but not yet handed to the sinks, and what happens
/// at that bound.
/// </summary>
internal sealed class EventPool
{
    private readonly LogPipeline _pipeline;
    private readonly object _waitLock = new();
    private readonly Overflow _overflow;
    private readonly long _maxBytes;
    private int _waiting;
    private int _grown;
    private long _dropped;
    private long _droppedReported;

    internal EventPool(LogPipeline pipeline, BoltOptions options, int size)
    {
        _pipeline = pipeline;
        _overflow = options.Overflow;
        _maxBytes = options.MaxBufferedBytes;
        Size = size;
    }

    /// <summary>The number of events of the pool.</summary>
    internal int Size { get; }

    /// <summary>Events that the pool can still take: the runbook's <c>available</c>.</summary>
    internal long Available => Math.Max(0, Size - Outstanding);

    /// <summary>Events dropped because the pool was empty.</summary>
    internal long Dropped => Volatile.Read(ref _dropped);

    /// <summary>In quarters, how much of the pool's events or bytes is in use, whichever is more.</summary>
    internal int QuartersInUse => (int)Math.Min(4, Math.Max(Outstanding * 4 / Size, _pipeline.BufferedBytes * 4 / _maxBytes));

    private long Outstanding => _pipeline.Gets - _pipeline.Puts;

    /// <summary>Whether a thread may take a further segment.</summary>
    internal bool HasRoom
    {
        get
        {
            long outstanding = Outstanding;
            if (outstanding <= 0)
                return true;

            if (_pipeline.BufferedBytes >= _maxBytes)
                return false;

            if (outstanding < Size)
                return true;

            if (_overflow != Overflow.Grow)
                return false;

            if (Interlocked.Exchange(ref _grown, 1) == 0)
                ReportGrowth();

            return true;
        }
    }

    [AllowAllocation("Reported once.")]
    private void ReportGrowth()
    {
        using (ExpectedAllocations.For(ExpectedAllocation.Error))
            _pipeline.Errors.Report(LogErrorReason.Overflow, $"The event pool of {Size} events is exhausted and grows (Overflow.Grow); raise BoltOptions.EventPoolSize if this is the normal load.", null);
    }

    /// <summary>Waits for room where the policy is to wait. False: the record is dropped.</summary>
    internal bool WaitForRoom()
    {
        if (_overflow != Overflow.Block)
        {
            CountDrop();
            return false;
        }

        bool interrupted = false;
        int patience = 1;
        Interlocked.Increment(ref _waiting);
        try
        {
            while (!HasRoom)
            {
                if (_pipeline.IsClosed)
                {
                    CountDrop();
                    return false;
                }

                _pipeline.DeliverOrWake();
                lock (_waitLock)
                {
                    if (HasRoom || _pipeline.IsClosed)
                        continue;

                    try
                    {
                        // Signalled when half of the pool is free. With a slow sink that takes long, so that in the meantime what little there is will do.
                        Monitor.Wait(_waitLock, patience);
                        patience = Math.Min(50, patience * 2);
                    }
                    catch (ThreadInterruptedException)
                    {
                        interrupted = true;
                    }
                }
            }

            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);

            // A log call does not throw; the interrupt is left for the caller's next wait.
            if (interrupted)
                Thread.CurrentThread.Interrupt();
        }
    }

    /// <summary>
    /// Tells waiting threads that events were delivered, once half of the pool is free, or that the factory is closing: to be woken for
    /// each batch would cost a thread more than writing the batch's records.
    /// </summary>
    internal void SignalRoom()
    {
        // The count that changed was stored before; a waiter raises _waiting before it reads that count.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) > 0 && (QuartersInUse < 2 || _pipeline.IsClosed))
        {
            lock (_waitLock)
                Monitor.PulseAll(_waitLock);
        }
    }

    /// <summary>Counts a dropped record. Returns null, for the place that would have been.</summary>
    internal unsafe byte* Drop()
    {
        CountDrop();
        return null;
    }

    internal void CountDrop() => Interlocked.Increment(ref _dropped);

    /// <summary>Reports the drops since the last report, as one error.</summary>
    [AllowAllocation("Records that were dropped are reported, many at once.")]
    internal void ReportDrops()
    {
        if (Dropped == Volatile.Read(ref _droppedReported))
            return;

        long news;
        lock (_waitLock)
        {
            // Read inside: a reading that has waited for the lock could be older than the last report, and count drops twice.
            long dropped = Dropped;
            news = dropped - _droppedReported;
            _droppedReported = dropped;
        }

        if (news > 0)
        {
            _pipeline.Errors.Report(
                LogErrorReason.Overflow,
                $"The event pool was empty: {news} records were dropped ({_overflow}). Raise BoltOptions.EventPoolSize ({Size}) or MaxBufferedBytes ({_maxBytes}), log less, or use Overflow.Block.",
                null,
                (int)Math.Min(news, int.MaxValue));
        }
    }
}
