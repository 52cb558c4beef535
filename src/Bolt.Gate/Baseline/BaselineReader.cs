using System.Text;

namespace Bolt.Gate.Baseline;

/// <summary>Reads the baseline: JSON of one shape. Neither the compiler nor MSBuild is sure to bring a JSON library.</summary>
internal sealed class BaselineReader(string text)
{
    private int _position;

    /// <exception cref="FormatException">The text is not a baseline.</exception>
    public IReadOnlyList<BaselineEntry> Read()
    {
        var entries = new List<BaselineEntry>();
        var hasVersion = false;
        Object(name =>
        {
            switch (name)
            {
                case "version":
                    hasVersion = true;
                    if (Number() != 1)
                        throw Error("its version is not 1");
                    break;
                case "allocations":
                    Array(() => entries.Add(Entry()));
                    break;
                default:
                    throw Error($"'{name}' is not known");
            }
        });
        Space();
        if (_position < text.Length)
            throw Error("text follows its end");
        return hasVersion ? entries : throw Error("it has no version");
    }

    private BaselineEntry Entry()
    {
        string? member = null, kind = null;
        var count = 0;
        Object(name =>
        {
            switch (name)
            {
                case "member":
                    member = Text();
                    break;
                case "kind":
                    kind = Text();
                    break;
                case "count":
                    count = Number();
                    break;
                default:
                    throw Error($"'{name}' is not known");
            }
        });
        return member is not null && kind is not null && count > 0
            ? new BaselineEntry(member, kind, count)
            : throw Error("an entry needs a member, a kind and a count above 0");
    }

    private void Object(Action<string> property)
    {
        Expect('{');
        if (Take('}'))
            return;
        do
        {
            var name = Text();
            Expect(':');
            property(name);
        }
        while (Take(','));
        Expect('}');
    }

    private void Array(Action item)
    {
        Expect('[');
        if (Take(']'))
            return;
        do
            item();
        while (Take(','));
        Expect(']');
    }

    private int Number()
    {
        Space();
        var start = _position;
        while (_position < text.Length && text[_position] is >= '0' and <= '9')
            _position++;
        return int.TryParse(text.Substring(start, _position - start), out var number) ? number : throw Error("a number is missing");
    }

    private string Text()
    {
        Expect('"');
        var value = new StringBuilder();
        while (_position < text.Length && text[_position] != '"')
        {
            if (text[_position] == '\\')
                _position++;
            if (_position < text.Length)
                value.Append(text[_position++]);
        }

        if (_position >= text.Length)
            throw Error("a string does not end");
        _position++;
        return value.ToString();
    }

    private void Expect(char character)
    {
        if (!Take(character))
            throw Error($"'{character}' is missing");
    }

    private bool Take(char character)
    {
        Space();
        if (_position >= text.Length || text[_position] != character)
            return false;
        _position++;
        return true;
    }

    private void Space()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
    }

    private FormatException Error(string what)
    {
        var line = 1;
        for (var index = 0; index < _position && index < text.Length; index++)
        {
            if (text[index] == '\n')
                line++;
        }

        return new FormatException($"line {line}: {what}");
    }
}
