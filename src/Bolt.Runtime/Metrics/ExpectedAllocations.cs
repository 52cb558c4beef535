namespace Bolt.Runtime;

/// <summary>Why a log call may allocate: the label <c>reason</c> of <c>bolt.allocation.expected_bytes</c>.</summary>
internal enum ExpectedAllocation
{
    /// <summary>An exception's text and stack.</summary>
    Exception,

    /// <summary>What a thread needs for its first records.</summary>
    Thread,

    /// <summary>More segments are in use at once than ever before.</summary>
    Pool,

    /// <summary>What is made once for an event: its head, and what the runtime and the types of its values set up when they first run.</summary>
    FirstUse,

    /// <summary>Scopes of types that are known at run time only.</summary>
    Scope,

    /// <summary>Sinks that were written by the logging thread.</summary>
    Sink,

    /// <summary>An error was reported.</summary>
    Error,

    /// <summary>The host's other providers took the event.</summary>
    Provider,
}

/// <summary>Bytes that logging threads have allocated where that is the intention, so that the rest means what it says.</summary>
internal static class ExpectedAllocations
{
    private static readonly long[] s_bytes = new long[(int)ExpectedAllocation.Provider + 1];

    [ThreadStatic]
    private static long t_bytes;

    /// <summary>Bytes that the calling thread has been expected to allocate so far.</summary>
    internal static long OnThisThread => t_bytes;

    internal static long Bytes(ExpectedAllocation reason) => Volatile.Read(ref s_bytes[(int)reason]);

    internal static void Add(ExpectedAllocation reason, long bytes)
    {
        t_bytes += bytes;
        Interlocked.Add(ref s_bytes[(int)reason], bytes);
    }

    /// <summary>Until the value returned is disposed, what the calling thread allocates is expected; what is expected for another reason inside counts there.</summary>
    internal static Span For(ExpectedAllocation reason) => new(reason);

    /// <summary>A time in which allocation is expected.</summary>
    internal readonly ref struct Span(ExpectedAllocation reason) : IDisposable
    {
        private readonly long _unexpectedBefore = GC.GetAllocatedBytesForCurrentThread() - t_bytes;

        public void Dispose()
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread() - t_bytes - _unexpectedBefore;
            if (bytes > 0)
                Add(reason, bytes);
        }
    }
}
