using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events;

/// <summary>
/// Writes <c>bolt-events.schema.json</c>: JSON Schema, draft 2020-12, with a definition per event. A record is held to that of the event
/// it names; a record that names none of them is not judged.
/// </summary>
internal sealed class EventSchema
{
    public const string FileName = "bolt-events.schema.json";

    private readonly JsonText _json = new();

    /// <summary>Where the objects of the event at hand are described, by their paths.</summary>
    private readonly Dictionary<string, string> _objects = new(StringComparer.Ordinal);

    private EventSchema()
    {
    }

    public static string Write(IReadOnlyList<CatalogueEvent> events) => new EventSchema().Text(events);

    private string Text(IReadOnlyList<CatalogueEvent> events)
    {
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        _json.Open('{').Property("$schema", "https://json-schema.org/draft/2020-12/schema").Property("type", "object").Next("$defs").Open('{');
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in events)
        {
            var definition = one.Type + "." + one.Name;
            for (var shape = 2; !taken.Add(definition); shape++)
                definition = one.Type + "." + one.Name + "#" + shape;
            if (!names.TryGetValue(one.Name, out var definitions))
                names.Add(one.Name, definitions = []);
            definitions.Add(definition);
            _json.Next(definition);
            Definition(one, definition);
        }

        _json.Close('}').Next("allOf").Open('[');
        foreach (var name in names)
            Choice(name.Key, name.Value);
        if (names.Count == 0)
            _json.Next().Raw("{}");
        return _json.Close(']').Close('}').ToString();
    }

    /// <summary>Events of one name, as overloads are, cannot be told apart: a record is to be one of them.</summary>
    private void Choice(string name, List<string> definitions)
    {
        _json.Next().Open('{');
        _json.Next("if").Open('{').Next("properties").Open('{').Next("event").Open('{').Property("const", name).Close('}').Close('}');
        _json.Property("required", ["event"]).Close('}');
        _json.Next("then").Open('{');
        if (definitions.Count == 1)
        {
            _json.Property("$ref", Reference(definitions[0]));
        }
        else
        {
            _json.Next("anyOf").Open('[');
            foreach (var definition in definitions)
                _json.Next().Open('{').Property("$ref", Reference(definition)).Close('}');
            _json.Close(']');
        }

        _json.Close('}').Close('}');
    }

    private void Definition(CatalogueEvent one, string name)
    {
        var pointer = Reference(name);
        _objects.Clear();
        _json.Open('{').Property("title", one.Name).Property("description", one.Template).Next("properties").Open('{');
        _json.Next("level").Open('{').Property("enum", RecordLevels.Of(one.Level)).Close('}');
        _json.Next("event").Open('{').Property("const", one.Name).Close('}');
        if (one.Id is { } id)
            _json.Next("event_id").Open('{').Property("const", id).Close('}');
        foreach (var field in one.Fields)
            Property(field, CataloguePath.Segment(field.Key), pointer);
        _json.Next("message").Open('{').Property("type", "string").Close('}').Close('}');

        // A record above a mebibyte is cut: fields go.
        List<string> required = [];
        foreach (var field in one.Fields)
        {
            if (!field.IsOptional)
                required.Add(field.Key);
        }

        _json.Property("required", ["level", "message"]);
        if (required.Count > 0)
        {
            _json.Next("if").Open('{').Next("not").Open('{').Property("required", ["truncated"]).Close('}').Close('}');
            _json.Next("then").Open('{').Property("required", required).Close('}');
        }

        _json.Close('}');
    }

    private void Property(CatalogueField field, string path, string pointer)
    {
        _json.Next(field.Key).Open('{');
        Value(field, path, pointer + "/properties/" + Escaped(field.Key));
        _json.Close('}');
    }

    private void Value(CatalogueField field, string path, string pointer)
    {
        switch (field.Kind)
        {
            case JsonKind.Any:
                break;
            case JsonKind.Enum when field.Names.Count > 0:
                _json.Next("anyOf").Open('[');
                _json.Next().Open('{').Property("enum", field.Names).Close('}');
                _json.Next().Open('{');
                Type("integer", field.MayBeNull);
                _json.Close('}').Close(']');
                break;
            case JsonKind.Enum:
                _json.Property("type", field.MayBeNull ? ["string", "integer", "null"] : ["string", "integer"]);
                break;
            case JsonKind.Number when field.Format == "float":
                _json.Next("anyOf").Open('[');
                _json.Next().Open('{');
                Type("number", field.MayBeNull);
                _json.Close('}');
                _json.Next().Open('{').Property("enum", ["NaN", "+Inf", "-Inf"]).Close('}').Close(']');
                break;
            case JsonKind.Object when field.SameAs.Length > 0:
                _json.Property("$ref", _objects[field.SameAs]);
                break;
            default:
                Type(EventLine.Name(field.Kind), field.MayBeNull);
                Content(field, path, pointer);
                break;
        }
    }

    private void Content(CatalogueField field, string path, string pointer)
    {
        if (field.Format is "date-time" or "date" or "uuid")
            _json.Property("format", field.Format);
        if (field.Redaction == "mask")
            _json.Property("const", "***");
        if (field.Content is { } content)
        {
            var inner = CataloguePath.ToContent(path, field.Kind);
            if (field.Kind == JsonKind.Array)
                Elements(content, inner, pointer + "/items");
            else
                Values(content, inner, pointer + "/additionalProperties");
        }
        else if (field.Kind == JsonKind.Object)
        {
            _objects[path] = pointer;
            var keys = new List<string>();
            _json.Next("properties").Open('{');
            foreach (var member in field.Members)
            {
                keys.Add(member.Key);
                Property(member, CataloguePath.To(path, member.Key), pointer);
            }

            _json.Close('}').Property("required", keys).Property("additionalProperties", false);
        }
    }

    private void Elements(CatalogueField content, string path, string pointer)
    {
        _json.Next("items").Open('{');
        Value(content, path, pointer);
        _json.Close('}');
    }

    /// <summary>What a dictionary holds: of a key that is among BoltOptions.RedactedNames the value is masked.</summary>
    private void Values(CatalogueField content, string path, string pointer)
    {
        _json.Next("additionalProperties").Open('{').Next("anyOf").Open('[').Next().Open('{');
        Value(content, path, pointer + "/anyOf/0");
        _json.Close('}').Next().Open('{').Property("const", "***").Close('}').Close(']').Close('}');
    }

    private void Type(string type, bool mayBeNull)
    {
        if (mayBeNull)
            _json.Property("type", [type, "null"]);
        else
            _json.Property("type", type);
    }

    private static string Reference(string definition) => "#/$defs/" + Escaped(definition);

    /// <summary>A name in a JSON pointer that is a fragment of an address.</summary>
    private static string Escaped(string name) => Uri.EscapeDataString(name.Replace("~", "~0").Replace("/", "~1"));
}
