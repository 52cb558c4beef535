using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>
/// Measures one log call in about 64 of a thread: how long it took, and what its writer allocated that nothing expects.
/// </summary>
/// <remarks>
/// Reading the clock and the thread's allocated bytes, twice each, costs about 60 ns (measured): too much for every call, one for
/// each when spread over 64; the clock is read only where somebody listens to the durations. The interval is pseudo-random, so that calls that come in a pattern are all seen. A thread's first 64
/// records are not measured: they pay for what the runtime sets up for the thread.
/// </remarks>
[ZeroAlloc]
internal struct CallSample
{
    private const int MeanInterval = 64;

    private int _until;
    private uint _random;
    private long _start;
    private long _unexpectedBefore;
    private bool _isEncoded;

    /// <summary>Starts the count-down to the first call measured.</summary>
    internal CallSample(int seed)
    {
        _random = ((uint)seed * 2654435769u) | 1;
        _until = MeanInterval + NextInterval();
    }

    /// <summary>Whether the call under way is being measured.</summary>
    internal readonly bool IsOn => _until < 0;

    /// <summary>Begins a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin()
    {
        if (--_until < 0)
            BeginMeasuring(0);
    }

    /// <summary>Begins a call that is to be measured because its first part was.</summary>
    /// <param name="ticks">How long that part took, in ticks of <see cref="Stopwatch"/>.</param>
    internal void Continue(long ticks)
    {
        _until = -1;
        BeginMeasuring(ticks);
    }

    /// <summary>The record is encoded: what follows may be a sink's work. Of a call being measured only.</summary>
    /// <param name="info">The event; null where others' code was called to make the record, which may allocate as it likes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Encoded(LogEventInfo? info)
    {
        _isEncoded = true;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - ExpectedAllocations.OnThisThread - _unexpectedBefore;
        if (bytes > 0 && info is not null)
            UnexpectedAllocations.Found(info, bytes);
    }

    /// <summary>Ends the part of a call that is measured apart, before the record goes to another logger. Returns its ticks, at least 1.</summary>
    internal long EndPart(LogEventInfo info)
    {
        long ticks = _start == 0 ? 1 : Stopwatch.GetTimestamp() - _start;
        Encoded(info);
        Restart();
        return ticks;
    }

    /// <summary>The call is over: the record is where the delivery wants it. Of a call being measured only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void End()
    {
        if (_isEncoded && _start != 0)
            BoltMeter.RecordDuration(Stopwatch.GetTimestamp() - _start);

        Restart();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginMeasuring(long ticks)
    {
        _isEncoded = false;
        _unexpectedBefore = GC.GetAllocatedBytesForCurrentThread() - ExpectedAllocations.OnThisThread;
        _start = BoltMeter.TimesCalls ? Stopwatch.GetTimestamp() - ticks : 0;
    }

    private void Restart() => _until = NextInterval();

    private int NextInterval()
    {
        // xorshift32
        uint x = _random;
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        _random = x;
        return (int)(x % (2 * MeanInterval));
    }
}
