using System.Diagnostics.Tracing;
using Bolt.Diagnostics.Profiles.Recording;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>
/// Which methods allocate, in the time observed: the runtime keeps no figures from before. It picks each byte with the same small
/// probability and reports the object that the byte falls into, so objects are scaled up by how likely it was to hit them.
/// </summary>
internal static class AllocationProfile
{
    private const long AllocationSampling = 0x80000000000;
    private const double MeanBytes = 102_400;

    /// <summary>Records one trace.</summary>
    public static string Record(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        string path = folder.NewFile();
        EventSession.Record(path, EventSession.Runtime, AllocationSampling, EventLevel.Informational, namesMethods: true, duration, clientGone);
        return path;
    }

    /// <summary>Observes for the given time.</summary>
    public static StackProfile Observe(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        var profile = new StackProfile(("alloc_objects", "count"), ("alloc_space", "bytes"))
        {
            DefaultValue = "alloc_space",
            LabelKey = "type",
            Time = DateTimeOffset.UtcNow,
            Duration = duration,
            Period = ("space", "bytes", (long)MeanBytes),
        };
        string trace = Record(folder, duration, clientGone);
        using CodeMap code = CodeMap.Read(trace);
        using var stacks = new TracedStacks(trace, code, profile, IsAllocator);
        foreach (TraceEvent happening in stacks.Events)
        {
            if (happening is not AllocationSampledTraceData allocation)
                continue;

            clientGone.ThrowIfCancellationRequested();
            double objects = 1 / (1 - Math.Exp(-allocation.ObjectSize / MeanBytes));
            profile.Add(stacks.StackOf(allocation), allocation.TypeName, objects, objects * allocation.ObjectSize);
        }

        return profile;
    }

    // What the runtime calls on behalf of the method that allocates.
    private static bool IsAllocator(Frame frame) =>
        frame.Name.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        || frame.Name is "System.String.FastAllocateString" or "System.GC.AllocateUninitializedArray" or "System.GC.AllocateNewArray";
}
