using System.Runtime.CompilerServices;

namespace Bolt.Diagnostics.Workload;

/// <summary>Uses a processor.</summary>
internal static class BusyWork
{
    private static ulong s_state = 1;

    public static void Start() => new Thread(Run) { IsBackground = true, Name = "busy" }.Start();

    private static void Run()
    {
        while (true)
            s_state = Scramble(s_state);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Scramble(ulong state)
    {
        for (int i = 0; i < 10_000; i++)
            state = (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9;

        return state;
    }
}
