using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>The start of a record, <c>{"time":"2026-11-23T11:39:24.1234567Z"</c>, with the text of the last second kept.</summary>
internal struct TimeText
{
    internal const int Width = 38;

    /// <summary>What <see cref="Write"/> may touch: it copies in steps of 32 bytes.</summary>
    internal const int Touched = 40;

    private const int DotAt = 28;

    private long _secondTicks;
    private Prefix _prefix;

    [InlineArray(32)]
    private struct Prefix
    {
        private byte _first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte Write(ref byte p, long ticks)
    {
        long fraction = ticks - _secondTicks;
        if ((ulong)fraction >= TimeSpan.TicksPerSecond || _secondTicks == 0)
            fraction = NewSecond(ticks);

        Unsafe.CopyBlockUnaligned(ref p, ref Unsafe.As<Prefix, byte>(ref _prefix), 32);

        // Eight digits at once, the first of them always 0, where the point stands: cheaper than seven.
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, DotAt), EightDigits((uint)fraction));
        Unsafe.Add(ref p, DotAt) = (byte)'.';
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 36), BitConverter.IsLittleEndian ? (ushort)0x225A : (ushort)0x5A22);
        return ref Unsafe.Add(ref p, Width);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long NewSecond(long ticks)
    {
        ticks = Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks);
        long fraction = ticks % TimeSpan.TicksPerSecond;
        var second = new DateTime(ticks - fraction, DateTimeKind.Utc);
        Span<byte> prefix = MemoryMarshal.CreateSpan(ref Unsafe.As<Prefix, byte>(ref _prefix), 32);
        "{\"time\":\""u8.CopyTo(prefix);
        Utf8Digits(prefix[9..], second.Year, 4);
        prefix[13] = (byte)'-';
        Utf8Digits(prefix[14..], second.Month, 2);
        prefix[16] = (byte)'-';
        Utf8Digits(prefix[17..], second.Day, 2);
        prefix[19] = (byte)'T';
        Utf8Digits(prefix[20..], second.Hour, 2);
        prefix[22] = (byte)':';
        Utf8Digits(prefix[23..], second.Minute, 2);
        prefix[25] = (byte)':';
        Utf8Digits(prefix[26..], second.Second, 2);
        _secondTicks = second.Ticks;
        return fraction;
    }

    private static void Utf8Digits(Span<byte> to, int value, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            to[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }

    /// <summary>The eight decimal digits of a value below 100,000,000 as ASCII, first digit first in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(uint value)
    {
        // Splits into halves, then pairs, then digits, all lanes of one register at a time.
        ulong high = value / 10_000;
        ulong low = value - (high * 10_000);
        ulong halves = high | (low << 32);
        ulong hundreds = ((halves * 10_486) >> 20) & 0x0000_007F_0000_007F;
        ulong pairs = hundreds | ((halves - (hundreds * 100)) << 16);
        ulong tens = ((pairs * 103) >> 10) & 0x000F_000F_000F_000F;
        ulong digits = tens | ((pairs - (tens * 10)) << 8);
        ulong ascii = digits | 0x3030_3030_3030_3030;
        return BitConverter.IsLittleEndian ? ascii : BinaryPrimitives.ReverseEndianness(ascii);
    }
}
