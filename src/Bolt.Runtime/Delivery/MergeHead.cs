using System.Runtime.Intrinsics.X86;

namespace Bolt.Runtime;

/// <summary>A lane's next record while lanes are merged, and where it is.</summary>
internal unsafe struct MergeHead
{
    /// <summary>What a processor fetches at once, and how much of a record is asked for beforehand: most are shorter.</summary>
    private const int CacheLine = 64;
    private const int Fetched = 4 * CacheLine;

    internal readonly Lane Lane;
    internal readonly Segment Segment;
    private Segment.Entry* _entry;
    private long _ordinal;
    private readonly long _end;

    /// <summary>Begins at the lane's first record that is not taken, of which there must be one, in the lane's first segment.</summary>
    internal MergeHead(Lane lane)
    {
        Lane = lane;
        Segment = lane.Head;
        _ordinal = lane.Taken;
        int index = (int)(_ordinal - Segment.FirstOrdinal);
        _entry = Segment.EntryAt(index);
        _end = Segment.Next is null ? lane.Bound : Math.Min(lane.Bound, Segment.FirstOrdinal + Segment.SealedCount);
        Start = Segment.Data + Segment.StartOf(index);
        Reading = _entry->Reading;
    }

    /// <summary>When the record was begun.</summary>
    internal long Reading { get; private set; }

    /// <summary>Where it starts.</summary>
    internal byte* Start { get; private set; }

    /// <summary>Whether there is a record left in the segment.</summary>
    internal readonly bool IsInSegment => _ordinal < _end;

    /// <summary>Whether there is a record and it is to be written in this pass.</summary>
    internal readonly bool IsDue(long now) => IsInSegment && (_ordinal < Lane.EligibleBelow || Reading < now);

    /// <summary>Goes on to the first record that is not due, or younger than another lane's, or in the next segment, or begins beyond so many bytes. Returns how many records it passed.</summary>
    internal int TakeRun(long now, long otherReading, int bytes)
    {
        byte* first = Start;
        byte* data = Segment.Data;
        int count = 0;
        do
        {
            Start = data + _entry->End;
            _entry--;
            _ordinal++;
            count++;
            if (_ordinal == _end)
                return count;

            Reading = _entry->Reading;
        }
        while (Reading <= otherReading && IsDue(now) && Start - first < bytes);

        // It was written by another processor, and is read when the other lanes' records have been.
        if (Sse.IsSupported)
        {
            for (int i = 0; i < Fetched; i += CacheLine)
                Sse.Prefetch0(Start + i);
        }

        return count;
    }
}
