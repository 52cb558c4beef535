namespace WebApi;

/// <summary>What the log calls of requests have allocated, measured.</summary>
internal sealed class LogCost
{
    private long _calls;
    private long _bytes;
    private long _last;

    public void Add(long bytes)
    {
        Interlocked.Increment(ref _calls);
        Interlocked.Add(ref _bytes, bytes);
        if (bytes > 0)
            Interlocked.Exchange(ref _last, Volatile.Read(ref _calls));
    }

    /// <summary>The first calls of each thread set up its buffers; a call that allocates after that would show as a late one.</summary>
    public override string ToString() => $"{_calls} calls, {_bytes} B, the last that allocated was number {_last}";
}
