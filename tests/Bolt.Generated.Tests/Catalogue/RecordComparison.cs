using System.Text.Json;
using Bolt.Gate.Events;
using Bolt.Generators.Catalogue;

namespace Bolt.Generated.Tests.Catalogue;

/// <summary>Compares a record with what the catalogue says of its event: every key, in its order, and every value.</summary>
internal static class RecordComparison
{
    private static readonly HashSet<string> s_parts =
    [
        "time", "level", "category", "event_id", "event", "error", "error_type", "error_stack", "thread_id", "call_site", "trace_id", "span_id",
        "truncated", "message", "scopes",
    ];

    /// <summary>What differs; null if nothing does.</summary>
    /// <param name="record">The record.</param>
    /// <param name="one">What the catalogue says.</param>
    /// <param name="bound">The keys of fields that were bound to the logger.</param>
    public static string? Difference(JsonElement record, CatalogueEvent one, IReadOnlySet<string> bound)
    {
        if (!RecordLevels.Of(one.Level).Contains(record.GetProperty("level").GetString()))
            return "the level";
        if (record.TryGetProperty("event_id", out JsonElement id) && id.GetInt32() != one.Id)
            return "the id";
        if (record.TryGetProperty("error", out _) && !one.Fields.Any(static field => field.Key == "error"))
            return "the error";

        // The exception has its place in the record whatever the order of the parameters.
        CatalogueField[] fields = [.. one.Fields.Where(static field => field.Key != "error")];
        var objects = new Dictionary<string, CatalogueField>(StringComparer.Ordinal);
        foreach (CatalogueField field in fields)
            Collect(field, CataloguePath.Segment(field.Key), objects);

        JsonProperty[] written = [.. record.EnumerateObject().Where(property => !s_parts.Contains(property.Name) && (fields.Any(field => field.Key == property.Name) || !bound.Contains(property.Name)))];
        return Members(written, fields, objects, record.TryGetProperty("truncated", out _));
    }

    private static string? Members(JsonProperty[] written, IReadOnlyList<CatalogueField> fields, Dictionary<string, CatalogueField> objects, bool isCut)
    {
        int at = 0;
        foreach (CatalogueField field in fields)
        {
            if (at == written.Length || written[at].Name != field.Key)
            {
                if (!field.IsOptional && !isCut)
                    return $"'{field.Key}' is missing";
                continue;
            }

            if (Value(written[at++].Value, field, objects) is { } difference)
                return $"'{field.Key}': {difference}";
        }

        return at < written.Length ? $"'{written[at].Name}' is not known, or not there" : null;
    }

    private static string? Value(JsonElement value, CatalogueField field, Dictionary<string, CatalogueField> objects)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return field.MayBeNull || field.Kind == JsonKind.Any ? null : "null";

        switch (field.Kind)
        {
            case JsonKind.Any:
                return null;
            case JsonKind.Boolean:
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "no boolean";
            case JsonKind.Integer:
                return value.ValueKind == JsonValueKind.Number && !value.GetRawText().AsSpan().ContainsAny(".eE") ? null : "no integer";
            case JsonKind.Number:
                return value.ValueKind == JsonValueKind.Number || (field.Format == "float" && Text(value) is "NaN" or "+Inf" or "-Inf") ? null : "no number";
            case JsonKind.Enum:
                return value.ValueKind == JsonValueKind.Number || (Text(value) is { } text && (field.Names.Count == 0 || field.Names.Contains(text))) ? null : "no name";
            case JsonKind.String:
                return value.ValueKind == JsonValueKind.String && HasFormat(value, field) ? null : "no " + EventLine.Describe(field);
            case JsonKind.Array:
                return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(element => Value(element, field.Content!, objects)).FirstOrDefault(static difference => difference is not null) : "no array";
            default:
                CatalogueField described = field.SameAs.Length > 0 ? objects[field.SameAs] : field;
                if (value.ValueKind != JsonValueKind.Object)
                    return "no object";
                return described.Content is { } content
                    ? value.EnumerateObject().Where(static property => Text(property.Value) != "***").Select(property => Value(property.Value, content, objects)).FirstOrDefault(static difference => difference is not null)
                    : Members([.. value.EnumerateObject()], described.Members, objects, isCut: false);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool HasFormat(JsonElement value, CatalogueField field)
    {
        string text = value.GetString()!;
        return (field.Redaction, field.Format) switch
        {
            ("mask", _) => text == "***",
            ("last4", _) => text.StartsWith("***", StringComparison.Ordinal) && text.Length <= 7,
            ("hash", _) => text.Length == 16 && text.All(char.IsAsciiHexDigitLower),
            (_, "uuid") => value.TryGetGuid(out _),
            (_, "date-time") => value.TryGetDateTimeOffset(out _),
            (_, "date") => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            (_, "time") => TimeOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
            (_, "base64") => value.TryGetBytesFromBase64(out _),
            (_, "hex") => text.All(char.IsAsciiHexDigitLower),
            _ => true,
        };
    }

    private static void Collect(CatalogueField field, string path, Dictionary<string, CatalogueField> objects)
    {
        if (field is { Kind: JsonKind.Object, SameAs: "" })
            objects[path] = field;
        foreach (CatalogueField member in field.Members)
            Collect(member, CataloguePath.To(path, member.Key), objects);
        if (field.Content is { } content)
            Collect(content, CataloguePath.ToContent(path, field.Kind), objects);
    }
}
