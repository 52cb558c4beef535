using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>Writes an integer. Reserve <see cref="Int32Width"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Value(ref byte p, int value)
    {
        if (value >= 0)
        {
            return ref Value(ref p, (uint)value);
        }

        p = (byte)'-';
        return ref Value(ref Unsafe.Add(ref p, 1), (uint)-value);
    }

    /// <summary>Writes an integer. Reserve <see cref="UInt32Width"/>.</summary>
    public static ref byte Value(ref byte p, uint value)
    {
        if (value < 10)
        {
            p = (byte)('0' + value);
            return ref Unsafe.Add(ref p, 1);
        }

        int digits = Digits(value);
        WriteDigits(ref p, value, digits);
        return ref Unsafe.Add(ref p, digits);
    }

    /// <summary>Writes an integer. Reserve <see cref="Int64Width"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Value(ref byte p, long value)
    {
        if (value >= 0)
        {
            return ref Value(ref p, (ulong)value);
        }

        p = (byte)'-';
        return ref Value(ref Unsafe.Add(ref p, 1), (ulong)-value);
    }

    /// <summary>Writes an integer. Reserve <see cref="UInt64Width"/>.</summary>
    public static ref byte Value(ref byte p, ulong value)
    {
        if (value <= uint.MaxValue)
        {
            return ref Value(ref p, (uint)value);
        }

        ulong high = value / 100_000_000;
        uint low = (uint)(value - (high * 100_000_000));
        if (high <= uint.MaxValue)
        {
            p = ref Value(ref p, (uint)high);
        }
        else
        {
            ulong top = high / 100_000_000;
            p = ref Value(ref p, (uint)top);
            Write8Digits(ref p, (uint)(high - (top * 100_000_000)));
            p = ref Unsafe.Add(ref p, 8);
        }

        Write8Digits(ref p, low);
        return ref Unsafe.Add(ref p, 8);
    }

    /// <summary>Writes an integer. Reserve <see cref="Int128Width"/>.</summary>
    public static ref byte Value(ref byte p, Int128 value)
    {
        if (value >= 0)
        {
            return ref Value(ref p, (UInt128)value);
        }

        p = (byte)'-';
        return ref Value(ref Unsafe.Add(ref p, 1), (UInt128)(-value));
    }

    /// <summary>Writes an integer. Reserve <see cref="UInt128Width"/>.</summary>
    public static ref byte Value(ref byte p, UInt128 value)
    {
        if (value <= ulong.MaxValue)
        {
            return ref Value(ref p, (ulong)value);
        }

        (UInt128 high, UInt128 low) = UInt128.DivRem(value, 10_000_000_000_000_000);
        p = ref Value(ref p, high);
        ulong rest = (ulong)low;
        ulong top = rest / 100_000_000;
        Write8Digits(ref p, (uint)top);
        Write8Digits(ref Unsafe.Add(ref p, 8), (uint)(rest - (top * 100_000_000)));
        return ref Unsafe.Add(ref p, 16);
    }

    internal static ReadOnlySpan<byte> DigitPairs =>
        "00010203040506070809"u8 +
        "10111213141516171819"u8 +
        "20212223242526272829"u8 +
        "30313233343536373839"u8 +
        "40414243444546474849"u8 +
        "50515253545556575859"u8 +
        "60616263646566676869"u8 +
        "70717273747576777879"u8 +
        "80818283848586878889"u8 +
        "90919293949596979899"u8;

    // For each position of the highest set bit: 2^32 * the number of digits of the least such number, less the next power of ten where
    // one lies in the range, so that adding the number carries into the upper half exactly when it has one digit more.
    // (Tables wider than bytes are arrays: unoptimised code allocates for a span over constant data.)
    private static readonly long[] s_digitCounts =
    [
        4294967296, 8589934582, 8589934582, 8589934582, 12884901788, 12884901788, 12884901788, 17179868184,
        17179868184, 17179868184, 21474826480, 21474826480, 21474826480, 21474826480, 25769703776, 25769703776,
        25769703776, 30063771072, 30063771072, 30063771072, 34349738368, 34349738368, 34349738368, 34349738368,
        38554705664, 38554705664, 38554705664, 41949672960, 41949672960, 41949672960, 42949672960, 42949672960,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(uint value) =>
        (int)((value + Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_digitCounts), BitOperations.Log2(value))) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WritePair(ref byte p, uint value) =>
        Unsafe.WriteUnaligned(ref p, Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(DigitPairs), (nuint)(value * 2))));

    /// <summary>Writes a number of exactly that many digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteDigits(ref byte p, uint value, int digits)
    {
        ref byte end = ref Unsafe.Add(ref p, digits);
        while (value >= 100)
        {
            uint rest = value / 100;
            end = ref Unsafe.Subtract(ref end, 2);
            WritePair(ref end, value - (rest * 100));
            value = rest;
        }

        if (value >= 10)
        {
            WritePair(ref p, value);
        }
        else
        {
            p = (byte)('0' + value);
        }
    }

    /// <summary>Writes a number below 10^8 as eight digits, zeros in front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write8Digits(ref byte p, uint value)
    {
        uint high = value / 10_000;
        uint low = value - (high * 10_000);
        Write4Digits(ref p, high);
        Write4Digits(ref Unsafe.Add(ref p, 4), low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write4Digits(ref byte p, uint value)
    {
        uint high = value / 100;
        WritePair(ref p, high);
        WritePair(ref Unsafe.Add(ref p, 2), value - (high * 100));
    }

    /// <summary>Writes a number as exactly that many digits, zeros in front.</summary>
    private static ref byte WritePadded(ref byte p, ulong value, int digits)
    {
        ref byte end = ref Unsafe.Add(ref p, digits);
        ref byte q = ref end;
        while (digits >= 8)
        {
            ulong rest = value / 100_000_000;
            q = ref Unsafe.Subtract(ref q, 8);
            Write8Digits(ref q, (uint)(value - (rest * 100_000_000)));
            value = rest;
            digits -= 8;
        }

        uint left = (uint)value;
        if ((digits & 4) != 0)
        {
            uint rest = left / 10_000;
            q = ref Unsafe.Subtract(ref q, 4);
            Write4Digits(ref q, left - (rest * 10_000));
            left = rest;
        }

        if ((digits & 2) != 0)
        {
            uint rest = left / 100;
            q = ref Unsafe.Subtract(ref q, 2);
            WritePair(ref q, left - (rest * 100));
            left = rest;
        }

        if ((digits & 1) != 0)
        {
            Unsafe.Subtract(ref q, 1) = (byte)('0' + left);
        }

        return ref end;
    }
}
