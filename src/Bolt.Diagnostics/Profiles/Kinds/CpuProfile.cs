using System.Diagnostics;
using System.Diagnostics.Tracing;
using Bolt.Diagnostics.Profiles.Recording;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.EventPipe;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>
/// Which methods use the processors. The runtime's sampler stops all threads once a millisecond, which a busy service feels; so it
/// runs for a quarter of the time, in windows spread over the whole of it, and the values are scaled up to the whole.
/// </summary>
internal static class CpuProfile
{
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(2);
    private const double ShareOfRound = 0.25;

    // What a thread that waits may still be seen in, on its way into the wait or out of it.
    private static readonly string[] s_waits =
    [
        "System.Threading.WaitHandle.",
        "System.Threading.Monitor.",
        "System.Threading.Thread.Sleep",
        "System.Threading.Thread.Join",
        "System.Threading.LowLevel",
        "System.Net.Sockets.SocketAsyncEngine.EventLoop",
        "Interop.Sys.",
    ];

    /// <summary>Records one trace without pause, for readers that want the events themselves.</summary>
    public static string Record(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        string path = folder.NewFile();
        Record(path, namesMethods: true, duration, clientGone);
        return path;
    }

    /// <summary>Observes for the given time.</summary>
    public static StackProfile Observe(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        DateTimeOffset time = DateTimeOffset.UtcNow;
        TimeSpan usedBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        List<string> traces = RecordWindows(folder, duration, clientGone);
        TimeSpan used = Environment.CpuUsage.TotalTime - usedBefore;

        var profile = new StackProfile(("samples", "count"), ("cpu", "nanoseconds"))
        {
            DefaultValue = "cpu",
            Time = time,
            Duration = Stopwatch.GetElapsedTime(start),
        };

        double observed = 0;
        double looks = 0;
        using (CodeMap code = CodeMap.Read(traces[^1]))
        {
            foreach (string trace in traces)
            {
                clientGone.ThrowIfCancellationRequested();
                (double seconds, int count) = AddSamples(profile, code, trace);
                observed += seconds;
                looks += count;
            }
        }

        Weigh(profile, looks == 0 ? 0 : duration.TotalSeconds / looks * 1e9, used);
        profile.Comments.Add($"Looked {looks} times in {observed:F1} s of {duration.TotalSeconds:F1} s; the times are scaled up to the whole, at most to the {used.TotalSeconds:F1} s of processor time that the process used.");
        return profile;
    }

    private static List<string> RecordWindows(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        var traces = new List<string>();
        int rounds = Math.Max(1, (int)(duration / s_round));
        TimeSpan window = rounds == 1 ? duration : duration / rounds * ShareOfRound;
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < rounds; round++)
        {
            // Anywhere in the round, so that work done every second is neither always seen nor never.
            TimeSpan begin = duration / rounds * round + (duration / rounds - window) * Random.Shared.NextDouble();
            TimeSpan pause = begin - Stopwatch.GetElapsedTime(start);
            if (pause > TimeSpan.Zero)
                clientGone.WaitHandle.WaitOne(pause);
            clientGone.ThrowIfCancellationRequested();

            string path = folder.NewFile();
            Record(path, namesMethods: round == rounds - 1, window, clientGone);
            traces.Add(path);
        }

        return traces;
    }

    private static void Record(string path, bool namesMethods, TimeSpan duration, CancellationToken clientGone) =>
        EventSession.Record(path, EventSession.SampleProfiler, 0, EventLevel.Informational, namesMethods, duration, clientGone);

    private static (double Seconds, int Looks) AddSamples(StackProfile profile, CodeMap code, string trace)
    {
        using var stacks = new TracedStacks(trace, code, profile);
        double first = double.NaN;
        double last = 0;
        int looks = 0;
        var seen = new HashSet<int>();
        foreach (TraceEvent happening in stacks.Events)
        {
            if (happening is not ClrThreadSampleTraceData sample)
                continue;

            // The sampler goes through all threads at each look; one that comes again belongs to the next.
            if (looks == 0 || !seen.Add(sample.ThreadID))
            {
                looks++;
                seen.Clear();
                seen.Add(sample.ThreadID);
            }

            first = double.IsNaN(first) ? sample.TimeStampRelativeMSec : first;
            last = sample.TimeStampRelativeMSec;
            if (sample.Type != ClrThreadSampleType.Managed)
                continue;

            int stack = stacks.StackOf(sample);
            if (stack != StackProfile.Empty && !IsWait(profile.Top(stack)))
                profile.Add(stack, null, 1, 1);
        }

        return (looks == 0 ? 0 : (last - first) / 1000, looks);
    }

    private static void Weigh(StackProfile profile, double nanosecondsPerLook, TimeSpan used)
    {
        // Threads that want a processor and do not get one are seen as well: all of them together had no more than the process used.
        double count = profile.Samples.Sum(sample => sample.Values[0]);
        double weight = count == 0 ? nanosecondsPerLook : Math.Min(nanosecondsPerLook, used.TotalNanoseconds / count);
        profile.Scale(1, weight);
        profile.Period = ("cpu", "nanoseconds", Math.Max(1, (long)weight));
    }

    private static bool IsWait(Frame frame) => Array.Exists(s_waits, wait => frame.Name.StartsWith(wait, StringComparison.Ordinal));
}
