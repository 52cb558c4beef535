using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>
/// The one thread that delivers for all factories of the process: about every millisecond while records come, and for a while
/// after; then it sleeps until a record wakes it.
/// </summary>
internal sealed class Flusher
{
    private const int WatchMilliseconds = 100;

    private const int Awake = 0;
    private const int Sleeping = 1;

    /// <summary>The process is ending, and stays so: each record is to be delivered by its own thread.</summary>
    private const int Ending = 2;

    private static readonly Lock s_lock = new();
    private static LogPipeline[] s_pipelines = [];
    private static Flusher? s_current;
    private static Timer? s_watch;
    private static volatile bool s_exiting;

    /// <summary>How long the flusher looks for records after the last one. Set by tests only, which want it to fall asleep often.</summary>
    internal static int LingerMilliseconds { get; set; } = 100;

    /// <summary>Rounds over all factories since the process began.</summary>
    internal static long Passes { get; private set; }

    /// <summary>Factories not disposed yet.</summary>
    internal static IReadOnlyList<LogPipeline> LiveFactories => Volatile.Read(ref s_pipelines);

    // Signal and flag are each flusher's own: one that is on its way out must neither take its successor's wake-up nor say that it is awake.
    private readonly AutoResetEvent _wake = new(false);
    private int _state = s_exiting ? Ending : Awake;
    private int _signalled;
    private LogPipeline? _busyWith;
    private long _busySince;

    private Flusher()
    {
    }

    /// <summary>Whether the next record must call <see cref="Wake"/>. Read by every record, after its release store.</summary>
    internal static bool IsSleeping
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_current is { _state: not Awake };
    }

    /// <summary>Whether the process is ending: from then on every record is delivered before its call returns.</summary>
    internal static bool ExitHasBegun => s_exiting;

    internal static void Register(LogPipeline pipeline)
    {
        lock (s_lock)
        {
            Volatile.Write(ref s_pipelines, [.. s_pipelines, pipeline]);
            ForwardedRedaction.Choose(s_pipelines);
            if (s_pipelines.Length == 1)
            {
                ExitDrain.Install();
                BoltMeter.Start();
            }

            if (s_current is null)
                Start();
        }
    }

    internal static void Unregister(LogPipeline pipeline)
    {
        lock (s_lock)
        {
            Volatile.Write(ref s_pipelines, Array.FindAll(s_pipelines, other => other != pipeline));
            ForwardedRedaction.Choose(s_pipelines);
            if (s_pipelines.Length > 0)
                return;

            ExitDrain.Uninstall();
            BoltMeter.Stop();
            s_watch?.Dispose();
            s_watch = null;
            Replace(null);
        }
    }

    /// <summary>Makes the flusher look for records now.</summary>
    internal static void Wake()
    {
        // One that has just been replaced is woken in vain, but then its successor has not looked yet.
        Volatile.Read(ref s_current)?.WakeUp();
    }

    /// <summary>Replaces a flusher thread that does not come back from a sink.</summary>
    internal static void Relieve()
    {
        lock (s_lock)
        {
            if (s_current?._busyWith is not null)
                Start();
        }

        Wake();
    }

    /// <summary>Replaces a flusher thread that is held up by another factory's sinks.</summary>
    internal static void RelieveIfBusyElsewhere(LogPipeline pipeline)
    {
        Flusher? current = Volatile.Read(ref s_current);
        LogPipeline? busyWith = current?._busyWith;
        if (busyWith is not null && busyWith != pipeline && Environment.TickCount64 - Volatile.Read(ref current!._busySince) > 20)
            Relieve();
    }

    /// <summary>Drains every factory, all at once, each bounded by its own time-out.</summary>
    internal static void DrainAll(bool exiting)
    {
        if (exiting)
        {
            s_exiting = true;

            // Whoever puts another in its place now sees that the process is ending.
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref s_current) is { } current)
                Volatile.Write(ref current._state, Ending);
        }

        LogPipeline[] pipelines = Volatile.Read(ref s_pipelines);
        if (pipelines.Length == 1)
        {
            pipelines[0].Delivery.Drain(pipelines[0].DrainTimeout);
            return;
        }

        var threads = new Thread[pipelines.Length];
        for (int i = 0; i < pipelines.Length; i++)
        {
            LogPipeline pipeline = pipelines[i];
            threads[i] = new Thread(() => pipeline.Delivery.Drain(pipeline.DrainTimeout)) { IsBackground = true };
            threads[i].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();
    }

    private static void Start()
    {
        var flusher = new Flusher();
        Replace(flusher);
        s_watch ??= new Timer(static _ => Watch(), null, Timeout.Infinite, Timeout.Infinite);
        new Thread(flusher.Run) { IsBackground = true, Name = "Bolt flusher" }.UnsafeStart();
    }

    private static void Replace(Flusher? successor)
    {
        Flusher? before = Interlocked.Exchange(ref s_current, successor);
        if (successor is not null && s_exiting)
            Volatile.Write(ref successor._state, Ending);

        before?._wake.Set();
    }

    /// <summary>Looks for a sink that has been blocked beyond its factory's drain time-out; runs only while the flusher is awake.</summary>
    private static void Watch()
    {
        foreach (LogPipeline pipeline in Volatile.Read(ref s_pipelines))
            pipeline.Delivery.TryTakeTurnAway((long)pipeline.DrainTimeout.TotalMilliseconds);
    }

    private bool IsCurrent => Volatile.Read(ref s_current) == this;

    private void Run()
    {
        bool watching = false;
        long lastBusy = Environment.TickCount64;
        while (IsCurrent)
        {
            if (!watching)
            {
                SetWatch(WatchMilliseconds);
                watching = true;
            }

            bool busy = false;
            bool hasMuch = false;
            Passes++;
            Interlocked.Exchange(ref _signalled, 0);
            foreach (LogPipeline pipeline in Volatile.Read(ref s_pipelines))
            {
                Volatile.Write(ref _busySince, Environment.TickCount64);
                _busyWith = pipeline;
                bool hadTurn = pipeline.Delivery.TryPass(out bool isBusy);
                _busyWith = null;
                if (!IsCurrent)
                    return;

                busy |= isBusy;
                hasMuch |= hadTurn && isBusy && pipeline.HasMuchToDeliver;
            }

            long now = Environment.TickCount64;
            if (busy)
                lastBusy = now;

            if (now - lastBusy < LingerMilliseconds)
            {
                if (!hasMuch)
                    _wake.WaitOne(1);

                continue;
            }

            Interlocked.CompareExchange(ref _state, Sleeping, Awake);

            // A record published without seeing the flag is seen here; one published later sees the flag.
            Interlocked.MemoryBarrierProcessWide();
            if (HasWork())
            {
                StayAwake();
                lastBusy = now;
                continue;
            }

            SetWatch(Timeout.Infinite);
            watching = false;
            foreach (LogPipeline pipeline in Volatile.Read(ref s_pipelines))
                pipeline.Segments.Trim();

            _wake.WaitOne();
            StayAwake();
            lastBusy = Environment.TickCount64;
        }
    }

    private void WakeUp()
    {
        StayAwake();

        // One signal for all who call before the next round: it looks at every record published before it began.
        if (Interlocked.Exchange(ref _signalled, 1) == 0)
            _wake.Set();
    }

    /// <summary>Says that records need not wake this flusher; once the process is ending they are to be told that they must.</summary>
    private void StayAwake() => Interlocked.CompareExchange(ref _state, Awake, Sleeping);

    private static bool HasWork()
    {
        foreach (LogPipeline pipeline in Volatile.Read(ref s_pipelines))
        {
            if (pipeline.Delivery.HasDrainWaiting)
                return true;

            foreach (Lane lane in pipeline.Lanes)
            {
                if (Volatile.Read(ref lane.Published) != Volatile.Read(ref lane.Taken))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Starts or stops the watch; a flusher that has been replaced must not stop its successor's.</summary>
    private void SetWatch(int milliseconds)
    {
        lock (s_lock)
        {
            if (s_current == this)
                s_watch?.Change(milliseconds, milliseconds);
        }
    }
}
