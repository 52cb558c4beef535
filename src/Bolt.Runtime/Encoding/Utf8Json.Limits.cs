using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bolt.Runtime;

/// <summary>How wide text becomes, and where it is cut.</summary>
public static partial class Utf8Json
{
    /// <summary>Bytes of a value's own UTF-8, before escaping; what is longer is cut at the boundary of a character.</summary>
    internal const int MaxValueLength = 65_536;

    /// <summary>Text of at most this length is reserved at its widest, <see cref="ShortWidth"/>, without looking at it.</summary>
    internal const int ShortLength = 4096;

    /// <summary>Bytes to reserve for text of at most <see cref="ShortLength"/> units (or for null, as length 0), quotes included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int ShortWidth(int length) => Math.Max((6 * length) + 2, NullWidth);

    /// <summary>Bytes to reserve for UTF-16 text as a JSON string, quotes included: never less than what <c>Value</c> writes for the same text.</summary>
    internal static int Width(ReadOnlySpan<char> value, out bool truncated)
    {
        if (value.Length <= ShortLength)
        {
            truncated = false;
            return ShortWidth(value.Length);
        }

        int length = Prefix(value, MaxValueLength);
        truncated = length < value.Length;
        return 2 + ContentLength(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value)), length);
    }

    /// <summary>Bytes to reserve for UTF-8 text as a JSON string, quotes included: never less than what <see cref="Utf8"/> writes for the same text.</summary>
    internal static int WidthUtf8(ReadOnlySpan<byte> value, out bool truncated)
    {
        if (value.Length <= ShortLength)
        {
            truncated = false;
            return ShortWidth(value.Length);
        }

        int length = Prefix(value, MaxValueLength);
        truncated = length < value.Length;
        return 2 + ContentLength(value[..length]);
    }

    /// <summary>The number of leading units whose UTF-8 is at most <paramref name="limit"/> bytes, no surrogate pair cut in two.</summary>
    internal static int Prefix(ReadOnlySpan<char> value, int limit)
    {
        // No unit takes more than three bytes.
        if ((long)value.Length * 3 <= limit)
        {
            return value.Length;
        }

        ref ushort s = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value));
        const int Chunk = 512;
        int at = 0;
        while (true)
        {
            int length = Math.Min(Chunk, value.Length - at);
            if (length == 0)
            {
                return at;
            }

            if (at + length < value.Length && char.IsSurrogatePair(value[at + length - 1], value[at + length]))
            {
                length--;
            }

            int bytes = Utf8Length(ref Unsafe.Add(ref s, at), length);
            if (bytes > limit)
            {
                break;
            }

            at += length;
            limit -= bytes;
        }

        while (true)
        {
            int units = at + 1 < value.Length && char.IsSurrogatePair(value[at], value[at + 1]) ? 2 : 1;
            limit -= Utf8Length(ref Unsafe.Add(ref s, at), units);
            if (limit < 0)
            {
                return at;
            }

            at += units;
        }
    }

    /// <summary>The number of leading bytes, at most <paramref name="limit"/>, no sequence cut in two.</summary>
    internal static int Prefix(ReadOnlySpan<byte> value, int limit)
    {
        if (value.Length <= limit)
        {
            return value.Length;
        }

        for (int at = limit; at > limit - 4 && at > 0; at--)
        {
            byte b = value[at];
            if ((b & 0xC0) != 0x80)
            {
                // Where the sequence that starts here does not reach over the limit, nothing is cut by cutting there.
                return b >= 0xC0 && at + Sequence(ref Unsafe.AsRef(in value[at]), value.Length - at) > limit ? at : limit;
            }
        }

        return limit;
    }

    /// <summary>Bytes of the text in UTF-8; three for half a surrogate pair.</summary>
    private static int Utf8Length(ref ushort s, nint length)
    {
        nint bytes = length;
        nint i = 0;
        for (; i + 8 < length; i += 8)
        {
            Vector128<ushort> block = Vector128.LoadUnsafe(ref s, (nuint)i);
            if ((block & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero)
            {
                continue;
            }

            Vector128<ushort> next = Vector128.LoadUnsafe(ref s, (nuint)i + 1);
            Vector128<ushort> kind = Vector128.Create((ushort)0xFC00);
            bytes += Count(Vector128.GreaterThan(block, Vector128.Create((ushort)0x7F)));
            bytes += Count(Vector128.GreaterThan(block, Vector128.Create((ushort)0x7FF)));
            bytes -= 2 * Count(Vector128.Equals(block & kind, Vector128.Create((ushort)0xD800)) & Vector128.Equals(next & kind, Vector128.Create((ushort)0xDC00)));
        }

        for (; i < length; i++)
        {
            uint unit = Unsafe.Add(ref s, i);
            bytes += unit < 0x80 ? 0 : unit < 0x800 ? 1 : 2;
            if ((unit & 0xFC00) == 0xD800 && i + 1 < length && (Unsafe.Add(ref s, i + 1) & 0xFC00) == 0xDC00)
            {
                bytes -= 2;
            }
        }

        return (int)bytes;
    }

    /// <summary>Bytes of the text as the inside of a JSON string.</summary>
    private static int ContentLength(ref ushort s, nint length)
    {
        nint bytes = Utf8Length(ref s, length);
        nint i = 0;
        for (; i + 16 <= length; i += 16)
        {
            Vector128<byte> block = Narrow(Vector128.LoadUnsafe(ref s, (nuint)i), Vector128.LoadUnsafe(ref s, (nuint)i + 8));
            uint mask = Special(block).ExtractMostSignificantBits();
            for (; mask != 0; mask &= mask - 1)
            {
                bytes += EscapeLength(Unsafe.Add(ref s, i + BitOperations.TrailingZeroCount(mask)));
            }
        }

        for (; i < length; i++)
        {
            bytes += EscapeLength(Unsafe.Add(ref s, i));
        }

        return (int)bytes;
    }

    private static int ContentLength(ReadOnlySpan<byte> text)
    {
        ref byte s = ref MemoryMarshal.GetReference(text);
        int bytes = text.Length;
        int i = 0;
        while (i < text.Length)
        {
            if (text.Length - i >= 16)
            {
                uint mask = Special(Vector128.LoadUnsafe(ref s, (nuint)i)).ExtractMostSignificantBits();
                if (mask == 0)
                {
                    i += 16;
                    continue;
                }

                i += BitOperations.TrailingZeroCount(mask);
            }

            byte unit = Unsafe.Add(ref s, i);
            int consumed = unit < 0x80 ? 1 : Sequence(ref Unsafe.Add(ref s, i), text.Length - i);
            bytes += unit < 0x80 ? EscapeLength(unit) : consumed == 0 ? 2 : 0;
            i += Math.Max(consumed, 1);
        }

        return bytes;
    }

    /// <summary>Bytes that escaping adds to a unit.</summary>
    private static int EscapeLength(uint unit)
    {
        byte escape = unit < 0x80 ? Escapes[(int)unit] : (byte)0;
        return escape == 0 ? 0 : escape == (byte)'u' ? 5 : 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Count(Vector128<ushort> mask) => BitOperations.PopCount(mask.ExtractMostSignificantBits());

    /// <summary>Text beyond <see cref="ShortLength"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte Limited(ref byte p, scoped ReadOnlySpan<char> value)
    {
        int length = Prefix(value, MaxValueLength);
        p = Quote;
        p = ref Content(ref Unsafe.Add(ref p, 1), ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value)), length);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }
}
