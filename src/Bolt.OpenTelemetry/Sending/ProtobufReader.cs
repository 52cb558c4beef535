using System.Buffers.Binary;

namespace Bolt.OpenTelemetry.Sending;

/// <summary>The wire format of protocol buffers, as far as the answers of endpoints need it: fields one after the other. Malformed bytes end it.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The number of the field.</summary>
    public int Field { get; private set; }

    /// <summary>Its value, if it is a number.</summary>
    public long Number { get; private set; }

    /// <summary>Its bytes, if it is a text or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Reads the next field. False: there is none.</summary>
    public bool Read()
    {
        Number = 0;
        Bytes = default;
        if (!TryReadVarint(out ulong tag))
            return false;

        Field = (int)(tag >> 3);
        switch (tag & 7)
        {
            case 0 when TryReadVarint(out ulong number):
                Number = (long)number;
                return true;
            case 1 when _rest.Length >= 8:
                Number = BinaryPrimitives.ReadInt64LittleEndian(_rest);
                _rest = _rest[8..];
                return true;
            case 2 when TryReadVarint(out ulong length) && length <= (ulong)_rest.Length:
                Bytes = _rest[..(int)length];
                _rest = _rest[(int)length..];
                return true;
            case 5 when _rest.Length >= 4:
                Number = BinaryPrimitives.ReadInt32LittleEndian(_rest);
                _rest = _rest[4..];
                return true;
            default:
                _rest = default;
                return false;
        }
    }

    private bool TryReadVarint(out ulong value)
    {
        value = 0;
        for (int i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
