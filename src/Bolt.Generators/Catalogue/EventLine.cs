using System.Globalization;

namespace Bolt.Generators.Catalogue;

/// <summary>
/// A line of <c>LogEvents.Shipped.txt</c> and <c>LogEvents.Unshipped.txt</c>: an event with its level and id, or a field with its type.
/// </summary>
/// <param name="Key">What the line is about: <c>Shop.Log/Paid</c>, <c>Shop.Log/Paid/lines[]/sku</c>.</param>
/// <param name="Value">What is said of it: <c>Information 17</c>, <c>string mask</c>.</param>
internal sealed record EventLine(string Key, string Value)
{
    /// <summary>The line.</summary>
    public override string ToString() => Key + " " + Value;

    /// <summary>The lines of an event, its own first.</summary>
    public static List<EventLine> Of(CatalogueEvent one)
    {
        var key = CataloguePath.Segment(one.Type) + "/" + CataloguePath.Segment(one.Name);
        var value = one.Id is { } id ? one.Level + " " + id.ToString(CultureInfo.InvariantCulture) : one.Level;
        var lines = new List<EventLine> { new(key, value) };
        foreach (var field in one.Fields)
            Add(lines, CataloguePath.To(key, field.Key), field);
        return lines;
    }

    /// <summary>What a line says of a field.</summary>
    public static string Describe(CatalogueField field)
    {
        var text = Name(field.Kind);
        if (field.Format.Length > 0)
            text += "(" + field.Format + ")";
        if (field.IsNullable)
            text += "?";
        if (field.SameAs.Length > 0)
            text += " as " + field.SameAs;
        return field.Redaction.Length > 0 ? text + " " + field.Redaction : text;
    }

    public static string Name(JsonKind kind) => kind switch
    {
        JsonKind.Boolean => "boolean",
        JsonKind.Integer => "integer",
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.Enum => "enum",
        JsonKind.Array => "array",
        JsonKind.Object => "object",
        _ => "any",
    };

    private static void Add(List<EventLine> lines, string key, CatalogueField field)
    {
        lines.Add(new EventLine(key, Describe(field)));
        foreach (var member in field.Members)
            Add(lines, CataloguePath.To(key, member.Key), member);
        if (field.Content is { } content)
            Add(lines, CataloguePath.ToContent(key, field.Kind), content);
    }
}
