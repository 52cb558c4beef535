namespace Bolt.Runtime;

/// <summary>Lines of stack traces, encoded. Any thread may read and add; readers take no lock.</summary>
/// <remarks>
/// What is in it stays alive, so nothing collectible may be added. When it is full it starts again from nothing, so that places which are
/// not thrown through any more (code that was optimised since, above all) go; but not often, as learning costs more than it saves once.
/// </remarks>
[ZeroAlloc]
internal sealed class FrameCache
{
    /// <summary>About what an entry takes besides its text.</summary>
    internal const int EntryOverhead = 96;

    private static readonly TimeSpan s_shortestLife = TimeSpan.FromMinutes(1);

    private readonly Lock _lock;
    private readonly int _maxEntries;
    private readonly int _maxBytes;
    private readonly TimeProvider _time;
    private Line?[] _buckets;
    private long _started;
    private volatile bool _isFull;

    [AllowAllocation("Made once.")]
    internal FrameCache(int maxEntries, int maxBytes, TimeProvider time)
    {
        _lock = new Lock();
        _maxEntries = maxEntries;
        _maxBytes = maxBytes;
        _time = time;
        _buckets = NewBuckets();
        _started = time.GetTimestamp();
    }

    internal int Count { get; private set; }

    /// <summary>What the entries take, by estimate.</summary>
    internal int Bytes { get; private set; }

    /// <summary>Whether <see cref="Add"/> would take a line of usual size.</summary>
    internal bool HasRoom => !_isFull || MayStartAgain;

    private bool MayStartAgain => _time.GetElapsedTime(Volatile.Read(ref _started)) >= s_shortestLife;

    /// <summary>The line of a frame, or null.</summary>
    internal Line? Find(in FrameKey key)
    {
        Line?[] buckets = Volatile.Read(ref _buckets);
        Line? line = Volatile.Read(ref buckets[key.GetHashCode() & (buckets.Length - 1)]);
        while (line is not null && !line.Key.Equals(key))
            line = line.Next;

        return line;
    }

    /// <summary>Adds the line of a frame that is not collectible. False where it does not fit.</summary>
    /// <param name="key">The frame.</param>
    /// <param name="content">The line with the break before it, as the inside of a JSON string; empty where it is not shown, null where it could not be learnt.</param>
    /// <param name="length">Bytes of UTF-8 that it stands for.</param>
    [AllowAllocation("Once for each place that exceptions are thrown through.")]
    internal bool Add(in FrameKey key, byte[]? content, int length)
    {
        int bytes = (content?.Length ?? 0) + EntryOverhead;
        lock (_lock)
        {
            if (Find(key) is not null)
                return true;

            if (Count >= _maxEntries || bytes > _maxBytes - Bytes)
            {
                _isFull = true;
                if (bytes > _maxBytes || !MayStartAgain)
                    return false;

                Volatile.Write(ref _buckets, NewBuckets());
                Volatile.Write(ref _started, _time.GetTimestamp());
                Count = 0;
                Bytes = 0;
                _isFull = false;
            }

            ref Line? bucket = ref _buckets[key.GetHashCode() & (_buckets.Length - 1)];
            Volatile.Write(ref bucket, new Line(key, content, length, bucket));
            Count++;
            Bytes += bytes;
            return true;
        }
    }

    [AllowAllocation("Made at the start, and again when it is full.")]
    private Line?[] NewBuckets() => new Line?[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_maxEntries)];

    /// <summary>A line; never changed.</summary>
    internal sealed class Line(FrameKey key, byte[]? content, int length, Line? next)
    {
        private readonly FrameKey _key = key;

        internal ref readonly FrameKey Key => ref _key;

        internal byte[]? Content { get; } = content;

        internal int Length { get; } = length;

        internal Line? Next { get; } = next;
    }
}
