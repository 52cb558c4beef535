using System.Buffers;
using System.Diagnostics;

namespace Bolt.OpenTelemetry.Queue;

/// <summary>
/// The records that wait for the endpoint, oldest first, within bounds. One thread adds, one takes; any may wait for it to be empty.
/// </summary>
internal sealed class RecordQueue(int maxRecords, long maxBytes)
{
    private readonly object _gate = new();
    private readonly Queue<Chunk> _chunks = new();
    private long _bytes;
    private int _records;
    private int _flushes;
    private long _flushesAsked;
    private bool _isClosed;
    private bool _isAbandoned;
    private long _stuckSince;

    /// <summary>Records that wait, those of a request under way included.</summary>
    internal int Records
    {
        get
        {
            lock (_gate)
                return _records;
        }
    }

    /// <summary>The memory that they take, in bytes.</summary>
    internal long Bytes
    {
        get
        {
            lock (_gate)
                return _bytes;
        }
    }

    /// <summary>
    /// Copies whole records into the queue. While that is full, waits for room, but for no longer than the limit since it last moved; one that
    /// has not moved for so long takes nothing more until there is room. False: the records were not taken.
    /// </summary>
    internal bool TryAdd(ReadOnlySpan<byte> records, TimeSpan limit)
    {
        int count = CountLines(records);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(records.Length);
        records.CopyTo(bytes);
        lock (_gate)
        {
            while (_records > 0 && !_isClosed && (_records + count > maxRecords || _bytes + bytes.Length > maxBytes))
            {
                if (_stuckSince == 0)
                    _stuckSince = Stopwatch.GetTimestamp();

                TimeSpan left = limit == Timeout.InfiniteTimeSpan ? limit : limit - Stopwatch.GetElapsedTime(_stuckSince);
                if (left != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero)
                    break;

                _ = Monitor.Wait(_gate, left);
            }

            if (!_isClosed && (_records == 0 || (_records + count <= maxRecords && _bytes + bytes.Length <= maxBytes)))
            {
                _chunks.Enqueue(new Chunk(bytes, records.Length, count, DateTime.UtcNow));
                _records += count;
                _bytes += bytes.Length;
                Monitor.PulseAll(_gate);
                return true;
            }
        }

        ArrayPool<byte>.Shared.Return(bytes);
        return false;
    }

    /// <summary>
    /// Waits until there are records, and a little longer for a full batch, and lists the oldest, which stay in the queue.
    /// False: the queue is closed and empty, or abandoned.
    /// </summary>
    internal bool WaitForBatch(List<QueuedRecord> batch, int maxCount, int maxLength, TimeSpan delay)
    {
        lock (_gate)
        {
            while (_records == 0 && !_isClosed)
                _ = Monitor.Wait(_gate);

            long start = Stopwatch.GetTimestamp();
            while (_records < maxCount && _bytes < maxLength && _flushes == 0 && !_isClosed)
            {
                TimeSpan left = delay - Stopwatch.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                    break;

                _ = Monitor.Wait(_gate, left);
            }

            batch.Clear();
            return !_isAbandoned && List(batch, maxCount, maxLength);
        }
    }

    /// <summary>Waits before another try. A flush ends the wait early, unless the endpoint itself asked for it. False: abandoned.</summary>
    internal bool WaitForRetry(TimeSpan delay, bool isAsked)
    {
        lock (_gate)
        {
            long start = Stopwatch.GetTimestamp();
            long asked = _flushesAsked;
            while (!_isAbandoned)
            {
                TimeSpan left = delay - Stopwatch.GetElapsedTime(start);
                if (left <= TimeSpan.Zero || (!isAsked && _flushesAsked != asked))
                    return true;

                _ = Monitor.Wait(_gate, left);
            }

            return false;
        }
    }

    /// <summary>Takes the oldest records away.</summary>
    internal void Remove(int count)
    {
        lock (_gate)
        {
            _records -= count;
            while (count > 0)
            {
                Chunk first = _chunks.Peek();
                int taken = Math.Min(count, first.Count);
                count -= taken;
                if (first.Skip(taken))
                    continue;

                _ = _chunks.Dequeue();
                _bytes -= first.Bytes.Length;
                ArrayPool<byte>.Shared.Return(first.Bytes);
            }

            _stuckSince = 0;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Hurries what waits. False: the time was not enough.</summary>
    internal bool WaitUntilEmpty(TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _flushes++;
            _flushesAsked++;
            Monitor.PulseAll(_gate);
            try
            {
                while (_records > 0)
                {
                    TimeSpan left = timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - Stopwatch.GetElapsedTime(start);
                    if (left != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero)
                        return false;

                    _ = Monitor.Wait(_gate, left);
                }

                return true;
            }
            finally
            {
                _flushes--;
            }
        }
    }

    /// <summary>Takes no more records, and lets go of those who wait to add one.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Lets go of the thread that takes, whatever is left.</summary>
    internal void Abandon()
    {
        lock (_gate)
        {
            _isClosed = true;
            _isAbandoned = true;
            Monitor.PulseAll(_gate);
        }
    }

    private static int CountLines(ReadOnlySpan<byte> records) => records.Count((byte)'\n') + (records is [] or [.., (byte)'\n'] ? 0 : 1);

    private bool List(List<QueuedRecord> batch, int maxCount, int maxLength)
    {
        int length = 0;
        foreach (Chunk chunk in _chunks)
        {
            ReadOnlyMemory<byte> rest = chunk.Rest;
            while (!rest.IsEmpty)
            {
                int end = rest.Span.IndexOf((byte)'\n');
                ReadOnlyMemory<byte> line = end < 0 ? rest : rest[..end];
                if (batch.Count == maxCount || (batch.Count > 0 && length + line.Length > maxLength))
                    return true;

                batch.Add(new QueuedRecord(line, chunk.Arrived));
                length += line.Length;
                rest = end < 0 ? default : rest[(end + 1)..];
            }
        }

        return batch.Count > 0;
    }

    /// <summary>Records that came together.</summary>
    private sealed class Chunk(byte[] bytes, int length, int count, DateTime arrived)
    {
        private int _start;

        public byte[] Bytes { get; } = bytes;

        public DateTime Arrived { get; } = arrived;

        public int Count { get; private set; } = count;

        public ReadOnlyMemory<byte> Rest => Bytes.AsMemory(_start, length - _start);

        /// <summary>Leaves out the first records. False: none is left.</summary>
        public bool Skip(int records)
        {
            Count -= records;
            for (; records > 0; records--)
            {
                int end = Bytes.AsSpan(_start, length - _start).IndexOf((byte)'\n');
                _start = end < 0 ? length : _start + end + 1;
            }

            return Count > 0;
        }
    }
}
