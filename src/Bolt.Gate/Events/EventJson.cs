using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events;

/// <summary>Writes <c>bolt-events.json</c>: what programs read.</summary>
internal static class EventJson
{
    public const string FileName = "bolt-events.json";

    public static string Write(IReadOnlyList<CatalogueEvent> events)
    {
        var json = new JsonText();
        json.Open('{').Property("version", 1).Next("events").Open('[');
        foreach (var one in events)
            Event(json, one);
        return json.Close(']').Close('}').ToString();
    }

    private static void Event(JsonText json, CatalogueEvent one)
    {
        json.Next().Open('{').Property("name", one.Name);
        if (one.Id is { } id)
            json.Property("id", id);
        json.Property("level", one.Level).Property("type", one.Type).Property("method", one.Method);
        if (one.Category.Length > 0)
            json.Property("category", one.Category);
        json.Property("template", one.Template);
        if (one.Line > 0)
            json.Property("file", one.File).Property("line", one.Line);
        Fields(json, "fields", one.Fields);
        json.Close('}');
    }

    private static void Fields(JsonText json, string name, IReadOnlyList<CatalogueField> fields)
    {
        json.Next(name).Open('[');
        foreach (var field in fields)
        {
            json.Next().Open('{').Property("key", field.Key);
            Value(json, field);
            if (field.IsOptional)
                json.Property("optional", true);
            json.Close('}');
        }

        json.Close(']');
    }

    private static void Value(JsonText json, CatalogueField field)
    {
        json.Property("type", EventLine.Name(field.Kind));
        if (field.Format.Length > 0)
            json.Property("format", field.Format);
        if (field.MayBeNull)
            json.Property("null", true);
        if (field.Redaction.Length > 0)
            json.Property("redaction", field.Redaction);
        if (field.Names.Count > 0)
            json.Property("names", field.Names);
        if (field.SameAs.Length > 0)
            json.Property("sameAs", field.SameAs);
        if (field.Content is { } content)
        {
            json.Next(field.Kind == JsonKind.Array ? "elements" : "values").Open('{');
            Value(json, content);
            json.Close('}');
        }
        else if (field.Kind == JsonKind.Object && field.SameAs.Length == 0)
        {
            Fields(json, "members", field.Members);
        }
    }
}
