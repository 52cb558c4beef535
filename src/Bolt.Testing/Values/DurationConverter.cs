using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bolt.Testing.Values;

/// <summary><see cref="TimeSpan"/>: a whole number of nanoseconds, more than a long holds.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    private const int NanosecondsPerTick = 100;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        decimal nanoseconds = reader.GetDecimal();
        return nanoseconds % NanosecondsPerTick == 0
            ? new TimeSpan(decimal.ToInt64(nanoseconds / NanosecondsPerTick))
            : throw new JsonException("A TimeSpan holds whole steps of 100 nanoseconds.");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue((decimal)value.Ticks * NanosecondsPerTick);
}
