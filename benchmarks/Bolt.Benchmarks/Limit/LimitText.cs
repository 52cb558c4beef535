using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bolt.Benchmarks.Limit;

/// <summary>Text of the limit. Nothing is checked: the buffer has room, and scratch bytes after a value are allowed.</summary>
internal static unsafe class LimitText
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte* Literal(byte* p, ReadOnlySpan<byte> utf8)
    {
        Unsafe.CopyBlockUnaligned(ref *p, ref MemoryMarshal.GetReference(utf8), (uint)utf8.Length);
        return p + utf8.Length;
    }

    /// <summary>The inside of a JSON string.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static byte* Content(byte* p, string value)
    {
        int length = value.Length;
        ref ushort s = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value.AsSpan()));
        int i = 0;
        for (; length - i >= 16; i += 16)
        {
            Vector128<byte> block = Narrow(Vector128.LoadUnsafe(ref s, (nuint)i), Vector128.LoadUnsafe(ref s, (nuint)i + 8));
            uint special = Special(block).ExtractMostSignificantBits();
            if (special == 0)
            {
                block.Store(p);
                p += 16;
                continue;
            }

            p = Escaped(p, block, special, 0, ref Unsafe.Add(ref s, i));
        }

        if (i == length)
            return p;

        if (length >= 16)
        {
            // The last sixteen units again; those already written are left out.
            Vector128<byte> block = Narrow(Vector128.LoadUnsafe(ref s, (nuint)length - 16), Vector128.LoadUnsafe(ref s, (nuint)length - 8));
            int done = 16 - (length - i);
            uint special = (Special(block).ExtractMostSignificantBits() >> done) << done;
            return Escaped(p, block, special, done, ref Unsafe.Add(ref s, length - 16));
        }

        for (; i < length; i++)
        {
            ushort unit = Unsafe.Add(ref s, i);
            if (unit >= 0x80)
                throw new NotSupportedException("The limit writes ASCII only.");

            p = Escapes[unit] == 0 ? Plain(p, unit) : Escape(p, unit);
        }

        return p;
    }

    /// <summary>
    /// A block with characters to be escaped: the bytes between them come from the register, shifted, so that from one to the next
    /// there is but a bit scan and an addition.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Escaped(byte* p, Vector128<byte> block, uint special, int done, ref ushort units)
    {
        while (special != 0)
        {
            int at = BitOperations.TrailingZeroCount(special);
            special &= special - 1;
            From(block, done).Store(p);
            p += at - done;
            done = at + 1;
            ushort unit = Unsafe.Add(ref units, at);
            if (unit >= 0x80)
                throw new NotSupportedException("The limit writes ASCII only.");

            p = Escape(p, unit);
        }

        From(block, done).Store(p);
        return p + (16 - done);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> From(Vector128<byte> block, int start) =>
        Vector128.ShuffleNative(block, Vector128.Create((byte)start) + Vector128<byte>.Indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Plain(byte* p, ushort unit)
    {
        *p = (byte)unit;
        return p + 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte* Escape(byte* p, ushort unit)
    {
        byte escape = Escapes[unit];
        if (escape != (byte)'u')
        {
            *(ushort*)p = (ushort)('\\' | (escape << 8));
            return p + 2;
        }

        *(uint*)p = 0x3030755C; // \u00
        p[4] = (byte)('0' + (unit >> 4));
        p[5] = "0123456789ABCDEF"u8[unit & 0xF];
        return p + 6;
    }

    /// <summary>Copies text of any length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte* Copy(byte* p, byte* from, byte* to)
    {
        nuint length = (nuint)(to - from);
        if (length <= 32)
            Vector256.Load(from).Store(p);
        else
            Unsafe.CopyBlockUnaligned(ref *p, ref *from, (uint)length);

        return p + length;
    }

    /// <summary>The eight decimal digits of a value below 100,000,000, one a byte, the first in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong EightDigits(uint value)
    {
        ulong high = value / 10_000;
        ulong halves = high | ((value - (high * 10_000)) << 32);
        ulong hundreds = ((halves * 10_486) >> 20) & 0x0000_007F_0000_007F;
        ulong pairs = hundreds | ((halves - (hundreds * 100)) << 16);
        ulong tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        return tens | ((pairs - (tens * 10)) << 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint FourDigits(uint value)
    {
        uint hundreds = (value * 10_486) >> 20;
        uint pairs = hundreds | ((value - (hundreds * 100)) << 16);
        uint tens = ((pairs * 103) >> 10) & 0x000F_000F;
        return tens | ((pairs - (tens * 10)) << 8);
    }

    /// <summary>The two ASCII digits of a value below 100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Pair(uint value)
    {
        uint tens = (value * 103) >> 10;
        return 0x3030 | tens | ((value - (tens * 10)) << 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Narrow(Vector128<ushort> low, Vector128<ushort> high) =>
        Sse2.IsSupported ? Sse2.PackUnsignedSaturate(low.AsInt16(), high.AsInt16()) : Vector128.NarrowWithSaturation(low, high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Special(Vector128<byte> block) =>
        Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte()
        | Vector128.Equals(block, Vector128.Create((byte)'"'))
        | Vector128.Equals(block, Vector128.Create((byte)'\\'));

    // What follows the backslash of each ASCII character; 0 where there is none.
    internal static ReadOnlySpan<byte> Escapes =>
        "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu\0\0\"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8 +
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\\\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8;
}
