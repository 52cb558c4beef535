namespace Bolt.Numbers.Tests;

/// <summary>Doubles of every kind that the fast ways could mistake for another: the kinds in turn, the values at random.</summary>
internal struct DoubleValues(ulong seed)
{
    private ulong _state = seed;
    private int _kind;

    public double Next()
    {
        ulong random = Random();
        switch (_kind++ & 7)
        {
            case 0:
                return BitConverter.UInt64BitsToDouble(random);
            case 1:
                // What people log: a few decimals.
                return Scaled(random % 100_000_000, (int)(random >> 40) % 6);
            case 2:
                // Up to the fifteen digits that decide whether the fast way may be taken, and two beyond.
                return Scaled(random % 100_000_000_000_000_000, (int)(random >> 60) + ((int)(random >> 58) & 3));
            case 3:
                // The neighbours of a short decimal are long ones.
                double near = Scaled(random % 1_000_000_000_000, (int)(random >> 50) % 12);
                return (random & (1ul << 49)) != 0 ? Math.BitIncrement(near) : Math.BitDecrement(near);
            case 4:
                // Halves between decimals: where rounding turns.
                return Scaled((random % 1_000_000_000_000 * 10) + 5, 1 + ((int)(random >> 50) % 12));
            case 5:
                // Around powers of two and ten, where the spacing of doubles or the number of digits changes.
                double power = (random & 1) != 0 ? Math.ScaleB(1, (int)(random >> 8) % 1074) : Math.Pow(10, ((int)(random >> 8) % 324) - ((int)(random >> 30) % 324));
                return Steps(power, (int)(random >> 40) % 5);
            case 6:
                // Around 2^53, 10^15, 10^11 and 10^-4, the bounds of the ways.
                double bound = ((int)(random >> 8) & 3) switch { 0 => 9_007_199_254_740_992, 1 => 1e15, 2 => 1e11, _ => 1e-4 };
                return Steps(bound, (int)(random >> 40) % 2000);
            default:
                // Subnormal, and small.
                return BitConverter.UInt64BitsToDouble(random >> (2 + ((int)(random & 63) % 50)));
        }
    }

    private static double Scaled(ulong digits, int decimals) => digits / Math.Pow(10, decimals);

    private readonly double Steps(double value, int steps)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value) + ((_state & 2) != 0 ? (ulong)steps : 0ul - (ulong)steps);
        return BitConverter.UInt64BitsToDouble(bits);
    }

    // splitmix64
    private ulong Random()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
