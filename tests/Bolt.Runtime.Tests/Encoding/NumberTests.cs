using System.Globalization;
using System.Numerics;

namespace Bolt.Runtime.Tests;

public sealed class NumberTests
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    [Fact]
    public void Integers_around_every_power_of_ten_and_two_are_written()
    {
        var values = new HashSet<Int128>();
        for (Int128 power = 1; power < (Int128)1 << 120; power *= 2)
        {
            Near(power);
        }

        for (Int128 power = 1; power < Int128.MaxValue / 10; power *= 10)
        {
            Near(power);
        }

        foreach (Int128 edge in new[] { Int128.MinValue, Int128.MaxValue, long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, uint.MaxValue, ulong.MaxValue })
        {
            values.Add(edge);
        }

        foreach (Int128 value in values)
        {
            Check(value);
            if (value > 0)
            {
                Check(-value);
            }
        }

        void Near(Int128 power)
        {
            for (int i = -2; i <= 2; i++)
            {
                values.Add(power + i);
                values.Add((power * 5) + i);
            }
        }

        static void Check(Int128 value)
        {
            string expected = value.ToString(s_invariant);
            Assert.Equal(expected, Guarded.Text(Utf8Json.Int128Width, (ref byte p) => ref Utf8Json.Value(ref p, value)));
            if (value >= int.MinValue && value <= int.MaxValue)
            {
                Assert.Equal(expected, Guarded.Text(Utf8Json.Int32Width, (ref byte p) => ref Utf8Json.Value(ref p, (int)value)));
            }

            if (value >= 0 && value <= uint.MaxValue)
            {
                Assert.Equal(expected, Guarded.Text(Utf8Json.UInt32Width, (ref byte p) => ref Utf8Json.Value(ref p, (uint)value)));
            }

            if (value >= long.MinValue && value <= long.MaxValue)
            {
                Assert.Equal(expected, Guarded.Text(Utf8Json.Int64Width, (ref byte p) => ref Utf8Json.Value(ref p, (long)value)));
            }

            if (value >= 0 && value <= ulong.MaxValue)
            {
                Assert.Equal(expected, Guarded.Text(Utf8Json.UInt64Width, (ref byte p) => ref Utf8Json.Value(ref p, (ulong)value)));
            }

            if (value >= 0)
            {
                Assert.Equal(expected, Guarded.Text(Utf8Json.UInt128Width, (ref byte p) => ref Utf8Json.Value(ref p, (UInt128)value)));
            }
        }
    }

    [Fact]
    public void Random_integers_are_written()
    {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++)
        {
            ulong value = (ulong)random.NextInt64() >> random.Next(64);
            UInt128 wide = new UInt128((ulong)random.NextInt64() * 2, value) >> random.Next(128);
            Assert.Equal(value.ToString(s_invariant), Guarded.Text(Utf8Json.UInt64Width, (ref byte p) => ref Utf8Json.Value(ref p, value)));
            Assert.Equal(wide.ToString(s_invariant), Guarded.Text(Utf8Json.UInt128Width, (ref byte p) => ref Utf8Json.Value(ref p, wide)));
        }

        Assert.Equal(UInt128.MaxValue.ToString(s_invariant), Guarded.Text(Utf8Json.UInt128Width, (ref byte p) => ref Utf8Json.Value(ref p, UInt128.MaxValue)));
    }

    [Fact]
    public void A_million_doubles_are_written_in_the_shortest_form_that_reads_back()
    {
        var random = new Random(2);
        for (int i = 0; i < 300_000; i++)
        {
            CheckDouble(BitConverter.Int64BitsToDouble(random.NextInt64() ^ (random.NextInt64() << 1)));
        }

        for (int i = 0; i < 500_000; i++)
        {
            double decimals = Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-4, 16)), random.Next(0, 15));
            CheckDouble(decimals);
            CheckDouble(random.Next(2) == 0 ? Math.BitIncrement(decimals) : Math.BitDecrement(decimals));
        }

        for (int i = 0; i < 100_000; i++)
        {
            CheckDouble(random.NextInt64(1L << 53) / Math.Pow(10, random.Next(0, 23)));
        }
    }

    [Fact]
    public void Doubles_at_the_borders_of_the_ways_through_are_written()
    {
        var edges = new List<double> { 0, 1e-4, 9.9999e-5, 1e11, 99_999_999_999.9999, 1e15, 999_999_999_999_999.9, 9_007_199_254_740_991, 9_007_199_254_740_992, 9_007_199_254_740_993, 9_007_199_254_740_994, 4_503_599_627_370_495.5, 2_251_799_813_685_247.75, 5e-324, double.Epsilon * 3, 2.2250738585072014E-308, 0.3, 0.1 + 0.2, 1.005, 4.35, 123456.789, 9.5e-3, 8.41e21, 9007199254740993e1, 1e23, 1e22, 1e21 };
        for (int exponent = -330; exponent <= 308; exponent++)
        {
            for (int digit = 1; digit <= 9; digit++)
            {
                edges.Add(double.Parse(string.Create(s_invariant, $"{digit}e{exponent}"), s_invariant));
            }
        }

        for (int bit = -1074; bit <= 1023; bit++)
        {
            edges.Add(Math.ScaleB(1, bit));
        }

        foreach (double edge in edges)
        {
            double at = edge;
            for (int i = 0; i < 5; i++)
            {
                CheckDouble(at);
                CheckDouble(-at);
                at = Math.BitIncrement(at);
            }

            at = edge;
            for (int i = 0; i < 5; i++)
            {
                CheckDouble(at);
                at = Math.BitDecrement(at);
            }
        }
    }

    [Theory]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(999999.5, "999999.5")]
    [InlineData(1234.5678, "1234.5678")]
    [InlineData(0.000123456789, "0.000123456789")]
    [InlineData(12345678901.25, "12345678901.25")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(1e17, "1e+17")]
    [InlineData(2.9802322387695312e-08, "2.9802322387695312e-08")]
    [InlineData(-2.5, "-2.5")]
    public void Doubles_have_no_exponent_from_a_ten_thousandth_to_two_to_the_fifty_third(double value, string expected) =>
        Assert.Equal(expected, Guarded.Text(Utf8Json.DoubleWidth, (ref byte p) => ref Utf8Json.Value(ref p, value)));

    [Fact]
    public void A_million_floats_are_written_in_the_shortest_form_that_reads_back()
    {
        var random = new Random(4);
        Span<byte> room = stackalloc byte[Utf8Json.SingleWidth];
        Span<byte> shortest = stackalloc byte[Utf8Json.SingleWidth];
        for (int i = 0; i < 1_000_000; i++)
        {
            float value = i % 3 == 0
                ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))
                : (float)Math.Round(random.NextDouble() * Math.Pow(10, random.Next(-4, 8)), random.Next(0, 8)) * (i % 2 == 0 ? 1 : -1);
            if (!float.IsFinite(value))
            {
                continue;
            }

            ReadOnlySpan<byte> written = room[..LengthOf(room, ref Utf8Json.Value(ref room[0], value))];
            Assert.Equal(value, float.Parse(written, NumberStyles.Float, s_invariant));
            value.TryFormat(shortest, out int length, default, s_invariant);
            Assert.True(Digits(shortest[..length]).SequenceEqual(Digits(written)), System.Text.Encoding.UTF8.GetString(written));
        }
    }

    [Fact]
    public void Every_half_is_written_in_the_shortest_form_that_reads_back()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            Half value = BitConverter.UInt16BitsToHalf((ushort)bits);
            string written = Guarded.Text(Utf8Json.HalfWidth, (ref byte p) => ref Utf8Json.Value(ref p, value));
            Assert.Equal(
                Half.IsNaN(value) ? "\"NaN\"" : Half.IsInfinity(value) ? (bits < 0x8000 ? "\"+Inf\"" : "\"-Inf\"") : value.ToString(s_invariant).Replace('E', 'e'),
                written);
        }
    }

    [Fact]
    public void Random_decimals_keep_their_scale()
    {
        var random = new Random(6);
        for (int i = 0; i < 100_000; i++)
        {
            int words = random.Next(1, 4);
            var value = new decimal(
                random.Next(int.MinValue, int.MaxValue) >> random.Next(32),
                words > 1 ? random.Next(int.MinValue, int.MaxValue) : 0,
                words > 2 ? random.Next(int.MinValue, int.MaxValue) : 0,
                random.Next(2) == 0,
                (byte)random.Next(29));
            Assert.Equal(value.ToString(s_invariant), Guarded.Text(Utf8Json.DecimalWidth, (ref byte p) => ref Utf8Json.Value(ref p, value)));
        }
    }

    [Fact]
    public void Big_integers_of_every_size_are_written()
    {
        var buffer = new ValueBuffer();
        for (int bits = 0; bits < 600; bits += 3)
        {
            foreach (BigInteger value in new[] { BigInteger.One << bits, -(BigInteger.One << bits) - 1 })
            {
                buffer.Reset();
                buffer.Value(value);
                Assert.Equal(value.ToString(s_invariant), Guarded.Text(buffer));
            }
        }
    }

    private static void CheckDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }

        Span<byte> room = stackalloc byte[Utf8Json.DoubleWidth];
        Span<byte> shortest = stackalloc byte[Utf8Json.DoubleWidth];
        ReadOnlySpan<byte> written = room[..LengthOf(room, ref Utf8Json.Value(ref room[0], value))];
        if (BitConverter.DoubleToInt64Bits(double.Parse(written, NumberStyles.Float, s_invariant)) != BitConverter.DoubleToInt64Bits(value))
        {
            Assert.Fail($"{value:R} was written as {System.Text.Encoding.UTF8.GetString(written)}");
        }

        // .NET's own text of 2^-25 and of 2^-958 does not read back.
        value.TryFormat(shortest, out int length, default, s_invariant);
        if (double.Parse(shortest[..length], NumberStyles.Float, s_invariant) == value && !Digits(shortest[..length]).SequenceEqual(Digits(written)))
        {
            Assert.Fail($"{value:R} was written as {System.Text.Encoding.UTF8.GetString(written)}");
        }
    }

    private static int LengthOf(Span<byte> room, ref byte end) => (int)System.Runtime.CompilerServices.Unsafe.ByteOffset(ref room[0], ref end);

    /// <summary>The significant digits of a number, wherever its point and whatever its exponent.</summary>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> number)
    {
        byte[] digits = new byte[40];
        int count = 0;
        foreach (byte b in number)
        {
            if (b is (byte)'e' or (byte)'E')
            {
                break;
            }

            if (b is >= (byte)'0' and <= (byte)'9' && (b != (byte)'0' || count > 0))
            {
                digits[count++] = b;
            }
        }

        return digits.AsSpan(0, count).TrimEnd((byte)'0');
    }
}
