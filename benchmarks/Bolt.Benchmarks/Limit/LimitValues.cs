using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static Bolt.Benchmarks.Limit.LimitText;

namespace Bolt.Benchmarks.Limit;

// A value's text is made once, in registers, and stored twice: in the field and in the message. Reading it back from the record just
// written costs more than making it, because the processor cannot forward several small stores to one larger load.

/// <summary>A number below 100,000,000, of at most eight digits.</summary>
internal readonly unsafe struct ShortDigits
{
    private readonly ulong _text;
    private readonly int _length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ShortDigits(uint value)
    {
        // The leading zeros are shifted out: no branch on the number of digits.
        ulong digits = EightDigits(value);
        int zeros = BitOperations.TrailingZeroCount(digits | (1ul << 56)) & ~7;
        _text = (digits | 0x3030_3030_3030_3030) >> zeros;
        _length = 8 - (zeros >> 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Write(byte* p)
    {
        *(ulong*)p = _text;
        return p + _length;
    }
}

/// <summary>An integer of at most sixteen digits; longer ones are not the limit's.</summary>
internal readonly unsafe struct Digits
{
    private readonly ShortDigits _high;
    private readonly ulong _low;
    private readonly int _lowLength;
    private readonly int _sign;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Digits(long value)
    {
        _sign = (int)((ulong)value >> 63);
        ulong magnitude = (ulong)(value < 0 ? -value : value);
        if (magnitude < 100_000_000)
        {
            _high = new ShortDigits((uint)magnitude);
            return;
        }

        if (magnitude >= 10_000_000_000_000_000)
            throw new NotSupportedException("The limit writes at most sixteen digits.");

        ulong high = magnitude / 100_000_000;
        _high = new ShortDigits((uint)high);
        _low = EightDigits((uint)(magnitude - (high * 100_000_000))) | 0x3030_3030_3030_3030;
        _lowLength = 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Write(byte* p)
    {
        *p = (byte)'-';
        p = _high.Write(p + _sign);
        *(ulong*)p = _low;
        return p + _lowLength;
    }
}

/// <summary>A double of at most four decimals and fifteen digits; others are not the limit's.</summary>
internal readonly unsafe struct Decimals
{
    private readonly ShortDigits _whole;
    private readonly uint _fraction;
    private readonly int _kept;
    private readonly int _sign;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Decimals(double value)
    {
        // m / 10^4 == value says that m * 10^-4 is read back as value; two decimals of at most fifteen digits never share a double.
        double magnitude = Math.Abs(value);
        long scaled = double.ConvertToIntegerNative<long>((magnitude * 1e4) + 0.5);
        if (!(magnitude < 1e8) || scaled / 1e4 != magnitude)
            throw new NotSupportedException($"The limit does not write {value.ToString(CultureInfo.InvariantCulture)}.");

        _sign = value < 0 ? 1 : 0;
        uint whole = (uint)((ulong)scaled / 10_000);
        _whole = new ShortDigits(whole);
        uint digits = FourDigits((uint)((ulong)scaled - (whole * 10_000ul)));
        _fraction = digits | 0x3030_3030;

        // Up to the last digit that is not zero; where all are, no point either.
        int kept = 4 - (BitOperations.LeadingZeroCount(digits) >> 3);
        _kept = kept > 0 ? kept + 1 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Write(byte* p)
    {
        *p = (byte)'-';
        p = _whole.Write(p + _sign);
        *p = (byte)'.';
        *(uint*)(p + 1) = _fraction;
        return p + _kept;
    }
}

/// <summary>A GUID without quotes.</summary>
internal readonly unsafe struct GuidText
{
    private readonly Vector128<byte> _first;
    private readonly Vector128<byte> _second;
    private readonly uint _rest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GuidText(in Guid value)
    {
        Vector128<byte> bytes = Vector128.ShuffleNative(
            Vector128.LoadUnsafe(ref Unsafe.As<Guid, byte>(ref Unsafe.AsRef(in value))),
            Vector128.Create((byte)3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15));
        Vector128<byte> hex = Vector128.Create("0123456789abcdef"u8);
        Vector128<byte> high = Vector128.ShuffleNative(hex, (bytes.AsUInt16() >> 4).AsByte() & Vector128.Create((byte)0xF));
        Vector128<byte> low = Vector128.ShuffleNative(hex, bytes & Vector128.Create((byte)0xF));
        Vector128<byte> left = System.Runtime.Intrinsics.X86.Sse2.UnpackLow(high, low);
        Vector128<byte> right = System.Runtime.Intrinsics.X86.Sse2.UnpackHigh(high, low);

        // 01234567-89ab-cd|ef-0123-456789ab|cdef: lanes from 128 on are empty, and become hyphens.
        Vector128<byte> hyphens = Vector128.Create((byte)0, 0, 0, 0, 0, 0, 0, 0, (byte)'-', 0, 0, 0, 0, (byte)'-', 0, 0);
        _first = Vector128.Shuffle(left, Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 255, 8, 9, 10, 11, 255, 12, 13)) | hyphens;
        Vector128<byte> middle = Vector128.Shuffle(right, Vector128.Create((byte)255, 255, 255, 0, 1, 2, 3, 255, 4, 5, 6, 7, 8, 9, 10, 11));
        Vector128<byte> seam = Vector128.Shuffle(left, Vector128.Create((byte)14, 15, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255));
        _second = middle | seam | Vector128.Create((byte)0, 0, (byte)'-', 0, 0, 0, 0, (byte)'-', 0, 0, 0, 0, 0, 0, 0, 0);
        _rest = right.AsUInt32().GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Write(byte* p)
    {
        _first.Store(p);
        _second.Store(p + 16);
        *(uint*)(p + 32) = _rest;
        return p + 36;
    }
}

/// <summary>An instant in UTC without quotes, the fraction without trailing zeros.</summary>
internal readonly unsafe struct InstantText
{
    private readonly ulong _date;
    private readonly ulong _dayAndMinute;
    private readonly uint _second;
    private readonly ulong _fraction;
    private readonly int _kept;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public InstantText(DateTimeOffset value)
    {
        DateTime utc = value.UtcDateTime;
        utc.Deconstruct(out int year, out int month, out int day);
        ulong ticks = (ulong)utc.Ticks % TimeSpan.TicksPerDay;
        uint seconds = (uint)(ticks / TimeSpan.TicksPerSecond);
        uint minutes = seconds / 60;
        uint hours = minutes / 60;
        _date = FourDigits((uint)year) | 0x3030_3030 | ((ulong)'-' << 32) | (Pair((uint)month) << 40) | ((ulong)'-' << 56);
        _dayAndMinute = Pair((uint)day) | ((ulong)'T' << 16) | (Pair(hours) << 24) | ((ulong)':' << 40) | (Pair(minutes - (hours * 60)) << 48);
        _second = ':' | ((uint)Pair(seconds - (minutes * 60)) << 8);
        ulong digits = EightDigits((uint)(ticks - (seconds * (ulong)TimeSpan.TicksPerSecond)));
        _kept = 19 + 8 - (BitOperations.LeadingZeroCount(digits) >> 3);
        _fraction = ((digits | 0x3030_3030_3030_3030) & ~0xFFul) | '.';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Write(byte* p)
    {
        *(ulong*)p = _date;
        *(ulong*)(p + 8) = _dayAndMinute;
        *(uint*)(p + 16) = _second;
        *(ulong*)(p + 19) = _fraction;
        p += _kept;
        *p = (byte)'Z';
        return p + 1;
    }
}

/// <summary>A string of 8 to 16 plain ASCII characters; <see cref="IsOther"/> where it is anything else.</summary>
internal readonly unsafe struct ShortText
{
    private readonly ulong _first;
    private readonly ulong _last;
    private readonly int _length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ShortText(string value)
    {
        int length = value.Length;
        if (length is < 8 or > 16)
        {
            IsOther = true;
            return;
        }

        ref ushort s = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value.AsSpan()));
        Vector128<byte> both = Narrow(Vector128.LoadUnsafe(ref s), Vector128.LoadUnsafe(ref s, (nuint)length - 8));
        IsOther = Special(both) != Vector128<byte>.Zero;
        _first = both.AsUInt64().ToScalar();
        _last = both.AsUInt64().GetElement(1);
        _length = length;
    }

    public bool IsOther { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Write(byte* p)
    {
        *(ulong*)p = _first;
        *(ulong*)(p + _length - 8) = _last;
        return p + _length;
    }
}
