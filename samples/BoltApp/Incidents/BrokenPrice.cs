namespace BoltApp.Incidents;

/// <summary>A value that has no text: formatting it throws.</summary>
internal readonly struct BrokenPrice : IUtf8SpanFormattable
{
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        throw new InvalidOperationException("The price has no currency.");
}
