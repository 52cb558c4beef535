using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>The start of a record, <c>{"time":"2026-11-23T11:39:24.1234567Z"</c>, with the text of the last millisecond kept.</summary>
/// <remarks>
/// What is kept is just 32 bytes, one copy; what is left are four digits, so that little has to wait for the clock's reading.
/// </remarks>
internal struct TimeText
{
    private const int FractionAt = 29;
    private const int KeptLength = 32;

    private long _millisecondTicks;
    private long _secondTicks;
    private Kept _kept;

    /// <summary>Nothing kept yet, whatever the first reading.</summary>
    public TimeText()
    {
        _millisecondTicks = long.MaxValue;
        _secondTicks = long.MaxValue;
    }

    [InlineArray(KeptLength)]
    private struct Kept
    {
        private byte _first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref byte Write(ref byte p, long ticks)
    {
        ulong rest = (ulong)(ticks - _millisecondTicks);
        if (rest >= TimeSpan.TicksPerMillisecond)
            rest = NewMillisecond(ticks);

        Unsafe.CopyBlockUnaligned(ref p, ref Unsafe.As<Kept, byte>(ref _kept), KeptLength);
        uint hundreds = (uint)rest / 100;
        ref byte pairs = ref MemoryMarshal.GetReference(Utf8Json.DigitPairs);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 32), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nint)(hundreds * 2))));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref p, 34), Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref pairs, (nint)(((uint)rest - (hundreds * 100)) * 2))));
        return ref Utf8Json.Literal(ref Unsafe.Add(ref p, 36), "Z\""u8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong NewMillisecond(long ticks)
    {
        ticks = Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks);
        long rest = ticks % TimeSpan.TicksPerMillisecond;
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
        _millisecondTicks = ticks - rest;
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
