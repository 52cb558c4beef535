using System.Numerics;

namespace Bolt.Runtime;

/// <summary>The segments of one factory that are not in use, by size.</summary>
/// <remarks>Thread-safe. Its lock is held for a push or a pop, never while a sink is called.</remarks>
internal sealed class SegmentStore
{
    // 4, 8, 16, 32 and 64 KiB.
    private const int SizeClasses = 5;
    private const int KeptPerClass = 64;
    private const int KeptWhenIdle = 2;

    /// <summary>As many as 64 MiB are full segments: the objects are small, and the next burst is to allocate none.</summary>
    private const int KeptEmpty = 1024;

    private readonly Lock _lock = new();
    private readonly Stack<Segment>[] _free = new Stack<Segment>[SizeClasses];

    /// <summary>Segments without memory: those that nobody has needed yet, those that held one large record, and what a burst needed beyond the usual.</summary>
    private readonly Stack<Segment> _empty = new(KeptPerClass);

    /// <summary>
    /// Makes the objects for what a usual load needs at once, without their memory: how many that is depends on when the flusher comes, and
    /// a log call should not allocate because it came late.
    /// </summary>
    internal SegmentStore()
    {
        for (int i = 0; i < _free.Length; i++)
            _free[i] = new Stack<Segment>(KeptPerClass);

        for (int i = 0; i < KeptPerClass; i++)
            _empty.Push(new Segment());
    }

    /// <summary>Segments that served again. Raised under the lock; read by anyone.</summary>
    internal long Reuses { get; private set; }

    /// <summary>Segments made because none was free. Raised under the lock; read by anyone.</summary>
    internal long Allocations { get; private set; }

    /// <summary>A segment that holds <paramref name="size"/> bytes: from the store up to 64 KiB, else one made for a single record.</summary>
    [AllowAllocation("Made until there are as many as are used at once.")]
    internal Segment Take(int size)
    {
        bool isLarge = size > Segment.MaximumSize;
        int sizeClass = isLarge ? 0 : ClassOf(size);
        int capacity = isLarge ? size : Segment.MinimumSize << sizeClass;
        lock (_lock)
        {
            if (!isLarge && _free[sizeClass].TryPop(out Segment? segment))
            {
                Reuses++;
                segment.Rewind(capacity);
                return segment;
            }

            Allocations++;
            if (_empty.TryPop(out segment))
            {
                segment.Rewind(capacity);
                return segment;
            }
        }

        using (ExpectedAllocations.For(ExpectedAllocation.Pool))
            return new Segment(capacity);
    }

    internal void Return(Segment segment)
    {
        if (segment.IsHeldBySink)
            return;

        bool isLarge = segment.Capacity > Segment.MaximumSize;
        lock (_lock)
        {
            if (!isLarge && _free[ClassOf(segment.Capacity)] is { Count: < KeptPerClass } free)
            {
                free.Push(segment);
                return;
            }
        }

        segment.Free();
        lock (_lock)
        {
            if (_empty.Count < KeptEmpty)
            {
                _empty.Push(segment);
                return;
            }
        }

        GC.SuppressFinalize(segment);
    }

    /// <summary>Gives the memory of all but a few segments back to the system; the objects stay, so that the next burst allocates nothing managed.</summary>
    internal void Trim()
    {
        lock (_lock)
        {
            foreach (Stack<Segment> free in _free)
            {
                int index = 0;
                foreach (Segment segment in free)
                {
                    if (index++ >= KeptWhenIdle)
                        segment.Free();
                }
            }
        }
    }

    internal void Clear()
    {
        lock (_lock)
        {
            foreach (Stack<Segment> free in _free)
            {
                while (free.TryPop(out Segment? segment))
                {
                    segment.Free();
                    GC.SuppressFinalize(segment);
                }
            }

            while (_empty.TryPop(out Segment? segment))
                GC.SuppressFinalize(segment);
        }
    }

    private static int ClassOf(int size) =>
        size <= Segment.MinimumSize ? 0 : Math.Min(SizeClasses - 1, BitOperations.Log2((uint)size - 1) + 1 - BitOperations.Log2(Segment.MinimumSize));
}
