using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bolt.Testing.Values;

/// <summary>Floating-point numbers, of which three are no numbers in JSON: <c>"NaN"</c>, <c>"+Inf"</c>, <c>"-Inf"</c>.</summary>
internal sealed class FloatConverter<T> : JsonConverter<T>
    where T : struct, IFloatingPointIeee754<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString() switch
            {
                "NaN" => T.NaN,
                "+Inf" => T.PositiveInfinity,
                "-Inf" => T.NegativeInfinity,
                _ => throw new JsonException("A text is no number."),
            };
        }

        if (reader.TokenType != JsonTokenType.Number)
            throw new JsonException("It is no number.");

        return T.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (T.IsFinite(value))
            writer.WriteRawValue(Encoding.UTF8.GetBytes(value.ToString(null, CultureInfo.InvariantCulture)));
        else
            writer.WriteStringValue(T.IsNaN(value) ? "NaN" : T.IsPositive(value) ? "+Inf" : "-Inf");
    }
}
