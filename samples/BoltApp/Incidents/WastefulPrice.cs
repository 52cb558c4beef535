using System.Globalization;
using System.Text;

namespace BoltApp.Incidents;

/// <summary>A value whose text is made by way of strings: what a hurried change puts on a hot path.</summary>
internal readonly struct WastefulPrice(decimal amount) : IUtf8SpanFormattable
{
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = string.Format(CultureInfo.InvariantCulture, "{0} {1}", amount, "EUR");
        return Encoding.UTF8.TryGetBytes(text, utf8Destination, out bytesWritten);
    }
}
