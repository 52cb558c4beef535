namespace Bolt.Runtime;

/// <summary>
/// The right to deliver: whoever holds it reads the lanes and writes the sinks. It can be taken away from a thread that has been
/// blocked in a sink for too long, together with the work that this thread had begun.
/// </summary>
internal sealed class DeliveryTurn
{
    private const int Free = 0;
    private const int Held = 1;
    private const int Writing = 2;
    private const int TakenAway = 3;

    private int _state;
    private long _writingSince;

    // The batch being written, so that a successor can finish it for the other sinks.
    internal unsafe byte* BatchStart;
    internal int BatchLength;
    internal int BatchCount;
    internal int BatchSink = -1;
    internal object? BatchOwner;

    internal bool TryTake() => Interlocked.CompareExchange(ref _state, Held, Free) == Free;

    internal void Release() => Volatile.Write(ref _state, Free);

    /// <summary>From here on, the turn can be taken away.</summary>
    internal void BeginWrite()
    {
        _writingSince = Environment.TickCount64;
        Volatile.Write(ref _state, Writing);
    }

    /// <summary>False: the turn was taken away meanwhile, and nothing of the delivery may be touched any more.</summary>
    internal bool EndWrite() => Interlocked.CompareExchange(ref _state, Held, Writing) == Writing;

    /// <summary>Takes the turn away from a thread that has been writing for at least so long.</summary>
    internal bool TryTakeAway(long milliseconds) =>
        Volatile.Read(ref _state) == Writing
        && Environment.TickCount64 - Volatile.Read(ref _writingSince) >= milliseconds
        && Interlocked.CompareExchange(ref _state, TakenAway, Writing) == Writing;
}
