using System.Runtime.CompilerServices;

namespace Bolt.Diagnostics.Workload;

/// <summary>Two threads wait for each other's lock.</summary>
internal static class LockingWork
{
    private static readonly object s_gate = new();

    public static void Start()
    {
        for (int i = 0; i < 2; i++)
            new Thread(Run) { IsBackground = true, Name = $"locking {i}" }.Start();
    }

    private static void Run()
    {
        while (true)
            WaitForGate();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WaitForGate()
    {
        lock (s_gate)
            Thread.Sleep(5);
    }
}
