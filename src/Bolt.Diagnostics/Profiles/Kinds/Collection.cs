using System.Globalization;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>A collection on demand, as thorough as there is one.</summary>
internal static class Collection
{
    /// <summary>Collects, and says what came of it.</summary>
    public static string Run()
    {
        long before = GC.GetTotalMemory(forceFullCollection: false);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        long after = GC.GetTotalMemory(forceFullCollection: false);
        return string.Create(CultureInfo.InvariantCulture, $"before: {before} bytes\nafter: {after} bytes\n");
    }
}
