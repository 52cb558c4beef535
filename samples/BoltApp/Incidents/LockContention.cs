using System.Runtime.CompilerServices;

namespace BoltApp.Incidents;

internal sealed class LockContention : Incident
{
    private static readonly IncidentParameter s_threads = new("threads", 8, 2, 200);
    private static readonly TimeSpan s_heldFor = TimeSpan.FromMilliseconds(5);

    private readonly List<Thread> _threads = [];
    private readonly object _stock = new();
    private volatile bool _isOver;

    public override string Name => "lock-contention";

    public override string Description => "Threads wait for one lock; /debug/pprof/block shows where.";

    public override IReadOnlyList<IncidentParameter> Parameters => [s_threads];

    public override void Start(IncidentValues values)
    {
        _isOver = false;
        for (int i = 0; i < values[s_threads]; i++)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = Name };
            _threads.Add(thread);
            thread.UnsafeStart();
        }
    }

    public override void Stop()
    {
        _isOver = true;
        _threads.ForEach(static thread => thread.Join());
        _threads.Clear();
    }

    private void Work()
    {
        while (!_isOver)
            UpdateStock();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UpdateStock()
    {
        // A Monitor, not a Lock: that is what the runtime reports contention of by events.
        lock (_stock)
            Thread.Sleep(s_heldFor);
    }
}
