using System.Globalization;
using System.Text;

namespace Bolt.Gate.Events;

/// <summary>Writes indented JSON. MSBuild is not sure to bring a JSON library.</summary>
internal sealed class JsonText
{
    private const string Spaces = "                                                                ";

    private readonly StringBuilder _text = new(4096);
    private int _depth;
    private bool _isFirst = true;

    public JsonText Open(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
        return this;
    }

    public JsonText Close(char bracket)
    {
        _depth--;
        if (!_isFirst)
            NewLine();
        _text.Append(bracket);
        _isFirst = false;
        return this;
    }

    /// <summary>Begins a property, or an element where there is no name.</summary>
    public JsonText Next(string? name = null)
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        NewLine();
        if (name is not null)
            Quote(name)._text.Append(": ");
        return this;
    }

    public JsonText Property(string name, string value) => Next(name).Quote(value);

    public JsonText Property(string name, int value)
    {
        Next(name)._text.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public JsonText Property(string name, bool value) => Next(name).Raw(value ? "true" : "false");

    /// <summary>Strings in one line.</summary>
    public JsonText Property(string name, IReadOnlyList<string> values)
    {
        Next(name)._text.Append('[');
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
                _text.Append(", ");
            Quote(values[i]);
        }

        _text.Append(']');
        return this;
    }

    public JsonText Raw(string json)
    {
        _text.Append(json);
        return this;
    }

    public override string ToString() => _text.Append('\n').ToString();

    private void NewLine() => _text.Append('\n').Append(Spaces, 0, Math.Min(2 * _depth, Spaces.Length));

    private JsonText Quote(string value)
    {
        _text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                _text.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                _text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                _text.Append(c);
        }

        _text.Append('"');
        return this;
    }
}
