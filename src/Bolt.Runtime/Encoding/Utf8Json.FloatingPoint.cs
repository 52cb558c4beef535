using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    private const double MaxExactInteger = 9_007_199_254_740_992; // 2^53
    private const double LeastWithoutExponent = 1e-4;
    private const double FifteenDigits = 1e15;

    /// <summary>
    /// Writes the shortest number that reads back as the same double; without an exponent from 0.0001 up to 2^53;
    /// <c>"NaN"</c>, <c>"+Inf"</c>, <c>"-Inf"</c>. Reserve <see cref="DoubleWidth"/>.
    /// </summary>
    public static ref byte Value(ref byte p, double value)
    {
        double magnitude = Math.Abs(value);
        if (magnitude <= MaxExactInteger)
        {
            // Within the range of a long, where the processor's own conversion is the right one.
            long whole = double.ConvertToIntegerNative<long>(value);
            if (whole == value)
            {
                if (whole == 0 && double.IsNegative(value))
                {
                    p = (byte)'-';
                    p = ref Unsafe.Add(ref p, 1);
                }

                return ref Value(ref p, whole);
            }

            // m and 10^k are exact doubles and IEEE division rounds correctly, so m / 10^k == value says that the text m * 10^-k is
            // read back as value. Two decimals of at most fifteen digits never share a double, so it is also the shortest text.
            if (magnitude < 1e11)
            {
                long scaled = double.ConvertToIntegerNative<long>((magnitude * 1e4) + 0.5);
                if (scaled / 1e4 == magnitude && magnitude >= LeastWithoutExponent)
                {
                    ulong integer = (ulong)scaled / 10_000;
                    return ref WriteDecimal(ref p, value < 0, integer, (ulong)scaled - (integer * 10_000), 4);
                }
            }

            if (magnitude >= LeastWithoutExponent && magnitude < FifteenDigits)
            {
                int k = 14 - ((int)((BitConverter.DoubleToUInt64Bits(magnitude) >> 52) - 1023) * 1233 >> 12);
                if (magnitude * PowerOfTen(k) >= FifteenDigits)
                {
                    k--;
                }

                double power = PowerOfTen(k);
                long scaled = double.ConvertToIntegerNative<long>((magnitude * power) + 0.5);
                if (scaled / power == magnitude)
                {
                    ulong unit = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_wholePowersOfTen), k);
                    ulong integer = (ulong)scaled / unit;
                    ulong fraction = (ulong)scaled - (integer * unit);
                    if (fraction % 10_000 == 0)
                    {
                        fraction /= 10_000;
                        k -= 4;
                        if (fraction % 10_000 == 0)
                        {
                            fraction /= 10_000;
                            k -= 4;
                        }
                    }

                    return ref WriteDecimal(ref p, value < 0, integer, fraction, k);
                }
            }
        }

        // For two powers of two (2^-25 and 2^-958) .NET's shortest text is one digit too short to read back.
        if ((BitConverter.DoubleToUInt64Bits(value) << 12) == 0 && double.IsFinite(value))
        {
            return ref PowerOfTwo(ref p, value);
        }

        return ref Shortest(ref p, value);
    }

    /// <summary>Writes the shortest number that reads back as the same float. See <see cref="Value(ref byte, double)"/>. Reserve <see cref="SingleWidth"/>.</summary>
    public static ref byte Value(ref byte p, float value)
    {
        float magnitude = Math.Abs(value);
        if (magnitude <= 16_777_216f)
        {
            int whole = float.ConvertToIntegerNative<int>(value);
            if (whole == value)
            {
                if (whole == 0 && float.IsNegative(value))
                {
                    p = (byte)'-';
                    p = ref Unsafe.Add(ref p, 1);
                }

                return ref Value(ref p, whole);
            }

            // As for doubles: 10^4 and integers below 10^6 are exact floats, and decimals of six digits never share a float.
            if (magnitude < 99f && magnitude >= (float)LeastWithoutExponent)
            {
                uint scaled = (uint)float.ConvertToIntegerNative<int>((magnitude * 1e4f) + 0.5f);
                if (scaled / 1e4f == magnitude)
                {
                    return ref WriteDecimal(ref p, value < 0, scaled / 10_000, scaled % 10_000, 4);
                }
            }
        }

        return ref Shortest(ref p, value);
    }

    /// <summary>Writes the shortest number that reads back as the same half. See <see cref="Value(ref byte, double)"/>. Reserve <see cref="HalfWidth"/>.</summary>
    public static ref byte Value(ref byte p, Half value) => ref Shortest(ref p, value);

    /// <summary>Writes an exact decimal with all its decimals, trailing zeros included. Reserve <see cref="DecimalWidth"/>.</summary>
    public static ref byte Value(ref byte p, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0)
        {
            value.TryFormat(MemoryMarshal.CreateSpan(ref p, DecimalWidth), out int written, default, CultureInfo.InvariantCulture);
            return ref Unsafe.Add(ref p, written);
        }

        ulong digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[3] < 0 && digits != 0)
        {
            p = (byte)'-';
            p = ref Unsafe.Add(ref p, 1);
        }

        int scale = (bits[3] >> 16) & 0xFF;
        if (scale == 0)
        {
            return ref Value(ref p, digits);
        }

        if (scale < s_wholePowersOfTen.Length)
        {
            ulong unit = s_wholePowersOfTen[scale];
            ulong integer = digits / unit;
            p = ref Value(ref p, integer);
            digits -= integer * unit;
        }
        else
        {
            p = (byte)'0';
            p = ref Unsafe.Add(ref p, 1);
        }

        p = (byte)'.';
        return ref WritePadded(ref Unsafe.Add(ref p, 1), digits, scale);
    }

    // 10^0 to 10^22: all of them exact.
    private static readonly double[] s_powersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private static readonly ulong[] s_wholePowersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTen(int k) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_powersOfTen), k);

    /// <summary>Writes a number with a fraction (not zero) of so many digits, its trailing zeros left out.</summary>
    private static ref byte WriteDecimal(ref byte p, bool negative, ulong integer, ulong fraction, int decimals)
    {
        if (negative)
        {
            p = (byte)'-';
            p = ref Unsafe.Add(ref p, 1);
        }

        p = ref Value(ref p, integer);
        p = (byte)'.';
        if (decimals == 4)
        {
            Write4Digits(ref Unsafe.Add(ref p, 1), (uint)fraction);
            p = ref Unsafe.Add(ref p, 4);
        }
        else
        {
            p = ref Unsafe.Subtract(ref WritePadded(ref Unsafe.Add(ref p, 1), fraction, decimals), 1);
        }

        while (p == (byte)'0')
        {
            p = ref Unsafe.Subtract(ref p, 1);
        }

        return ref Unsafe.Add(ref p, 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte PowerOfTwo(ref byte p, double value)
    {
        ref byte end = ref Shortest(ref p, value);
        ReadOnlySpan<byte> text = MemoryMarshal.CreateReadOnlySpan(ref p, (int)Unsafe.ByteOffset(ref p, ref end));
        return ref double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == value
            ? ref end
            : ref Shortest(ref p, value, "G17");
    }

    private static ref byte Shortest<T>(ref byte p, T value, string? format = null)
        where T : System.Numerics.IFloatingPoint<T>
    {
        if (!T.IsFinite(value))
        {
            return ref Literal(ref p, T.IsNaN(value) ? "\"NaN\""u8 : T.IsPositive(value) ? "\"+Inf\""u8 : "\"-Inf\""u8);
        }

        Span<byte> text = MemoryMarshal.CreateSpan(ref p, DoubleWidth);
        value.TryFormat(text, out int written, format, CultureInfo.InvariantCulture);
        int exponent = text[..written].LastIndexOf((byte)'E');
        if (exponent >= 0)
        {
            text[exponent] = (byte)'e';
        }

        return ref Unsafe.Add(ref p, written);
    }
}
