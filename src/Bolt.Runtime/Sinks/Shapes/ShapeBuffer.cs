namespace Bolt.Sinks.Shapes;

/// <summary>The lines of a batch as they are written. Kept from batch to batch, unless one was huge.</summary>
internal sealed class ShapeBuffer
{
    private const int InitialCapacity = 4096;
    private const int KeptCapacity = 4 << 20;

    private byte[] _bytes = new byte[InitialCapacity];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > KeptCapacity)
            _bytes = new byte[InitialCapacity];
    }

    public void Append(byte value)
    {
        if (_length == _bytes.Length)
            Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes[_length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _length)
            Array.Resize(ref _bytes, int.Max(_bytes.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Begins an object.</summary>
    public void Open() => Append((byte)'{');

    /// <summary>Ends it.</summary>
    public void Close() => Append((byte)'}');

    /// <summary>Appends a key and its value to the open object; nothing if the value is empty.</summary>
    /// <param name="key">With its quotes.</param>
    /// <param name="value">JSON.</param>
    public void Member(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
            return;

        Key(key);
        Append(value);
    }

    /// <summary>Appends a key to the open object.</summary>
    /// <param name="key">With its quotes.</param>
    public void Key(ReadOnlySpan<byte> key) => Key(key[..^1], "\""u8);

    /// <summary>Appends a key in two pieces.</summary>
    /// <param name="first">With its opening quote.</param>
    /// <param name="rest">With its closing quote.</param>
    public void Key(ReadOnlySpan<byte> first, ReadOnlySpan<byte> rest)
    {
        // A value never ends in an opening brace, so what does is an object with nothing in it yet.
        if (_bytes[_length - 1] != (byte)'{')
            Append((byte)',');
        Append(first);
        Append(rest);
        Append((byte)':');
    }

    /// <summary>Appends a field of the record under its own key, or, where the shape has a use of its own for that, with <c>_</c> after it.</summary>
    public void Field(in Record record, in RecordField field, bool isTaken)
    {
        Key(record.KeyOf(field)[..^1], isTaken ? "_\""u8 : "\""u8);
        Append(record.ValueOf(field));
    }
}
