using System.Text;
using Bolt.Analyzers.Logging;

namespace Bolt.CodeFixes.Logging;

/// <summary>Names a log method after the words of its message: <c>User {Id} logged in from {City}</c> is <c>UserLoggedIn</c>.</summary>
internal static class EventWords
{
    private const int MaxWords = 5;

    private static readonly HashSet<string> s_fillers = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "ms", "s" };

    // Of these, one that stands before a hole says something of the value, not of the event.
    private static readonly HashSet<string> s_links = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "to", "from", "in", "at", "on", "for", "with", "by", "via", "as", "after", "and", "or", "than", "because", "within", "into", "under", "over", "per", "id",
    };

    /// <summary>Names for the method, best first, none of them a keyword; the last can be numbered.</summary>
    public static IEnumerable<string> Names(ConvertibleCall call)
    {
        if (call.EventName is { } given && Word(given) is { Length: > 0 } named)
            yield return named;

        var brief = new List<string>();
        var all = new List<string>();
        Read(call.Template, brief, all);
        if (brief.Count > 0)
            yield return Join(brief);

        yield return all.Count > 0 ? Join(all) : "Event";
    }

    private static void Read(string template, List<string> brief, List<string> all)
    {
        var word = new StringBuilder();
        var isOver = false;
        string? link = null;
        for (var i = 0; i <= template.Length; i++)
        {
            var c = i < template.Length ? template[i] : '\0';
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
                continue;
            }

            if (c == '\'' && word.Length > 0)
                continue;

            AddWord();
            if (c == '{' && i + 1 < template.Length && template[i + 1] != '{')
            {
                var close = template.IndexOf('}', i);
                var end = template.IndexOfAny([',', ':', '}'], i);
                all.Add(Word(template.Substring(i + 1, end - i - 1)));
                link = null;
                i = close;
            }
            else if (c is '{' or '}')
            {
                i++;
            }
            else if (c is '.' or ';' or ':' or '(' && brief.Count > 1)
            {
                isOver = true;
            }
        }

        AddLink();

        void AddWord()
        {
            if (word.Length == 0)
                return;

            var text = word.ToString();
            word.Clear();
            all.Add(Word(text));
            AddLink();
            if (isOver || s_fillers.Contains(text))
                return;

            if (s_links.Contains(text))
                link = text;
            else
                Add(text);
        }

        void AddLink()
        {
            if (link is not null && !isOver)
                Add(link);

            link = null;
        }

        void Add(string text)
        {
            if (brief.Count < MaxWords)
                brief.Add(Word(text));
        }
    }

    private static string Join(List<string> words)
    {
        var name = new StringBuilder();
        for (var i = 0; i < words.Count && i < MaxWords + 3; i++)
            name.Append(words[i]);

        if (name.Length == 0)
            return "Event";

        return char.IsDigit(name[0]) ? "Event" + name : name.ToString();
    }

    private static string Word(string text)
    {
        var word = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                word.Append(word.Length == 0 ? char.ToUpperInvariant(c) : c);
        }

        return word.ToString();
    }
}
