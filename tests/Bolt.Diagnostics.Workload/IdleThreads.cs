namespace Bolt.Diagnostics.Workload;

/// <summary>Threads that wait in the different ways there are: no profile of work may show them.</summary>
internal static class IdleThreads
{
    public static void Start(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int way = i % 4;
            new Thread(() => Wait(way)) { IsBackground = true, Name = $"idle {i}" }.Start();
        }
    }

    private static void Wait(int way)
    {
        switch (way)
        {
            case 0:
                Thread.Sleep(Timeout.Infinite);
                break;
            case 1:
                using (var never = new ManualResetEvent(false))
                    never.WaitOne();

                break;
            case 2:
                using (var never = new SemaphoreSlim(0))
                    never.Wait();

                break;
            default:
                object gate = new();
                lock (gate)
                    Monitor.Wait(gate);

                break;
        }
    }
}
