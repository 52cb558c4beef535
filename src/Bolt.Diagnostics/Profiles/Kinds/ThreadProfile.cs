using System.Diagnostics.Tracing;
using System.Globalization;
using System.Text;
using Bolt.Diagnostics.Profiles.Recording;
using Bolt.Diagnostics.Profiles.Symbols;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.EventPipe;

namespace Bolt.Diagnostics.Profiles.Kinds;

/// <summary>Where every managed thread is. Go calls them goroutines, and so do the runbook's commands.</summary>
internal static class ThreadProfile
{
    private const int FramesOfLine = 12;
    private static readonly TimeSpan[] s_attempts = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>Records one trace.</summary>
    public static string Record(TraceFolder folder, CancellationToken clientGone) => Record(folder, s_attempts[0], clientGone);

    /// <summary>Takes the stacks of all threads.</summary>
    public static StackProfile Observe(TraceFolder folder, CancellationToken clientGone)
    {
        (StackProfile profile, List<ThreadStack> threads) = Look(folder, clientGone);
        foreach (ThreadStack thread in threads)
            profile.Add(thread.Stack, thread.Name, 1);
        return profile;
    }

    /// <summary>Writes a line for each thread, and nothing else that has the word in it: the runbook counts threads with grep.</summary>
    public static string Describe(TraceFolder folder, CancellationToken clientGone)
    {
        (StackProfile profile, List<ThreadStack> threads) = Look(folder, clientGone);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# managed threads: {threads.Count}\n");
        text.Append(CultureInfo.InvariantCulture, $"# thread pool: {ThreadPool.ThreadCount} threads, {ThreadPool.PendingWorkItemCount} work items waiting, {ThreadPool.CompletedWorkItemCount} completed\n\n");
        foreach (ThreadStack thread in threads.OrderBy(thread => thread.Id))
        {
            List<string> frames = [.. profile.Frames(thread.Stack).Select(frame => frame.Name)];
            string more = frames.Count > FramesOfLine ? string.Create(CultureInfo.InvariantCulture, $" < {frames.Count - FramesOfLine} more") : "";
            text.Append(CultureInfo.InvariantCulture, $"goroutine {thread.Id} [thread \"{thread.Name}\", {StateOf(thread.IsManaged, frames)}]: {string.Join(" < ", frames.Take(FramesOfLine))}{more}\n");
        }

        return text.ToString();
    }

    private static string Record(TraceFolder folder, TimeSpan duration, CancellationToken clientGone)
    {
        string path = folder.NewFile();
        EventSession.Record(path, EventSession.SampleProfiler, 0, EventLevel.Informational, namesMethods: true, duration, clientGone);
        return path;
    }

    private static (StackProfile Profile, List<ThreadStack> Threads) Look(TraceFolder folder, CancellationToken clientGone)
    {
        foreach (TimeSpan duration in s_attempts)
        {
            var profile = new StackProfile(("goroutine", "count"))
            {
                DefaultValue = "goroutine",
                LabelKey = "thread",
                Time = DateTimeOffset.UtcNow,
                Period = ("goroutine", "count", 1),
            };
            List<ThreadStack> threads = Read(Record(folder, duration, clientGone), profile);
            if (threads.Count > 0)
                return (profile, threads);
        }

        // On an overloaded machine the sampler itself may not come to run.
        throw new ProfileUnavailableException(ProfileUnavailableException.NotNow, "The runtime did not come to look at the threads; ask again.");
    }

    private static List<ThreadStack> Read(string trace, StackProfile profile)
    {
        var latest = new Dictionary<int, ThreadStack>();
        using CodeMap code = CodeMap.Read(trace);
        using var stacks = new TracedStacks(trace, code, profile);
        foreach (TraceEvent happening in stacks.Events)
        {
            if (happening is ClrThreadSampleTraceData sample && stacks.StackOf(sample) is var stack and not StackProfile.Empty)
                latest[sample.ThreadID] = new ThreadStack(sample.ThreadID, NameOf(sample.ThreadID), sample.Type == ClrThreadSampleType.Managed, stack);
        }

        return [.. latest.Values];
    }

    private static string NameOf(int thread)
    {
        try
        {
            // The only list of thread names there is; .NET has none.
            return OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/self/task/{thread}/comm").Trim().Replace('"', '\'') : "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string StateOf(bool isManaged, List<string> frames) => frames[0] switch
    {
        _ when isManaged => "running",
        _ when frames.Take(3).Any(frame => frame.StartsWith("System.Threading.Monitor.Enter", StringComparison.Ordinal) || frame.StartsWith("System.Threading.Lock.", StringComparison.Ordinal)) => "lock",
        _ when frames.Take(3).Any(frame => frame.StartsWith("System.Threading.Thread.Sleep", StringComparison.Ordinal)) => "sleep",
        var top when top.StartsWith("System.Threading.", StringComparison.Ordinal) => "waiting",
        _ => "native code",
    };

    private readonly record struct ThreadStack(int Id, string Name, bool IsManaged, int Stack);
}
