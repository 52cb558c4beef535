using System.Diagnostics;

namespace BoltApp.Incidents;

/// <summary>A value whose text takes its time.</summary>
internal readonly struct SlowPrice(decimal amount, int microseconds) : IUtf8SpanFormattable
{
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMicroseconds < microseconds)
            Thread.SpinWait(20);

        return amount.TryFormat(utf8Destination, out bytesWritten, format, provider);
    }
}
