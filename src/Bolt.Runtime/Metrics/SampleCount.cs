namespace Bolt.Runtime;

/// <summary>Counts the calls of one event that writes one call of many. Outlives the event, so that no count is lost when its assembly is unloaded.</summary>
internal sealed class SampleCount
{
    private static readonly Lock s_lock = new();
    private static readonly List<SampleCount> s_all = [];

    private readonly uint _every;
    private long _calls;

    internal SampleCount(int every)
    {
        _every = (uint)every;
        lock (s_lock)
            s_all.Add(this);
    }

    /// <summary>Calls of all events that were not written for this reason.</summary>
    internal static long SampledOut
    {
        get
        {
            long sum = 0;
            lock (s_lock)
            {
                foreach (SampleCount count in s_all)
                {
                    long calls = Volatile.Read(ref count._calls);
                    sum += calls - (calls / count._every);
                }
            }

            return sum;
        }
    }

    /// <summary>Counts a call; true when it is one to be written.</summary>
    internal bool Next() => (ulong)Interlocked.Increment(ref _calls) % _every == 0;
}
