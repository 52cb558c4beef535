using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>
/// One pass of delivery: takes what is due from every lane, in the order of the clock, and writes it in batches.
/// </summary>
/// <remarks>
/// The pass reads the clock, then the lanes, then their publication counts, in that order, and takes records older than its reading.
/// So a record committed before another was begun is never left behind while the other goes: had its count been read too early, the
/// other's clock reading would not be older. A record that an earlier pass has already seen is taken whatever its time, so that no
/// clock (frozen, coarse, stepping back) holds anything up for more than one pass.
/// </remarks>
internal sealed unsafe class MergePass(LogPipeline pipeline, SinkDelivery delivery)
{
    private readonly List<Lane> _due = [];
    private readonly List<MergeHead> _heads = [];
    private Staging? _staging;

    /// <summary>Runs a pass. False: the turn was taken away meanwhile.</summary>
    /// <param name="turn">The turn that this thread holds.</param>
    /// <param name="drain">Takes everything published before this pass, however young.</param>
    /// <param name="isBusy">Whether anything was delivered or held back.</param>
    internal bool Run(DeliveryTurn turn, bool drain, out bool isBusy)
    {
        if (drain)
        {
            // What is there now is to be taken whatever its time, as if an earlier pass had seen it; not what comes while the pass looks, which
            // would break the order across threads.
            foreach (Lane lane in pipeline.Lanes)
                lane.SeenAtLastPass = Volatile.Read(ref lane.Published);
        }

        long now = pipeline.Clock.Now();
        Interlocked.MemoryBarrier();
        Lane[] lanes = pipeline.Lanes;
        isBusy = false;
        _due.Clear();
        foreach (Lane lane in lanes)
        {
            // Before the count: of a dead thread, the count is then final.
            lane.ThreadIsAlive = lane.Thread.IsAlive;
            long published = Volatile.Read(ref lane.Published);
            lane.EligibleBelow = lane.SeenAtLastPass;
            lane.SeenAtLastPass = published;
            lane.Bound = published;
            if (lane.Taken < published)
            {
                isBusy = true;
                if (IsDue(lane, now))
                    _due.Add(lane);
            }
        }

        bool kept = _due.Count switch
        {
            0 => true,
            1 => WriteInPlace(turn, _due[0], now),
            _ => WriteMerged(turn, now),
        };
        if (!kept)
            return false;

        foreach (Lane lane in lanes)
        {
            lane.RecycleDelivered();
            if (!lane.ThreadIsAlive && lane.Taken == lane.Bound)
                pipeline.Retire(lane);
        }

        return true;
    }

    /// <summary>Leaves the staging buffer to a sink that still reads it.</summary>
    internal void LeaveStaging() => _staging = null;

    private static bool IsDue(Lane lane, long now) =>
        lane.Taken < lane.Bound && (lane.Taken < lane.EligibleBelow || HeadEntry(lane)->Reading < now);

    /// <summary>The index entry of the lane's next record; moves the lane's head to the segment that holds it.</summary>
    private static Segment.Entry* HeadEntry(Lane lane)
    {
        lane.RecycleDelivered();
        return lane.Head.EntryAt((int)(lane.Taken - lane.Head.FirstOrdinal));
    }

    /// <summary>One lane only: its records are written from where they are, a segment at a time.</summary>
    private bool WriteInPlace(DeliveryTurn turn, Lane lane, long now)
    {
        while (IsDue(lane, now))
        {
            HeadEntry(lane);
            Segment segment = lane.Head;
            int first = (int)(lane.Taken - segment.FirstOrdinal);
            int end = (int)Math.Min(lane.Bound - segment.FirstOrdinal, segment.Next is null ? int.MaxValue : segment.SealedCount);
            int last = end;

            // A lane's readings rise, so that the last one usually answers for all; where its clock stepped back there is no order to keep.
            if (segment.FirstOrdinal + end > lane.EligibleBelow && segment.EntryAt(end - 1)->Reading >= now)
            {
                last = first + 1;
                while (segment.FirstOrdinal + last < lane.EligibleBelow || segment.EntryAt(last)->Reading < now)
                    last++;
            }

            int start = segment.StartOf(first);
            int length = segment.StartOf(last) - start;
            lane.Taken += last - first;
            if (!delivery.Write(turn, segment, segment.Data + start, length, last - first))
                return false;
        }

        return true;
    }

    /// <summary>Several lanes: the oldest head next, copied in runs into one buffer. The heads are a heap, so that many threads cost little more than few.</summary>
    private bool WriteMerged(DeliveryTurn turn, long now)
    {
        Staging staging = _staging ??= new Staging();
        _heads.Clear();
        foreach (Lane lane in _due)
        {
            HeadEntry(lane);
            _heads.Add(new MergeHead(lane));
        }

        Span<MergeHead> heads = CollectionsMarshal.AsSpan(_heads);
        for (int i = (heads.Length / 2) - 1; i >= 0; i--)
            SiftDown(heads, i);

        while (heads.Length > 0)
        {
            ref MergeHead head = ref heads[0];
            Lane lane = head.Lane;
            Segment segment = head.Segment;
            byte* start = head.Start;
            int count = head.TakeRun(now, SecondReading(heads), Staging.Capacity);
            int length = (int)(head.Start - start);

            // Not taken yet: were the turn lost in there, this run would be the successor's.
            if (staging.Length + length > Staging.Capacity && !Emit(turn, staging))
                return false;

            lane.Taken += count;
            if (length > Staging.Capacity)
            {
                if (!delivery.Write(turn, segment, start, length, count))
                    return false;
            }
            else
            {
                Unsafe.CopyBlockUnaligned(staging.Data + staging.Length, start, (uint)length);
                staging.Length += length;
                staging.Count += count;
            }

            if (!head.IsInSegment && lane.Taken < lane.Bound)
            {
                HeadEntry(lane);
                head = new MergeHead(lane);
            }

            if (!head.IsDue(now))
            {
                heads[0] = heads[^1];
                heads = heads[..^1];
            }

            SiftDown(heads, 0);
        }

        _heads.Clear();
        return Emit(turn, staging);
    }

    private static long SecondReading(ReadOnlySpan<MergeHead> heads) => heads.Length switch
    {
        1 => long.MaxValue,
        2 => heads[1].Reading,
        _ => Math.Min(heads[1].Reading, heads[2].Reading),
    };

    private static void SiftDown(Span<MergeHead> heads, int at)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= heads.Length)
                return;

            if (child + 1 < heads.Length && heads[child + 1].Reading < heads[child].Reading)
                child++;

            if (heads[at].Reading <= heads[child].Reading)
                return;

            (heads[at], heads[child]) = (heads[child], heads[at]);
            at = child;
        }
    }

    private bool Emit(DeliveryTurn turn, Staging staging)
    {
        if (staging.Count == 0)
            return true;

        int length = staging.Length;
        int count = staging.Count;
        staging.Length = 0;
        staging.Count = 0;
        return delivery.Write(turn, staging, staging.Data, length, count);
    }

    private sealed class Staging
    {
        internal const int Capacity = 128 * 1024;

        internal readonly byte* Data = (byte*)NativeMemory.Alloc(Capacity);
        internal int Length;
        internal int Count;

        ~Staging() => NativeMemory.Free(Data);
    }
}
