using System.Globalization;
using System.Text;
using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events;

/// <summary>Writes <c>bolt-events.md</c>: what people read, a section per type and a table per event.</summary>
internal static class EventMarkdown
{
    public const string FileName = "bolt-events.md";

    /// <param name="project">The project's name.</param>
    /// <param name="events">Its events, by type.</param>
    public static string Write(string project, IReadOnlyList<CatalogueEvent> events)
    {
        var text = new StringBuilder("# Events of ").Append(Plain(project)).Append("\n\nWritten by the build; do not edit.\n");
        var type = "";
        foreach (var one in events)
        {
            if (one.Type != type)
                text.Append("\n## ").Append(Plain(type = one.Type)).Append('\n');
            Event(text, one);
        }

        return text.ToString();
    }

    private static void Event(StringBuilder text, CatalogueEvent one)
    {
        text.Append("\n### ").Append(Plain(one.Name)).Append("\n\n").Append(one.Level);
        if (one.Id is { } id)
            text.Append(", id ").Append(id.ToString(CultureInfo.InvariantCulture));
        if (one.Category.Length > 0)
            text.Append(", category ").Append(Code(one.Category));
        if (one.Line > 0)
            text.Append(", ").Append(Code(one.File + ":" + one.Line.ToString(CultureInfo.InvariantCulture)));
        if (one.Template.Length > 0)
            text.Append(": ").Append(Code(one.Template));
        text.Append('\n');
        if (one.Fields.Count == 0)
            return;

        text.Append("\n| Field | Type | |\n|---|---|---|\n");
        foreach (var field in one.Fields)
            Field(text, CataloguePath.Segment(field.Key), field);
    }

    private static void Field(StringBuilder text, string path, CatalogueField field)
    {
        text.Append("| ").Append(Code(path)).Append(" | ").Append(Type(field)).Append(" | ").Append(Remark(field)).Append(" |\n");
        foreach (var member in field.Members)
            Field(text, CataloguePath.To(path, member.Key), member);
        if (field.Content is { } content)
            Field(text, CataloguePath.ToContent(path, field.Kind), content);
    }

    private static string Type(CatalogueField field)
    {
        var type = EventLine.Name(field.Kind) + (field.Format.Length > 0 ? " (" + field.Format + ")" : "");
        return field.MayBeNull ? type + " or null" : type;
    }

    private static string Remark(CatalogueField field)
    {
        var remarks = new List<string>();
        if (field.IsOptional)
            remarks.Add("may be absent");
        if (field.Redaction.Length > 0)
            remarks.Add("redacted: " + field.Redaction);
        if (field.SameAs.Length > 0)
            remarks.Add("as " + Code(field.SameAs));
        if (field.Names.Count > 0)
            remarks.Add(string.Join(", ", field.Names.Select(Code)));
        return string.Join("; ", remarks);
    }

    private static string Code(string text)
    {
        text = OneLine(text).Replace("|", "\\|");
        return text.IndexOf('`') < 0 ? "`" + text + "`" : "`` " + text + " ``";
    }

    private static string Plain(string text) =>
        OneLine(text).Replace("\\", "\\\\").Replace("_", "\\_").Replace("*", "\\*").Replace("`", "\\`").Replace("<", "\\<").Replace("[", "\\[");

    private static string OneLine(string text) => text.Replace("\r", "").Replace('\n', ' ');
}
