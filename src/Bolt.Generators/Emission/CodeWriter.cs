using System.Text;

namespace Bolt.Generators.Emission;

/// <summary>Builds source text, indented, with <c>\n</c> line ends on every system.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new(4096);
    private int _depth;

    public void Line() => _text.Append('\n');

    public void Line(string text)
    {
        // Preprocessor lines stand at the margin.
        if (text.Length == 0 || text[0] != '#') _text.Append(' ', _depth * 4);
        _text.Append(text).Append('\n');
    }

    public void Open(string text)
    {
        Line(text);
        Open();
    }

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close(string after = "")
    {
        _depth--;
        Line("}" + after);
    }

    public override string ToString() => _text.ToString();
}
