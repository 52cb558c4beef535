using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bolt.Testing.Values;

/// <summary>Reads values as types: as System.Text.Json does, but for what Bolt writes in a way of its own.</summary>
internal static class FieldValue
{
    private const int MostCharacters = 200;

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNameCaseInsensitive = true,
        IncludeFields = true,
        MaxDepth = 1024,
        Converters =
        {
            new JsonStringEnumConverter(),
            new DurationConverter(),
            new FloatConverter<double>(),
            new FloatConverter<float>(),
            new FloatConverter<Half>(),
            new BigIntegerConverter(),
            new AddressConverter(),
        },
    };

    /// <summary>Reads a value; false if it is of another type.</summary>
    internal static bool TryRead<T>(JsonElement element, out T? value, out Exception? error)
    {
        bool isRead = TryRead(element, typeof(T), out object? read, out error);
        value = isRead ? (T?)read : default;
        return isRead;
    }

    /// <inheritdoc cref="TryRead{T}(JsonElement, out T, out Exception)"/>
    internal static bool TryRead(JsonElement element, Type type, out object? value, out Exception? error)
    {
        try
        {
            value = element.Deserialize(type, s_options);
            error = null;
            return true;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or FormatException or InvalidOperationException or OverflowException or ArgumentException)
        {
            value = null;
            error = failure;
            return false;
        }
    }

    /// <summary>What a value is, in words, and the value itself.</summary>
    internal static string Describe(JsonElement element)
    {
        string json = element.GetRawText();
        if (json.Length > MostCharacters)
            json = string.Concat(json.AsSpan(0, MostCharacters), "…");

        return element.ValueKind switch
        {
            JsonValueKind.String => $"a string, {json}",
            JsonValueKind.Number => $"a number, {json}",
            JsonValueKind.True or JsonValueKind.False => $"a boolean, {json}",
            JsonValueKind.Array => $"an array, {json}",
            JsonValueKind.Object => $"an object, {json}",
            _ => json,
        };
    }

    /// <summary>A type as a C# author would write it, as far as that is short.</summary>
    internal static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } underlying
        ? underlying.Name + "?"
        : type.IsGenericType ? type.ToString() : type.Name;
}
