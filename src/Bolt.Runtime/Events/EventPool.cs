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
                        // Progress is signalled; the time-out covers a thread that died with records nobody was woken for.
                        Monitor.Wait(_waitLock, 50);
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

    /// <summary>Tells waiting threads that events were delivered, or that the factory is closing.</summary>
    internal void SignalRoom()
    {
        // The count that changed was stored before; a waiter raises _waiting before it reads that count.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) > 0)
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
