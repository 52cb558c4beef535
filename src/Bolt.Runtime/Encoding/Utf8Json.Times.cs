using System.Runtime.CompilerServices;

namespace Bolt.Runtime;

public static partial class Utf8Json
{
    /// <summary>
    /// Writes an instant as ISO 8601 in UTC, for example <c>"2025-01-02T03:04:05.1234567Z"</c>: the fraction without trailing zeros.
    /// Local times are converted; times of unspecified kind are taken as UTC. Reserve <see cref="DateTimeWidth"/>.
    /// </summary>
    public static ref byte Value(ref byte p, DateTime value)
    {
        if (value.Kind == DateTimeKind.Local)
        {
            value = value.ToUniversalTime();
        }

        p = Quote;
        WriteDate(ref Unsafe.Add(ref p, 1), value);
        Unsafe.Add(ref p, 11) = (byte)'T';
        p = ref WriteTime(ref Unsafe.Add(ref p, 12), (ulong)value.Ticks % TimeSpan.TicksPerDay);
        p = (byte)'Z';
        Unsafe.Add(ref p, 1) = Quote;
        return ref Unsafe.Add(ref p, 2);
    }

    /// <summary>Writes an instant as ISO 8601 in UTC. See <see cref="Value(ref byte, DateTime)"/>. Reserve <see cref="DateTimeWidth"/>.</summary>
    public static ref byte Value(ref byte p, DateTimeOffset value) => ref Value(ref p, value.UtcDateTime);

    /// <summary>Writes a date, for example <c>"2025-01-02"</c>. Reserve <see cref="DateOnlyWidth"/>.</summary>
    public static ref byte Value(ref byte p, DateOnly value)
    {
        p = Quote;
        WriteDate(ref Unsafe.Add(ref p, 1), value.ToDateTime(default));
        Unsafe.Add(ref p, 11) = Quote;
        return ref Unsafe.Add(ref p, 12);
    }

    /// <summary>Writes a time of day, for example <c>"03:04:05.12"</c>: the fraction without trailing zeros. Reserve <see cref="TimeOnlyWidth"/>.</summary>
    public static ref byte Value(ref byte p, TimeOnly value)
    {
        p = Quote;
        p = ref WriteTime(ref Unsafe.Add(ref p, 1), (ulong)value.Ticks);
        p = Quote;
        return ref Unsafe.Add(ref p, 1);
    }

    /// <summary>Writes a duration as an integer number of nanoseconds. Reserve <see cref="TimeSpanWidth"/>.</summary>
    public static ref byte Value(ref byte p, TimeSpan value)
    {
        long ticks = value.Ticks;
        p = ref Value(ref p, ticks);
        if (ticks != 0)
        {
            // A tick is 100 ns; two more digits, where a multiplication could overflow.
            Unsafe.WriteUnaligned(ref p, (ushort)0x3030);
            p = ref Unsafe.Add(ref p, 2);
        }

        return ref p;
    }

    private static void WriteDate(ref byte p, DateTime date)
    {
        date.Deconstruct(out int year, out int month, out int day);
        Write4Digits(ref p, (uint)year);
        Unsafe.Add(ref p, 4) = (byte)'-';
        WritePair(ref Unsafe.Add(ref p, 5), (uint)month);
        Unsafe.Add(ref p, 7) = (byte)'-';
        WritePair(ref Unsafe.Add(ref p, 8), (uint)day);
    }

    private static ref byte WriteTime(ref byte p, ulong ticks)
    {
        ulong totalSeconds = ticks / TimeSpan.TicksPerSecond;
        uint fraction = (uint)(ticks - (totalSeconds * TimeSpan.TicksPerSecond));
        uint seconds = (uint)totalSeconds;
        uint minutes = seconds / 60;
        uint hours = minutes / 60;
        WritePair(ref p, hours);
        Unsafe.Add(ref p, 2) = (byte)':';
        WritePair(ref Unsafe.Add(ref p, 3), minutes - (hours * 60));
        Unsafe.Add(ref p, 5) = (byte)':';
        WritePair(ref Unsafe.Add(ref p, 6), seconds - (minutes * 60));
        p = ref Unsafe.Add(ref p, 8);
        if (fraction == 0)
        {
            return ref p;
        }

        // Seven digits as eight, the first of which (0) the point then covers.
        Write8Digits(ref p, fraction);
        p = (byte)'.';
        p = ref Unsafe.Add(ref p, 7);
        while (p == (byte)'0')
        {
            p = ref Unsafe.Subtract(ref p, 1);
        }

        return ref Unsafe.Add(ref p, 1);
    }
}
