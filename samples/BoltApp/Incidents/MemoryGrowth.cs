namespace BoltApp.Incidents;

internal sealed class MemoryGrowth : Incident
{
    private const int Megabyte = 1 << 20;
    private static readonly IncidentParameter s_megabytes = new("megabytes", 600, 1, 100_000);
    private readonly List<CachedPage> _cache = [];

    public override string Name => "memory-growth";

    public override string Description => "A cache grows and is never emptied: BoltMemoryUsageHigh.";

    public override IReadOnlyList<IncidentParameter> Parameters => [s_megabytes];

    public override void Start(IncidentValues values)
    {
        for (int i = 0; i < values[s_megabytes]; i++)
            _cache.Add(new CachedPage(Megabyte));
    }

    public override void Stop()
    {
        _cache.Clear();
        _cache.TrimExcess();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    /// <summary>Memory that is used, not only asked for.</summary>
    private sealed class CachedPage
    {
        private readonly byte[] _content;

        internal CachedPage(int size)
        {
            _content = GC.AllocateUninitializedArray<byte>(size);
            Array.Fill(_content, (byte)1);
        }
    }
}
