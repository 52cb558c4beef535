using System.Text;

namespace Bolt.Diagnostics.Profiles.Writing;

/// <summary>The wire format of protocol buffers, as far as a profile needs it. Zeros and empty texts are left out, as the format has it.</summary>
internal sealed class ProtobufWriter
{
    private const int LengthDelimited = 2;

    private readonly MemoryStream _bytes = new();

    /// <summary>Writes an integer or boolean.</summary>
    public void Number(int field, long value)
    {
        if (value == 0)
            return;

        Varint((ulong)field << 3);
        Varint((ulong)value);
    }

    /// <summary>Writes text even if it is empty: an empty element still counts in a list.</summary>
    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes a list of integers.</summary>
    public void Numbers(int field, IEnumerable<long> values)
    {
        var packed = new ProtobufWriter();
        foreach (long value in values)
            packed.Varint((ulong)value);
        Message(field, packed);
    }

    /// <summary>Writes a message within the message.</summary>
    public void Message(int field, ProtobufWriter message) => Bytes(field, message._bytes.GetBuffer().AsSpan(0, (int)message._bytes.Length));

    /// <summary>Copies what has been written.</summary>
    public void CopyTo(Stream stream) => _bytes.WriteTo(stream);

    private void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | LengthDelimited);
        Varint((ulong)value.Length);
        _bytes.Write(value);
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.WriteByte((byte)(value | 0x80));
        _bytes.WriteByte((byte)value);
    }
}
