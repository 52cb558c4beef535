using System.Globalization;
using System.Text;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>The heap's figures, under the names that the runbook's commands look for.</summary>
internal static class HeapText
{
    private static readonly string[] s_generations = ["generation 0", "generation 1", "generation 2", "large objects", "pinned objects"];

    /// <summary>Writes the figures of this moment and of the last collection.</summary>
    public static string Describe()
    {
        GCMemoryInfo last = GC.GetGCMemoryInfo(GCKind.Any);
        long allocated = GC.GetTotalMemory(forceFullCollection: false);

        // Both are zero until the first collection.
        long inUse = last.Index == 0 ? allocated : last.HeapSizeBytes;
        long committed = Math.Max(last.TotalCommittedBytes, inUse);
        var text = new StringBuilder();
        Line($"# HeapAlloc = {allocated}");
        Line($"# HeapSys = {committed}");
        Line($"# HeapInuse = {inUse}");
        Line($"# TotalAlloc = {GC.GetTotalAllocatedBytes()}");
        Line($"# Fragmented = {last.FragmentedBytes}");
        Line($"# PinnedObjects = {last.PinnedObjectsCount}");
        Line($"# PauseTimePercentage = {last.PauseTimePercentage}");
        Line($"# TotalPause = {GC.GetTotalPauseDuration().TotalSeconds} s");
        Line($"# MemoryLimit = {last.TotalAvailableMemoryBytes}");
        Line($"# MemoryLoad = {last.MemoryLoadBytes}");
        Line($"");
        Line($"# Collections: generation 0 {GC.CollectionCount(0)}, generation 1 {GC.CollectionCount(1)}, generation 2 {GC.CollectionCount(2)}");
        Line($"# After the last collection (number {last.Index}, of generation {last.Generation}):");
        for (int i = 0; i < last.GenerationInfo.Length && i < s_generations.Length; i++)
        {
            GCGenerationInfo generation = last.GenerationInfo[i];
            Line($"# {s_generations[i]}: {generation.SizeAfterBytes} bytes, {generation.FragmentationAfterBytes} of them between objects");
        }

        Line($"");
        Line($"# Configuration:");
        foreach ((string name, object value) in GC.GetConfigurationVariables().OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Line($"# {name} = {value}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
