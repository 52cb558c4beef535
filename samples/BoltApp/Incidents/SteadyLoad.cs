using System.Diagnostics;

namespace BoltApp.Incidents;

internal sealed class SteadyLoad(ILogger logger) : Incident
{
    private const int ThreadCount = 200;
    private const int RecordsPerException = 100;

    private static readonly IncidentParameter s_rate = new("rate", 10_000, ThreadCount, 1_000_000);
    private static readonly TimeSpan s_betweenCollections = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_life = TimeSpan.FromSeconds(4);

    private readonly List<Thread> _threads = [];
    private readonly Lock _lock = new();
    private Timer? _collections;
    private volatile bool _isOver;

    public override string Name => "steady-load";

    public override string Description => "No trouble: a busy day. 10,000 records per second, one in a hundred with an exception, 200 threads that come and go, a collection every second.";

    public override IReadOnlyList<IncidentParameter> Parameters => [s_rate];

    public override void Start(IncidentValues values)
    {
        _isOver = false;
        _collections = new Timer(static _ => GC.Collect(), null, s_betweenCollections, s_betweenCollections);
        for (int i = 0; i < ThreadCount; i++)
            Spawn(values[s_rate] / (double)ThreadCount, s_life * Random.Shared.NextDouble());
    }

    public override void Stop()
    {
        _isOver = true;
        _collections?.Dispose();
        while (Last() is { } thread)
            thread.Join();
    }

    private Thread? Last()
    {
        lock (_lock)
            return _threads.Count == 0 ? null : _threads[^1];
    }

    private void Spawn(double rate, TimeSpan life)
    {
        var thread = new Thread(() => Live(rate, life), maxStackSize: 256 * 1024) { IsBackground = true, Name = Name };

        // Within the lock, so that whoever ends the load never finds a thread that cannot be waited for yet.
        lock (_lock)
        {
            _threads.Add(thread);
            thread.UnsafeStart();
        }
    }

    private void Live(double rate, TimeSpan life)
    {
        long start = Stopwatch.GetTimestamp();
        long step = 0;
        while (!_isOver && Stopwatch.GetElapsedTime(start) < life)
        {
            long due = (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * rate);
            for (; step < due; step++)
                LogStep(step);

            Thread.Sleep(s_round);
        }

        if (!_isOver)
            Spawn(rate, s_life);

        lock (_lock)
            _threads.Remove(Thread.CurrentThread);
    }

    private void LogStep(long step)
    {
        if (step % RecordsPerException != RecordsPerException - 1)
        {
            IncidentLog.StepDone(logger, step, Name);
            return;
        }

        try
        {
            throw new TimeoutException("The upstream took too long.");
        }
        catch (TimeoutException error)
        {
            IncidentLog.StepRetried(logger, step, Name, error);
        }
    }
}
