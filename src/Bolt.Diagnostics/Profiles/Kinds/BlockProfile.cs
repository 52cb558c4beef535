using System.Diagnostics.Tracing;
using Bolt.Diagnostics.Profiles.Recording;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>
/// Which methods wait: for a lock that another thread holds (contentions, delay) and, counted apart, for anything else (waits,
/// wait_delay). Apart, because threads that wait for work all the time would bury those that wait for each other. Only what has
/// ended within the time observed is counted, as Go does it.
/// </summary>
internal static class BlockProfile
{
    private const long Contention = 0x4000;
    private const long WaitHandles = 0x40000000000;

    /// <summary>Records one trace.</summary>
    public static string Record(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        string path = folder.NewFile();
        EventSession.Record(path, EventSession.Runtime, Contention | WaitHandles, EventLevel.Verbose, namesMethods: true, duration, clientGone);
        return path;
    }

    /// <summary>Observes for the given time.</summary>
    public static StackProfile Observe(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        var profile = new StackProfile(("waits", "count"), ("wait_delay", "nanoseconds"), ("contentions", "count"), ("delay", "nanoseconds"))
        {
            DefaultValue = "delay",
            Time = DateTimeOffset.UtcNow,
            Duration = duration,
            Period = ("contentions", "count", 1),
        };
        profile.Comments.Add("contentions and delay: locks; waits and wait_delay: every other wait, idle threads' too (-sample_index=wait_delay)");
        string trace = Record(folder, duration, clientGone);
        using CodeMap code = CodeMap.Read(trace);
        using var stacks = new TracedStacks(trace, code, profile, frame => frame.Name.StartsWith("System.Threading.", StringComparison.Ordinal));
        var contentions = new Dictionary<int, (int Stack, double Time)>();
        var waits = new Dictionary<int, (int Stack, double Time)>();
        foreach (TraceEvent happening in stacks.Events)
        {
            clientGone.ThrowIfCancellationRequested();
            switch (happening)
            {
                case ContentionStartTraceData:
                    contentions[happening.ThreadID] = (stacks.StackOf(happening), happening.TimeStampRelativeMSec);
                    break;
                case ContentionStopTraceData when contentions.Remove(happening.ThreadID, out (int Stack, double Time) start):
                    profile.Add(start.Stack, null, 0, 0, 1, (happening.TimeStampRelativeMSec - start.Time) * 1e6);
                    break;
                case WaitHandleWaitStartTraceData:
                    waits[happening.ThreadID] = (stacks.StackOf(happening), happening.TimeStampRelativeMSec);
                    break;
                case WaitHandleWaitStopTraceData when waits.Remove(happening.ThreadID, out (int Stack, double Time) start):
                    profile.Add(start.Stack, null, 1, (happening.TimeStampRelativeMSec - start.Time) * 1e6, 0, 0);
                    break;
            }
        }

        return profile;
    }
}
