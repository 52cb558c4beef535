namespace Tail.Input;

/// <summary>Puts the lines together again that reading has cut anywhere. For one thread.</summary>
internal sealed class LineBuffer
{
    /// <summary>Bytes. A longer line, which Bolt never writes, comes in parts, so that a file without line ends does not fill the memory.</summary>
    public const int MaxLine = 16 << 20;

    private const int InitialCapacity = 256 << 10;

    private byte[] _bytes = new byte[InitialCapacity];
    private int _start;
    private int _searched;
    private int _end;
    private bool _cut;

    /// <summary>Where to read into; at least a quarter of the buffer. Lines taken before are no longer valid.</summary>
    public Memory<byte> Room()
    {
        _bytes.AsSpan(_start.._end).CopyTo(_bytes);
        _searched -= _start;
        _end -= _start;
        _start = 0;
        if (_bytes.Length - _end < _bytes.Length / 4)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        return _bytes.AsMemory(_end);
    }

    /// <summary>Says how much has been read into the room.</summary>
    public void Add(int count) => _end += count;

    /// <summary>Takes the next line, without its end; false if it is not all here.</summary>
    public bool TryTake(out Line line)
    {
        int at = _bytes.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
        _searched = at < 0 ? _end : _searched + at;
        if (_searched - _start > MaxLine)
        {
            line = TakePart();
            return true;
        }

        line = default;
        if (at < 0)
            return false;

        ReadOnlySpan<byte> bytes = _bytes.AsSpan(_start, _searched - _start);
        line = new Line(bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes, isWhole: !_cut);
        _cut = false;
        _start = ++_searched;
        return true;
    }

    /// <summary>Takes what is here of a line whose end will not come; false if there is nothing.</summary>
    public bool TryTakeRest(out Line line)
    {
        line = new Line(_bytes.AsSpan(_start, _end - _start), isWhole: !_cut);
        _start = _searched = _end = 0;
        _cut = false;
        return !line.Bytes.IsEmpty;
    }

    private Line TakePart()
    {
        int length = MaxLine;
        while ((_bytes[_start + length] & 0xC0) == 0x80 && length > MaxLine - 3)
            length--;

        var part = new Line(_bytes.AsSpan(_start, length), isWhole: false);
        _start += length;
        _cut = true;
        return part;
    }
}

/// <summary>A line of a log, valid until the buffer is read into again.</summary>
/// <param name="bytes">Without the line's end.</param>
/// <param name="isWhole">False for a part of a line that is too long.</param>
internal readonly ref struct Line(ReadOnlySpan<byte> bytes, bool isWhole)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public bool IsWhole { get; } = isWhole;
}
