using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>A string as a JSON value, quotes included, or <c>null</c>. Reserve <see cref="EventWriter.Width(string)"/>.</summary>
    public static ref byte Value(ref byte p, string? value)
    {
        if (value is null)
        {
            return ref Null(ref p);
        }

        return ref Value(ref p, value.AsSpan());
    }

    /// <summary>UTF-16 text as a JSON string, quotes included. Reserve <see cref="EventWriter.Width(ReadOnlySpan{char})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Value(ref byte p, scoped ReadOnlySpan<char> value)
    {
        if (value.Length > ShortLength)
        {
            return ref Limited(ref p, value);
        }

        p = Quote;
        p = ref Content(ref Unsafe.Add(ref p, 1), ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value)), value.Length);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>A character as a JSON string; a surrogate, which is half a character, as U+FFFD. Reserve <see cref="CharWidth"/>.</summary>
    public static ref byte Value(ref byte p, char value)
    {
        ushort unit = value;
        p = Quote;
        p = ref Content(ref Unsafe.Add(ref p, 1), ref unit, 1);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>
    /// Text as the inside of a JSON string. Writes nothing beyond its last byte: a block is narrowed and stored whole before it is known
    /// to be plain ASCII, but each of its units yields at least one byte, so that what is not is overwritten.
    /// </summary>
    internal static ref byte Content(ref byte p, scoped ref ushort s, nint length)
    {
        if (length >= 8)
        {
            if (length <= 16)
            {
                Vector128<byte> both = Narrow(Vector128.LoadUnsafe(ref s), Vector128.LoadUnsafe(ref s, (nuint)length - 8));
                if (Special(both) != Vector128<byte>.Zero)
                {
                    return ref Escaped(ref p, ref s, 0, length);
                }

                Unsafe.WriteUnaligned(ref p, both.AsUInt64().ToScalar());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, length - 8), both.AsUInt64().GetElement(1));
                return ref Unsafe.Add(ref p, length);
            }

            nint i = 0;
            nint last = length - 16;
            if (Avx2.IsSupported)
            {
                for (; i + 32 <= length; i += 32)
                {
                    Vector256<byte> block = Narrow(Vector256.LoadUnsafe(ref s, (nuint)i), Vector256.LoadUnsafe(ref s, (nuint)i + 16));
                    if (Special(block) != Vector256<byte>.Zero)
                    {
                        return ref Escaped(ref Unsafe.Add(ref p, i), ref s, i, length);
                    }

                    block.StoreUnsafe(ref p, (nuint)i);
                }
            }

            while (i < last)
            {
                Vector128<byte> block = Narrow(Vector128.LoadUnsafe(ref s, (nuint)i), Vector128.LoadUnsafe(ref s, (nuint)i + 8));
                if (Special(block) != Vector128<byte>.Zero)
                {
                    return ref Escaped(ref Unsafe.Add(ref p, i), ref s, i, length);
                }

                block.StoreUnsafe(ref p, (nuint)i);
                i += 16;
            }

            Vector128<byte> tail = Narrow(Vector128.LoadUnsafe(ref s, (nuint)last), Vector128.LoadUnsafe(ref s, (nuint)last + 8));
            if (Special(tail) != Vector128<byte>.Zero)
            {
                // What was looked at before is plain, so the special one lies at i or behind it.
                return ref Escaped(ref Unsafe.Add(ref p, i), ref s, i, length);
            }

            tail.StoreUnsafe(ref p, (nuint)last);
            return ref Unsafe.Add(ref p, length);
        }

        if (length >= 4)
        {
            ref byte bytes = ref Unsafe.As<ushort, byte>(ref s);
            Vector128<ushort> both = Vector128.Create(
                Unsafe.ReadUnaligned<ulong>(ref bytes),
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, (length - 4) * 2))).AsUInt16();
            Vector128<byte> narrow = Narrow(both, both);
            if (Special(narrow) != Vector128<byte>.Zero)
            {
                return ref Escaped(ref p, ref s, 0, length);
            }

            ulong packed = narrow.AsUInt64().ToScalar();
            Unsafe.WriteUnaligned(ref p, (uint)packed);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, length - 4), (uint)(packed >> 32));
            return ref Unsafe.Add(ref p, length);
        }

        for (nint i = 0; i < length; i++)
        {
            ushort unit = Unsafe.Add(ref s, i);
            if (!IsPlain(unit))
            {
                return ref Escaped(ref Unsafe.Add(ref p, i), ref s, i, length);
            }

            Unsafe.Add(ref p, i) = (byte)unit;
        }

        return ref Unsafe.Add(ref p, length);
    }

    /// <summary>The way of text that is not all plain ASCII, from unit <paramref name="i"/> on.</summary>
    /// <remarks>
    /// What stands between two characters to be escaped comes from the block's register, shifted: from one to the next there is but a bit
    /// scan and an addition, and nothing is loaded or compared again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte Escaped(ref byte p, scoped ref ushort s, nint i, nint length)
    {
        while (length >= 16 && i < length)
        {
            nint from = Math.Min(i, length - 16);
            nint done = i - from;
            Vector128<byte> block = Narrow(Vector128.LoadUnsafe(ref s, (nuint)from), Vector128.LoadUnsafe(ref s, (nuint)from + 8));
            uint special = Special(block).ExtractMostSignificantBits() & (uint.MaxValue << (int)done);
            i = from + 16;
            while (special != 0)
            {
                nint at = BitOperations.TrailingZeroCount(special);
                special &= special - 1;
                p = ref Run(ref p, From(block, done), at - done, length - from - done);
                done = at + 1;
                ushort unit = Unsafe.Add(ref s, from + at);
                if (unit < 0x80)
                {
                    p = ref Ascii(ref p, unit);
                    continue;
                }

                i = from + at;
                p = ref NonAscii(ref p, ref s, ref i, length);
                done = 16;
                break;
            }

            if (done < 16)
            {
                p = ref Run(ref p, From(block, done), 16 - done, length - from - done);
            }
        }

        while (i < length)
        {
            ushort unit = Unsafe.Add(ref s, i);
            if (unit >= 0x80)
            {
                p = ref NonAscii(ref p, ref s, ref i, length);
                continue;
            }

            p = ref Ascii(ref p, unit);
            i++;
        }

        return ref p;
    }

    /// <summary>A block from one of its bytes on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> From(Vector128<byte> block, nint start) =>
        Vector128.ShuffleNative(block, Vector128.Create((byte)start) + Vector128<byte>.Indices);

    /// <summary>Stores the first bytes of a block; all of it where <paramref name="left"/> units, each at least one byte, are still to come.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Run(ref byte p, Vector128<byte> block, nint length, nint left)
    {
        if (left >= 16)
        {
            block.StoreUnsafe(ref p);
            return ref Unsafe.Add(ref p, length);
        }

        ulong low = block.AsUInt64().ToScalar();
        if (length >= 8)
        {
            Unsafe.WriteUnaligned(ref p, low);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, length - 8), From(block, length - 8).AsUInt64().ToScalar());
        }
        else if (length >= 4)
        {
            Unsafe.WriteUnaligned(ref p, (uint)low);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, length - 4), (uint)(low >> (int)((length - 4) * 8)));
        }
        else if (length > 0)
        {
            p = (byte)low;
            Unsafe.Add(ref p, length >> 1) = (byte)(low >> (int)((length >> 1) * 8));
            Unsafe.Add(ref p, length - 1) = (byte)(low >> (int)((length - 1) * 8));
        }

        return ref Unsafe.Add(ref p, length);
    }

    /// <summary>A run of characters beyond ASCII, lone plain ones between them included; <paramref name="i"/> is moved behind it.</summary>
    private static ref byte NonAscii(ref byte p, scoped ref ushort s, scoped ref nint i, nint length)
    {
        nint at = i;
        do
        {
            uint unit = Unsafe.Add(ref s, at);
            if (unit < 0x80)
            {
                // Two in a row are left to the vectors.
                if (!IsPlain(unit) || at + 1 == length || Unsafe.Add(ref s, at + 1) < 0x80)
                {
                    break;
                }

                p = (byte)unit;
                p = ref Unsafe.Add(ref p, 1);
                at++;
                continue;
            }

            if (unit < 0x800)
            {
                if (length - at >= 8)
                {
                    Vector128<ushort> block = Vector128.LoadUnsafe(ref s, (nuint)at);
                    if (Vector128.LessThanAll(block - Vector128.Create((ushort)0x80), Vector128.Create((ushort)0x780)))
                    {
                        ((block >>> 6) | ((block & Vector128.Create((ushort)0x3F)) << 8) | Vector128.Create((ushort)0x80C0)).AsByte().StoreUnsafe(ref p);
                        p = ref Unsafe.Add(ref p, 16);
                        at += 8;
                        continue;
                    }
                }

                Unsafe.WriteUnaligned(ref p, (ushort)(0x80C0 | (unit >> 6) | ((unit & 0x3F) << 8)));
                p = ref Unsafe.Add(ref p, 2);
                at++;
                continue;
            }

            if ((unit & 0xF800) == 0xD800)
            {
                at++;
                if (unit < 0xDC00 && at < length && (Unsafe.Add(ref s, at) & 0xFC00) == 0xDC00)
                {
                    uint scalar = (unit << 10) + Unsafe.Add(ref s, at++) - 0x35FDC00;
                    Unsafe.WriteUnaligned(
                        ref p,
                        0x808080F0 | (scalar >> 18) | ((scalar & 0x3F000) >> 4) | ((scalar & 0xFC0) << 10) | ((scalar & 0x3F) << 24));
                    p = ref Unsafe.Add(ref p, 4);
                    continue;
                }

                unit = 0xFFFD;
                at--;
            }
            else if (length - at >= 8)
            {
                // Eight units of three bytes each: none below U+0800, none a surrogate.
                Vector128<ushort> block = Vector128.LoadUnsafe(ref s, (nuint)at);
                if (Vector128.GreaterThanAll(block, Vector128.Create((ushort)0x7FF))
                    && !Vector128.EqualsAny(block & Vector128.Create((ushort)0xF800), Vector128.Create((ushort)0xD800)))
                {
                    (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(block);
                    ThreeBytes(low).StoreUnsafe(ref p);
                    Vector128<byte> last = ThreeBytes(high);
                    Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 12), last.AsUInt64().ToScalar());
                    Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 20), last.AsUInt32().GetElement(2));
                    p = ref Unsafe.Add(ref p, 24);
                    at += 8;
                    continue;
                }
            }

            at++;
            p = (byte)(0xE0 | (unit >> 12));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 1), (ushort)(0x8080 | ((unit >> 6) & 0x3F) | ((unit & 0x3F) << 8)));
            p = ref Unsafe.Add(ref p, 3);
        }
        while (at < length);

        i = at;
        return ref p;
    }

    /// <summary>Four units as the twelve bytes of their UTF-8, then four zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ThreeBytes(Vector128<uint> units)
    {
        Vector128<uint> bytes = (units >>> 12)
            | ((units & Vector128.Create(0xFC0u)) << 2)
            | ((units & Vector128.Create(0x3Fu)) << 16)
            | Vector128.Create(0x8080E0u);
        return Vector128.ShuffleNative(bytes.AsByte(), Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 128, 128, 128, 128));
    }

    /// <summary>One ASCII character, escaped where JSON or Bolt asks for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Ascii(ref byte p, uint unit)
    {
        byte escape = Unsafe.Add(ref MemoryMarshal.GetReference(Escapes), (nuint)unit);
        if (escape == 0)
        {
            p = (byte)unit;
            return ref Unsafe.Add(ref p, 1);
        }

        if (escape != (byte)'u')
        {
            Unsafe.WriteUnaligned(ref p, (ushort)('\\' | (escape << 8)));
            return ref Unsafe.Add(ref p, 2);
        }

        Unsafe.WriteUnaligned(ref p, 0x3030755Cu); // \u00
        Unsafe.Add(ref p, 4) = (byte)('0' + (unit >> 4));
        Unsafe.Add(ref p, 5) = "0123456789ABCDEF"u8[(int)(unit & 0xF)];
        return ref Unsafe.Add(ref p, 6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(uint unit) => unit < 0x80 && Unsafe.Add(ref MemoryMarshal.GetReference(Escapes), (nuint)unit) == 0;

    // What follows the backslash of each ASCII character; 0 where there is none.
    private static ReadOnlySpan<byte> Escapes =>
        "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu\0\0\"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\\\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;

    /// <summary>Sixteen units as bytes; one beyond ASCII becomes 0 or a byte with its highest bit set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector128<ushort> low, Vector128<ushort> high) =>
        Sse2.IsSupported ? Sse2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()) : Vector128.NarrowWithSaturation(low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(Vector256<ushort> low, Vector256<ushort> high) =>
        Avx2.Permute4x64(Avx2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()).AsUInt64(), 0b11_01_10_00).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Special(Vector256<byte> block) =>
        Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)0x20)).AsByte()
        | Vector256.Equals(block, Vector256.Create(Quote))
        | Vector256.Equals(block, Vector256.Create((byte)'\\'));

    /// <summary>All bits set in each byte that is not a plain ASCII character: as signed bytes, beyond ASCII is below the space, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Special(Vector128<byte> block) =>
        Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte()
        | Vector128.Equals(block, Vector128.Create(Quote))
        | Vector128.Equals(block, Vector128.Create((byte)'\\'));
}
