using Bolt.Sinks;

namespace Bolt.Benchmarks.Candidates;

/// <summary>Passes batches on and counts those that the thread wrote that made this sink: a background logger should not write on its caller's.</summary>
internal sealed class CountingSink(LogSink inner) : LogSink
{
    private readonly int _caller = Environment.CurrentManagedThreadId;
    private long _writes;
    private long _callerWrites;

    public long Writes => Volatile.Read(ref _writes);

    public long CallerWrites => Volatile.Read(ref _callerWrites);

    public override bool MayBlock => inner.MayBlock;

    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        _writes++;
        if (Environment.CurrentManagedThreadId == _caller)
            _callerWrites++;

        inner.Write(records, count);
    }

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing) => inner.Dispose();
}
