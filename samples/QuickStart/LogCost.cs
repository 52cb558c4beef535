namespace QuickStart;

/// <summary>Counts log calls and the bytes that they allocate on the calling thread: nothing else of the program is in the figures.</summary>
internal sealed class LogCost
{
    public long Calls { get; private set; }

    public long AllocatingCalls { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Measures from here to the disposal.</summary>
    public Measurement Measure() => new(this, GC.GetAllocatedBytesForCurrentThread());

    public readonly ref struct Measurement(LogCost cost, long before)
    {
        public void Dispose()
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            cost.Calls++;
            cost.Bytes += bytes;
            if (bytes != 0)
                cost.AllocatingCalls++;
        }
    }
}
