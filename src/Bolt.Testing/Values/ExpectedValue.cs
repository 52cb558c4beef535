using System.Collections;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.Json;

namespace Bolt.Testing.Values;

/// <summary>Compares what was recorded with what a test expects.</summary>
internal static class ExpectedValue
{
    private static readonly HashSet<Type> s_numbers =
    [
        typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(nint), typeof(nuint),
        typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Half), typeof(float), typeof(double), typeof(decimal),
    ];

    /// <summary>Whether a recorded value is the expected one.</summary>
    internal static bool Matches(JsonElement actual, object? expected)
    {
        switch (expected)
        {
            case null:
                return actual.ValueKind == JsonValueKind.Null;
            case JsonElement json:
                return JsonElement.DeepEquals(actual, json);
            case string text:
                return actual.ValueKind == JsonValueKind.String && actual.ValueEquals(text);
            case byte[] bytes:
                return actual.ValueKind == JsonValueKind.String && (actual.ValueEquals(Convert.ToBase64String(bytes)) || actual.ValueEquals(Convert.ToHexStringLower(bytes)));
            case IDictionary table:
                return MatchesObject(actual, table);
            case IEnumerable sequence:
                return MatchesArray(actual, sequence);
        }

        // The framework's own addresses, the loopback one for example, are of a type derived from it.
        Type type = expected is IPAddress ? typeof(IPAddress) : expected.GetType();
        if (actual.ValueKind == JsonValueKind.Number && s_numbers.Contains(type))
            return MatchesNumber(actual, (IFormattable)expected);

        return FieldValue.TryRead(actual, type, out object? value, out _) && expected.Equals(value);
    }

    /// <summary>An expected value as text, for messages.</summary>
    internal static string Text(object? expected) => expected switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        byte[] bytes => $"\"{Convert.ToBase64String(bytes)}\"",
        IDictionary table => $"{{{string.Join(", ", table.Keys.Cast<object>().Select(key => $"{key}: {Text(table[key])}"))}}}",
        IEnumerable sequence => $"[{string.Join(", ", sequence.Cast<object?>().Select(Text))}]",
        _ => expected.ToString() ?? "",
    };

    private static bool MatchesNumber(JsonElement actual, IFormattable expected)
    {
        bool isFinite = expected switch { double number => double.IsFinite(number), float number => float.IsFinite(number), Half number => Half.IsFinite(number), _ => true };
        return isFinite && JsonElement.DeepEquals(actual, JsonElement.Parse(expected.ToString(null, CultureInfo.InvariantCulture)));
    }

    private static bool MatchesArray(JsonElement actual, IEnumerable expected)
    {
        if (actual.ValueKind != JsonValueKind.Array)
            return false;

        int index = 0;
        foreach (object? element in expected)
        {
            if (index >= actual.GetArrayLength() || !Matches(actual[index++], element))
                return false;
        }

        return index == actual.GetArrayLength();
    }

    private static bool MatchesObject(JsonElement actual, IDictionary expected)
    {
        if (actual.ValueKind != JsonValueKind.Object || actual.GetPropertyCount() != expected.Count)
            return false;

        foreach (DictionaryEntry entry in expected)
        {
            string key = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            if (!actual.TryGetProperty(key, out JsonElement value) || !Matches(value, entry.Value))
                return false;
        }

        return true;
    }
}
