using System.Runtime.CompilerServices;

namespace Bolt.Diagnostics.Workload;

/// <summary>Keeps 16 MB in objects of a type of its own, by a static field.</summary>
internal static class RetainingWork
{
    private static List<KeptRecord>? s_kept;

    public static void Start()
    {
        s_kept = new List<KeptRecord>(100_000);
        for (int i = 0; i < 100_000; i++)
            s_kept.Add(new KeptRecord { A = i });
    }
}

/// <summary>160 bytes that are kept.</summary>
internal sealed class KeptRecord
{
    public Padding Content;

    public long A { get => Content[0]; set => Content[0] = value; }

    [InlineArray(18)]
    internal struct Padding
    {
        private long _first;
    }
}
