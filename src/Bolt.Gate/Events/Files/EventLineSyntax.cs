using System.Globalization;
using System.Text.RegularExpressions;
using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Events.Files;

/// <summary>Reads a line back, and takes keys apart.</summary>
internal static class EventLineSyntax
{
    private static readonly Regex s_field = new(
        @"^(boolean|integer|number|string|enum|array|object|any)(\([a-z0-9-]+\))?\??( as \S.*?)?( (mask|last4|hash|classified))?$",
        RegexOptions.CultureInvariant);

    /// <summary>The line; null if it is none.</summary>
    public static EventLine? Parse(string text)
    {
        var end = Find(text, ' ', 0);
        if (end <= 0 || end == text.Length)
            return null;

        var line = new EventLine(text.Substring(0, end), text.Substring(end + 1));
        var eventEnd = EventEnd(line.Key);
        if (eventEnd < 0 || Array.Exists(Segments(line.Key), static segment => segment.Length == 0))
            return null;
        return (eventEnd == line.Key.Length ? IsEvent(line.Value) : s_field.IsMatch(line.Value)) ? line : null;
    }

    /// <summary>The type that a key begins with.</summary>
    public static string TypeOf(string key) => key.Substring(0, Find(key, '/', 0));

    /// <summary>The event that a key begins with, type included.</summary>
    public static string EventOf(string key) => key.Substring(0, EventEnd(key));

    public static bool IsEvent(EventLine line) => EventEnd(line.Key) == line.Key.Length;

    /// <summary>The key of what holds a field: its event, an object, or a collection.</summary>
    public static string ParentOf(string key)
    {
        if (key.EndsWith(CataloguePath.Elements, StringComparison.Ordinal) || key.EndsWith(CataloguePath.Values, StringComparison.Ordinal))
            return key.Substring(0, key.Length - 2);

        var slash = 0;
        for (var next = Find(key, '/', 0); next < key.Length; next = Find(key, '/', next + 1))
            slash = next;
        return key.Substring(0, slash);
    }

    /// <summary>A name or path for a message: without the event before it, and without quotes.</summary>
    public static string Display(string key)
    {
        var end = EventEnd(key);
        var shown = key.Substring(end == key.Length ? Find(key, '/', 0) + 1 : end + 1);
        return shown.Replace("\"", "");
    }

    private static bool IsEvent(string value)
    {
        var space = value.IndexOf(' ');
        var level = space < 0 ? value : value.Substring(0, space);
        return Array.IndexOf(CatalogueEvent.Levels, level) >= 0
            && (space < 0 || int.TryParse(value.Substring(space + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
    }

    /// <summary>Where the event's part of a key ends; -1 if it names none.</summary>
    private static int EventEnd(string key)
    {
        var type = Find(key, '/', 0);
        return type == key.Length ? -1 : Find(key, '/', type + 1);
    }

    private static string[] Segments(string key)
    {
        var segments = new List<string>();
        for (var start = 0; start <= key.Length;)
        {
            var end = Find(key, '/', start);
            segments.Add(key.Substring(start, end - start));
            start = end + 1;
        }

        return segments.ToArray();
    }

    /// <summary>Where a character first stands outside of quotes; the length if nowhere.</summary>
    private static int Find(string text, char wanted, int from)
    {
        var isQuoted = false;
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '"')
                isQuoted = !isQuoted;
            else if (isQuoted && text[i] == '\\')
                i++;
            else if (!isQuoted && text[i] == wanted)
                return i;
        }

        return text.Length;
    }
}
