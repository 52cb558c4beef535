using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

/// <summary>The holes of ad-hoc calls: values of any static type, and their text in a message.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>A JSON value by its static type where that says enough, so that nothing is boxed, else by its run-time type.</summary>
    internal void Argument<T>(ref T value)
    {
        if (TryKnownType(ref value))
            return;

        if (typeof(T) == typeof(byte[]))
            Base64(Unsafe.As<T, byte[]?>(ref value));
        else if (value is null && typeof(T).IsArray)
            Literal("[]"u8);
        else if (typeof(T) == typeof(ReadOnlyMemory<char>))
            Characters(Unsafe.As<T, ReadOnlyMemory<char>>(ref value));
        else if (typeof(T) == typeof(Memory<char>))
            Characters(Unsafe.As<T, Memory<char>>(ref value));
        else if (typeof(T) == typeof(ReadOnlyMemory<byte>))
            Utf8Characters(Unsafe.As<T, ReadOnlyMemory<byte>>(ref value));
        else if (typeof(T) == typeof(Memory<byte>))
            Utf8Characters(Unsafe.As<T, Memory<byte>>(ref value));
        else
            Any(ref value);
    }

    /// <summary>Appends the text of the JSON value that ends another buffer: the inside of a string, all else as it stands; escaped for the message.</summary>
    /// <param name="values">That buffer.</param>
    /// <param name="from">Where the value starts in it.</param>
    /// <param name="alignment">As in composite formatting, up to 65,536.</param>
    internal void TextOf(ValueBuffer values, int from, int alignment)
    {
        int start = _position;
        int length = values._position - from;
        ref byte value = ref values.At(from);
        ref byte p = ref Reserve(2 * length);
        if (value is (byte)'{' or (byte)'[')
            p = ref Utf8Json.CopyEscaped(ref p, ref value, (nuint)length);
        else
            p = ref Utf8Json.Text(ref p, ref value, ref Unsafe.Add(ref value, length));

        Advance(ref p);
        if (alignment != 0)
            Align(start, alignment);
    }

    // The memory's owner may have freed it, and says so by an exception.

    private void Characters(ReadOnlyMemory<char> value)
    {
        int start = _position;
        try
        {
            Value(value.Span);
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    private void Utf8Characters(ReadOnlyMemory<byte> value)
    {
        int start = _position;
        try
        {
            Utf8(value.Span);
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }
}
