using System.Diagnostics;

namespace Bolt.Runtime;

/// <summary>Allocations in generated writers that nothing expects: counted, and the culprit named once.</summary>
internal static class UnexpectedAllocations
{
    private const int FramesNamed = 6;

    private static readonly Lock s_lock = new();
    private static long s_count;
    private static long s_bytes;

    /// <summary>Calls found to allocate, of those measured.</summary>
    internal static long Count => Volatile.Read(ref s_count);

    /// <summary>The bytes that those calls allocated.</summary>
    internal static long Bytes => Volatile.Read(ref s_bytes);

    /// <summary>A call has allocated. The first of an event is put down to what its first use sets up.</summary>
    [AllowAllocation("Names the culprit, once for each event.")]
    internal static void Found(LogEventInfo info, long bytes)
    {
        int times = info.CountAllocation();
        if (times == 1)
        {
            ExpectedAllocations.Add(ExpectedAllocation.FirstUse, bytes);
            return;
        }

        Interlocked.Increment(ref s_count);
        Interlocked.Add(ref s_bytes, bytes);
        if (times == 2)
        {
            using (ExpectedAllocations.For(ExpectedAllocation.Error))
                Name(info, bytes);
        }
    }

    private static void Name(LogEventInfo info, long bytes)
    {
        try
        {
            lock (s_lock)
                BoltEventSource.Instance.Report(new AllocationViolation(info.EventId.Name ?? "", info.Template, bytes, CallSite()));
        }
        catch (Exception)
        {
            // It is counted; a log call does not throw because its culprit has no name.
        }
    }

    /// <summary>The callers, from the generated method on, with file and line where there are symbols.</summary>
    private static string CallSite()
    {
        string[] frames = new StackTrace(fNeedFileInfo: true).ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        int writer = Array.FindLastIndex(frames, static frame => frame.Contains(" Bolt.Runtime.EventWriter.", StringComparison.Ordinal));
        return string.Join('\n', frames.Skip(writer + 1).Take(FramesNamed));
    }
}
