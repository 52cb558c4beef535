using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bolt.Generators.Model;

namespace Bolt.Generators.Parsing;

/// <summary>A piece of a template: text, or a hole.</summary>
/// <param name="text">The text with braces unescaped, or the hole's name.</param>
/// <param name="isHole">Whether it is a hole.</param>
/// <param name="start">Where it begins in the template.</param>
/// <param name="length">How long it is there.</param>
internal readonly struct TemplateSegment(string text, bool isHole, int start, int length)
{
    public string Text { get; } = text;

    public bool IsHole { get; } = isHole;

    public int Start { get; } = start;

    public int Length { get; } = length;

    public int Alignment { get; init; }

    public string? Format { get; init; }
}

/// <summary>Reads message templates as Microsoft.Extensions.Logging does.</summary>
internal sealed class TemplateParser
{
    // A literal of an unchanged file is the same string object after each keystroke.
    private static readonly ConditionalWeakTable<string, TemplateParser> s_known = new();

    // The limit of composite formatting.
    private const int MaxAlignment = 999_999;

    private static readonly char[] s_braces = ['{', '}'];

    private readonly string _template;
    private Matched? _matched;

    private TemplateParser(string template) => _template = template;

    /// <summary>The pieces, in order; incomplete if there is an <see cref="Error"/>.</summary>
    public List<TemplateSegment> Segments { get; } = [];

    /// <summary>What is wrong; null if nothing is.</summary>
    public string? Error { get; private set; }

    public int ErrorStart { get; private set; }

    public int ErrorLength { get; private set; }

    public static TemplateParser Parse(string template) => s_known.GetValue(template, static t =>
    {
        var parser = new TemplateParser(t);
        parser.Run();
        return parser;
    });

    /// <summary>The message, given for each segment the index of its parameter.</summary>
    public EquatableArray<MessagePart> Message(int[] holes)
    {
        // Almost always the same parameters as the last time: then the same array, which compares equal at a glance.
        if (_matched is { } known && known.Holes.AsSpan().SequenceEqual(holes)) return known.Message;
        var parts = new MessagePart[holes.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            TemplateSegment segment = Segments[i];
            parts[i] = segment.IsHole ? new MessagePart("", holes[i], segment.Alignment, segment.Format) : new MessagePart(segment.Text);
        }

        _matched = new Matched(holes, parts);
        return parts;
    }

    private void Run()
    {
        StringBuilder? unescaped = null;
        int textStart = 0;
        int from = 0;
        int i = 0;
        while ((i = _template.IndexOfAny(s_braces, i)) >= 0)
        {
            char brace = _template[i];
            if (i + 1 < _template.Length && _template[i + 1] == brace)
            {
                (unescaped ??= new StringBuilder()).Append(_template, from, i + 1 - from);
                from = i += 2;
                continue;
            }

            if (brace == '}')
            {
                Fail("'}' has no '{' before it; write '}}' for a brace", i, 1);
                return;
            }

            int close = _template.IndexOfAny(s_braces, i + 1);
            if (close < 0 || _template[close] == '{')
            {
                Fail("'{' is not closed; write '{{' for a brace", i, 1);
                return;
            }

            AddText(unescaped, textStart, from, i);
            unescaped = null;
            if (!AddHole(i, close)) return;
            textStart = from = i = close + 1;
        }

        AddText(unescaped, textStart, from, _template.Length);
    }

    private void AddText(StringBuilder? unescaped, int start, int from, int end)
    {
        if (start == end) return;
        string text = unescaped is null ? _template.Substring(start, end - start) : unescaped.Append(_template, from, end - from).ToString();
        Segments.Add(new TemplateSegment(text, isHole: false, start, end - start));
    }

    private bool AddHole(int open, int close)
    {
        int nameStart = open + 1;
        if (_template[nameStart] is '@' or '$') nameStart++;
        int nameEnd = nameStart;
        while (nameEnd < close && _template[nameEnd] is not (',' or ':')) nameEnd++;
        string name = _template.Substring(nameStart, nameEnd - nameStart).Trim();
        int length = close + 1 - open;
        if (name.Length == 0) return Fail("a hole has no name", open, length);

        int alignment = 0;
        int at = nameEnd;
        if (_template[at] == ',')
        {
            int end = _template.IndexOf(':', at, close - at);
            if (end < 0) end = close;
            string text = _template.Substring(at + 1, end - at - 1);
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out alignment)
                || alignment is < -MaxAlignment or > MaxAlignment)
            {
                return Fail("the alignment '" + text.Trim() + "' is not a number from -999999 to 999999", open, length);
            }

            at = end;
        }

        string? format = at + 1 < close ? _template.Substring(at + 1, close - at - 1) : null;
        Segments.Add(new TemplateSegment(name, isHole: true, open, length) { Alignment = alignment, Format = format });
        return true;
    }

    private bool Fail(string error, int start, int length)
    {
        (Error, ErrorStart, ErrorLength) = (error, start, length);
        return false;
    }

    private sealed class Matched(int[] holes, EquatableArray<MessagePart> message)
    {
        public int[] Holes { get; } = holes;

        public EquatableArray<MessagePart> Message { get; } = message;
    }
}
