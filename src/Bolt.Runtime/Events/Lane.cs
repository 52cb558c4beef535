using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// One thread's way into one factory: the segments it appends records to, oldest first. A thread that logs while it has a record
/// open (from a formatter, say) has a further lane for each depth of nesting.
/// </summary>
/// <remarks>
/// Written by its thread alone; read by whoever holds the factory's delivery turn. <see cref="Published"/> is the only word that
/// passes between them: a release store by the thread makes every record below it visible.
/// </remarks>
internal sealed unsafe class Lane
{
    /// <summary>How many records a thread may still write from inside a sink, a formatter or OnError when the pool is empty.</summary>
    private const int Reserve = 64;

    internal readonly LogPipeline Pipeline;
    internal readonly Thread Thread;
    internal readonly int Depth;

    /// <summary>For everything of a record whose width is not known before it is encoded.</summary>
    internal readonly ValueBuffer Values;

    /// <summary>Whether its thread is inside a sink or the delivery.</summary>
    internal readonly InsideLogging Inside = InsideLogging.Current;

    /// <summary>For what few records have.</summary>
    internal readonly RecordExtras Extras = new();

    /// <summary>For ad-hoc calls while their strings are being built; null until there is one.</summary>
    internal AdHocRecord? AdHoc;

    // The thread's own.
    internal bool Open;
    internal byte* Next;
    internal byte* Limit;
    internal TimeText TimeText;
    internal LaneCounts Counts;
    internal CallSample Sample;
    private Segment _segment;
    private int _count;
    private int _countLimit;

    /// <summary>The number of records that this lane has published since it began.</summary>
    internal long Published;

    // The delivery's own, guarded by its turn.
    internal Segment Head;
    internal long Taken;
    internal long SeenAtLastPass;
    internal long EligibleBelow;
    internal long Bound;
    internal bool ThreadIsAlive;

    internal Lane(LogPipeline pipeline, Thread thread, int depth)
    {
        Pipeline = pipeline;
        Thread = thread;
        Depth = depth;
        Values = new ValueBuffer { Report = pipeline.ReportError, Settings = pipeline.Redaction };
        TimeText = new TimeText(pipeline.Clock);
        Sample = new CallSample(thread.ManagedThreadId);
        _segment = Head = pipeline.Segments.Take(Segment.MinimumSize);
        Adopt(_segment);
    }

    /// <summary>The segment being written, and where in it the open record begins.</summary>
    internal Segment Segment => _segment;

    /// <summary>Room for a record of up to <paramref name="size"/> bytes. Null: the pool refuses it, or the factory was disposed while the thread waited.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal byte* Room(int size, LogLevel level)
    {
        byte* start = Next;
        return start + size <= Limit ? start : MakeRoom(size, level == LogLevel.Critical);
    }

    /// <summary>Room elsewhere than in the rest of the current segment; null as of <see cref="Room"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal byte* MakeRoom(int size, bool critical)
    {
        int countLimit = Pipeline.RecordsPerSegment;
        EventPool pool = Pipeline.Pool;
        bool inside = Depth > 0 || Inside.IsActive;

        // Synchronous delivery keeps nothing, but for what is written inside: the segment only has to be large enough.
        bool isBounded = inside || !Pipeline.IsSynchronous;
        if (isBounded && !pool.HasRoom && !critical)
        {
            if (inside)
            {
                // Waiting here could wait for oneself; the reserve bounds what a sink that logs can pile up.
                int left = Reserve - (int)(Published - Volatile.Read(ref Taken));
                if (left <= 0)
                    return pool.Drop();

                countLimit = Math.Min(countLimit, left);
            }
            else if (!pool.WaitForRoom())
            {
                return null;
            }
        }

        int needed = size + Segment.EntrySize;

        // A segment that its records did not fill was large enough.
        int grown = Math.Min(Segment.MaximumSize, _count >= _countLimit ? _segment.Capacity : _segment.Capacity * 2);
        Segment next;
        try
        {
            next = Pipeline.Segments.Take(Math.Max(needed, grown));
        }
        catch (OutOfMemoryException)
        {
            // A record is lost, and counted; the program is not.
            return pool.Drop();
        }

        next.FirstOrdinal = Published;
        Segment full = _segment;
        full.SealedCount = (int)(Published - full.FirstOrdinal);
        Adopt(next);
        _countLimit = countLimit;

        // Read before it is linked: from then on it may be delivered, and serve another lane.
        int capacity = full.Capacity;
        full.Next = next;
        Pipeline.SegmentFilled(capacity);
        return Next;
    }

    private void Adopt(Segment segment)
    {
        _segment = segment;
        _count = 0;
        _countLimit = Pipeline.RecordsPerSegment;
        Next = segment.Data;
        Limit = segment.Data + segment.Capacity - Segment.EntrySize;
    }

    /// <summary>The open record is over. A release, so that whoever sees it sees what was published before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Shut() => Volatile.Write(ref Open, false);

    /// <summary>Makes the record that ends at <paramref name="end"/> visible to the delivery.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [ZeroAlloc]
    internal void Publish(byte* end, long reading)
    {
        Segment segment = _segment;
        Segment.Entry* entry = (Segment.Entry*)Limit;
        entry->Reading = reading;
        entry->End = (int)(end - segment.Data);
        Next = end;

        // One comparison in Begin covers both bounds: at the last record allowed, no room is left at all.
        Limit = ++_count < _countLimit ? Limit - Segment.EntrySize : segment.Data - 1;
        Volatile.Write(ref Published, Published + 1);
    }

    /// <summary>Gives delivered segments back to the store. For the holder of the delivery turn.</summary>
    internal void RecycleDelivered()
    {
        Segment head = Head;
        while (head.Next is { } next && Taken >= head.FirstOrdinal + head.SealedCount)
        {
            Pipeline.SegmentDelivered(head);
            Head = head = next;
        }
    }

    /// <summary>Leaves the current segment to whoever still reads it and goes on in another.</summary>
    internal void Abandon()
    {
        _segment.IsHeldBySink = true;
        MakeRoom(0, critical: true);
    }

    /// <summary>Gives everything back, once nothing is left to deliver and the thread can no longer write.</summary>
    internal void Release()
    {
        for (Segment? segment = Head; segment is not null;)
        {
            // Before it is given back: then it may be another lane's, with a next of its own.
            Segment? next = segment.Next;
            Pipeline.Segments.Return(segment);
            segment = next;
        }

        Values.Free();
    }
}
