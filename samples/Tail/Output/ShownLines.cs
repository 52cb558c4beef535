using Bolt;

namespace Tail.Output;

/// <summary>Hands the lines to be shown to a sink, in batches. For one thread.</summary>
internal sealed class ShownLines(LogSink sink, int? last, Progress progress)
{
    private const int BatchLength = 128 << 10;

    private readonly Queue<byte[]> _last = new();
    private byte[] _batch = new byte[2 * BatchLength];
    private int _length;
    private int _count;
    private bool _holdsBack = last is not null;

    public void Add(ReadOnlySpan<byte> line)
    {
        if (!_holdsBack)
        {
            Append(line);
            return;
        }

        // The line that leaves makes room for one that is no longer.
        byte[]? kept = _last.Count == last ? _last.Dequeue() : null;
        if (kept is null || kept.Length != line.Length)
            kept = new byte[line.Length];
        line.CopyTo(kept);
        _last.Enqueue(kept);
    }

    /// <summary>Shows the last lines so far; those after them are shown as they come.</summary>
    public void ShowLast()
    {
        _holdsBack = false;
        while (_last.TryDequeue(out byte[]? line))
            Append(line);
    }

    /// <summary>Writes what has been added.</summary>
    /// <exception cref="IOException">The output is closed or full.</exception>
    public void Flush()
    {
        if (_count == 0)
            return;

        progress.Clear();
        sink.Write(_batch.AsSpan(0, _length), _count);
        _length = 0;
        _count = 0;
    }

    private void Append(ReadOnlySpan<byte> line)
    {
        if (_length + line.Length + 1 > _batch.Length)
            Array.Resize(ref _batch, int.Max(_batch.Length * 2, _length + line.Length + 1));
        line.CopyTo(_batch.AsSpan(_length));
        _length += line.Length;
        _batch[_length++] = (byte)'\n';
        _count++;
        if (_length >= BatchLength)
            Flush();
    }
}
