using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>The start of a record, <c>{"time":"2026-11-23T11:39:24.1234567Z"</c>, with the text of the last millisecond kept.</summary>
/// <remarks>
/// What is kept is just 32 bytes, one copy; what is left are four digits, so that little has to wait for the clock's reading.
/// </remarks>
[ZeroAlloc]
internal struct TimeText
{
    private const int FractionAt = 29;
    private const int KeptLength = 32;

    private readonly RecordClock _clock;
    private readonly uint _perMillisecond;
    private readonly uint _nanoseconds;
    private long _millisecond = long.MaxValue;
    private long _secondTicks = long.MaxValue;
    private Kept _kept;

    [InlineArray(KeptLength)]
    private struct Kept
    {
        private byte _first;
    }

    internal TimeText(RecordClock clock)
    {
        _clock = clock;
        _perMillisecond = (uint)clock.PerMillisecond;
        _nanoseconds = 1_000_000 / _perMillisecond;
    }

    /// <summary>Writes the time of a reading of the clock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte Write(ref byte p, long reading)
    {
        ulong rest = (ulong)(reading - _millisecond);
        if (rest >= _perMillisecond)
            rest = NewMillisecond(reading);

        Unsafe.CopyBlockUnaligned(ref p, ref Unsafe.As<Kept, byte>(ref _kept), KeptLength);
        uint nanoseconds = (uint)rest * _nanoseconds;
        uint first = nanoseconds / 10_000;
        uint second = (nanoseconds - (first * 10_000)) / 100;
        ref byte pairs = ref MemoryMarshal.GetReference(Utf8Json.DigitPairs);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 32), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nint)(first * 2))));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 34), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nint)(second * 2))));
        return ref Utf8Json.Literal(ref Unsafe.Add(ref p, 36), "Z\""u8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NewMillisecond(long reading)
    {
        long ticks = _clock.ToTicks(reading);
        Span<byte> kept = MemoryMarshal.CreateSpan(ref Unsafe.As<Kept, byte>(ref _kept), KeptLength);
        if ((ulong)(ticks - _secondTicks) >= TimeSpan.TicksPerSecond)
        {
            var time = new DateTime(ticks - (ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
            "{\"time\":\"0000-00-00T00:00:00."u8.CopyTo(kept);
            Digits(kept[9..], time.Year, 4);
            Digits(kept[14..], time.Month, 2);
            Digits(kept[17..], time.Day, 2);
            Digits(kept[20..], time.Hour, 2);
            Digits(kept[23..], time.Minute, 2);
            Digits(kept[26..], time.Second, 2);
            _secondTicks = time.Ticks;
        }

        Digits(kept[FractionAt..], (int)((ticks - _secondTicks) / TimeSpan.TicksPerMillisecond), 3);

        // 1970 and the year 1 both began with a whole millisecond.
        long rest = reading % _perMillisecond;
        rest = rest < 0 ? rest + _perMillisecond : rest;
        _millisecond = reading - rest;
        return (ulong)rest;
    }

    private static void Digits(Span<byte> to, int value, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            to[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
