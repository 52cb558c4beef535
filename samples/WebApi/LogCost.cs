namespace WebApi;

/// <summary>What the log calls of requests have allocated, measured.</summary>
internal sealed class LogCost
{
    /// <summary>A thread's first calls set up its buffers.</summary>
    private const int FirstCalls = 2;

    [ThreadStatic]
    private static int t_calls;

    private long _calls;
    private long _threads;
    private long _firstBytes;
    private long _bytes;

    /// <summary>Counts a call of the current thread.</summary>
    /// <param name="bytes">What it allocated.</param>
    public void Add(long bytes)
    {
        Interlocked.Increment(ref _calls);
        if (t_calls == 0)
            Interlocked.Increment(ref _threads);

        if (t_calls++ < FirstCalls)
            Interlocked.Add(ref _firstBytes, bytes);
        else
            Interlocked.Add(ref _bytes, bytes);
    }

    public override string ToString() => $"{_calls} calls: {_firstBytes} B to set up {_threads} threads, {_bytes} B after that";
}
