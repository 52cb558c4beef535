using System.Net;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>Whole JSON values: what <see cref="Utf8Json"/> writes, and the types that have no bounded width.</summary>
public sealed partial class ValueBuffer
{
    /// <summary>Writes <c>null</c>.</summary>
    public void Null() => Advance(ref Utf8Json.Null(ref Reserve(Utf8Json.NullWidth)));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, bool)"/>
    public void Value(bool value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.BooleanWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, int)"/>
    public void Value(int value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.Int32Width), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, uint)"/>
    public void Value(uint value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.UInt32Width), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, long)"/>
    public void Value(long value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.Int64Width), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, ulong)"/>
    public void Value(ulong value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.UInt64Width), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, Int128)"/>
    public void Value(Int128 value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.Int128Width), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, UInt128)"/>
    public void Value(UInt128 value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.UInt128Width), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, Half)"/>
    public void Value(Half value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.HalfWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, float)"/>
    public void Value(float value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.SingleWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, double)"/>
    public void Value(double value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.DoubleWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, decimal)"/>
    public void Value(decimal value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.DecimalWidth), value));

    /// <summary>Writes an integer of any size. One of more than 65,536 digits, which cannot be cut and stay true, becomes <c>null</c>, counted.</summary>
    public void Value(BigInteger value)
    {
        if (value.GetBitLength() < 128)
        {
            Value((Int128)value);
            return;
        }

        int start = _position;
        try
        {
            if (value.GetBitLength() <= 217_706 && FormatChars(ref value, default, out ReadOnlySpan<char> digits))
            {
                AppendContent(digits, Utf8Json.MaxValueLength);
                return;
            }
        }
        catch (Exception e)
        {
            Fail(start, e);
            return;
        }

        TakeBack(start);
        Null();
        Truncate();
    }

    /// <inheritdoc cref="Utf8Json.Value(ref byte, char)"/>
    public void Value(char value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.CharWidth), value));

    /// <summary>Writes a string as a JSON string, or <c>null</c>.</summary>
    public void Value(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        Value(value.AsSpan());
    }

    /// <summary>Writes UTF-16 text as a JSON string.</summary>
    public void Value(ReadOnlySpan<char> value)
    {
        int limit = Remaining;
        if (value.Length * 3L > limit)
        {
            int length = Utf8Json.Prefix(value, limit);
            if (length < value.Length)
            {
                value = value[..length];
                Truncate();
            }
        }

        Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.Width(value, out _)), value));
    }

    /// <inheritdoc cref="Utf8Json.Value(ref byte, in Guid)"/>
    public void Value(Guid value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.GuidWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, DateTime)"/>
    public void Value(DateTime value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.DateTimeWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, DateTimeOffset)"/>
    public void Value(DateTimeOffset value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.DateTimeWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, DateOnly)"/>
    public void Value(DateOnly value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.DateOnlyWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, TimeOnly)"/>
    public void Value(TimeOnly value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.TimeOnlyWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, TimeSpan)"/>
    public void Value(TimeSpan value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.TimeSpanWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, IPAddress?)"/>
    public void Value(IPAddress? value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.IPAddressWidth), value));

    /// <inheritdoc cref="Utf8Json.Value(ref byte, Version?)"/>
    public void Value(Version? value) => Advance(ref Utf8Json.Value(ref Reserve(Utf8Json.VersionWidth), value));

    /// <summary>Writes a URI as it was given (<see cref="Uri.OriginalString"/>), or <c>null</c>.</summary>
    public void Value(Uri? value) => Value(value?.OriginalString);

    /// <summary>Writes a type's full name, or its name where it has none (a type parameter), or <c>null</c>.</summary>
    public void Value(Type? value)
    {
        int start = _position;
        try
        {
            Value(value is null ? null : value.FullName ?? value.Name);
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    /// <summary>UTF-8 text as a JSON string; each invalid byte becomes U+FFFD.</summary>
    public void Utf8(ReadOnlySpan<byte> value)
    {
        int length = Utf8Json.Prefix(value, Remaining);
        if (length < value.Length)
        {
            value = value[..length];
            Truncate();
        }

        Advance(ref Utf8Json.Utf8(ref Reserve(Utf8Json.WidthUtf8(value, out _)), value));
    }

    /// <summary>Bytes as a JSON string of Base64; null as an empty one. At most 49,152 bytes, which make 65,536 digits.</summary>
    public void Base64(byte[]? value)
    {
        ReadOnlySpan<byte> bytes = value;
        int limit = Remaining / 4 * 3;
        if (bytes.Length > limit)
        {
            bytes = bytes[..limit];
            Truncate();
        }

        Advance(ref Utf8Json.Base64(ref Reserve(Utf8Json.Base64Width(bytes.Length)), bytes));
    }

    /// <summary>Bytes as a JSON string of lower-case hexadecimal digits; null as an empty one. At most 32,768 bytes, which make 65,536 digits.</summary>
    public void Hex(byte[]? value)
    {
        ReadOnlySpan<byte> bytes = value;
        int limit = Remaining / 2;
        if (bytes.Length > limit)
        {
            bytes = bytes[..limit];
            Truncate();
        }

        Advance(ref Utf8Json.Hex(ref Reserve((bytes.Length * 2) + 2), bytes));
    }

    /// <summary>An enum by its name(s), an undefined value as a number; for type parameters (concrete enums are generated).</summary>
    public void Enum<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        int start = _position;
        try
        {
            EnumText<TEnum>.Write(this, value);
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    /// <summary>A value of a type the encoder knows as that type is written; any other by its own UTF-8 text as a JSON string (format null, invariant culture).</summary>
    public void Utf8Formattable<T>(T value)
        where T : IUtf8SpanFormattable, allows ref struct
    {
        if (TryKnownType(ref value))
            return;

        int start = _position;
        try
        {
            if (value is null)
            {
                Null();
            }
            else if (FormatUtf8(ref value, default, out ReadOnlySpan<byte> text))
            {
                Utf8(text);
            }
            else
            {
                Fail(start, TooLong());
            }
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    /// <summary>A value of a type the encoder knows as that type is written; any other by its own text as a JSON string (format null, invariant culture).</summary>
    public void SpanFormattable<T>(T value)
        where T : ISpanFormattable, allows ref struct
    {
        if (TryKnownType(ref value))
            return;

        int start = _position;
        try
        {
            if (value is null)
            {
                Null();
            }
            else if (FormatChars(ref value, default, out ReadOnlySpan<char> text))
            {
                Value(text);
            }
            else
            {
                Fail(start, TooLong());
            }
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    /// <summary>A value's ToString as a JSON string: allocates what that allocates.</summary>
    public void ToStringOf<T>(T value)
    {
        if (TryKnownType(ref value))
            return;

        int start = _position;
        try
        {
            Value(TextOf(value));
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    [AllowAllocation("The type has nothing but its ToString.")]
    private static string? TextOf<T>(T value) => value?.ToString();

    /// <summary>Appends text as the inside of a JSON string, at most so many bytes of its UTF-8.</summary>
    private void AppendContent(ReadOnlySpan<char> text, int limit)
    {
        int length = Utf8Json.Prefix(text, limit);
        if (length < text.Length)
        {
            text = text[..length];
            Truncate();
        }

        Advance(ref Utf8Json.Content(ref Reserve(Utf8Json.Width(text, out _)), ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), text.Length));
    }
}
