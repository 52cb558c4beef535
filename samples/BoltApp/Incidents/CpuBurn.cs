namespace BoltApp.Incidents;

internal sealed class CpuBurn : Incident
{
    private readonly List<Thread> _threads = [];
    private volatile bool _isOver;

    public override string Name => "cpu-burn";

    public override string Description => "Every processor computes: BoltCPUUsageHigh.";

    public override void Start(IncidentValues values)
    {
        _isOver = false;
        for (int i = 0; i < Environment.ProcessorCount; i++)
        {
            var thread = new Thread(Burn) { IsBackground = true, Name = Name, Priority = ThreadPriority.BelowNormal };
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

    private void Burn()
    {
        ulong state = 1;
        while (!_isOver)
            state = Scramble(state);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static ulong Scramble(ulong state)
    {
        for (int i = 0; i < 100_000; i++)
            state = (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9;

        return state;
    }
}
