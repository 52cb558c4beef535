using System.Runtime.CompilerServices;

namespace Bolt.Diagnostics.Workload;

/// <summary>Allocates some 50 MB a second.</summary>
internal static class AllocatingWork
{
    private static byte[]? s_last;

    public static void Start() => new Thread(Run) { IsBackground = true, Name = "allocating" }.Start();

    private static void Run()
    {
        while (true)
        {
            for (int i = 0; i < 50; i++)
                s_last = MakeBuffer();

            Thread.Sleep(1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] MakeBuffer() => new byte[1000];
}
