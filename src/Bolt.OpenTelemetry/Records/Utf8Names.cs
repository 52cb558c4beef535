using System.Text;
using System.Text.Json;

namespace Bolt.OpenTelemetry.Records;

/// <summary>The strings of names that come again and again: keys, categories, events. Bounded: of two names that fall on one place the later stays.</summary>
internal sealed class Utf8Names
{
    private const int Places = 1024;
    private const int MaxLength = 256;

    private readonly (byte[] Utf8, string Text)[] _names = new (byte[] Utf8, string Text)[Places];

    /// <summary>The text of the reader's key or string.</summary>
    internal string NameOf(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped || reader.ValueSpan.Length > MaxLength)
            return reader.GetString()!;

        ReadOnlySpan<byte> utf8 = reader.ValueSpan;
        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref (byte[] Utf8, string Text) place = ref _names[hash.ToHashCode() & (Places - 1)];
        if (place.Utf8 is null || !utf8.SequenceEqual(place.Utf8))
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return place.Text;
    }
}
