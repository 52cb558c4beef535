using System.Globalization;

namespace Bolt.Runtime;

/// <summary>
/// Names a field by the expression in a hole, as the fix of BOLT2001 names the holes of a template: <c>order.Customer.Name</c> is
/// <c>CustomerName</c>, <c>GetTotal()</c> is <c>Total</c>. Reads C# as the compiler has accepted it; what it cannot follow has no name.
/// </summary>
internal sealed class ExpressionName
{
    private static readonly HashSet<string> s_types =
        ["bool", "byte", "char", "decimal", "double", "float", "int", "long", "object", "sbyte", "short", "string", "uint", "ulong", "ushort"];

    /// <summary>Words that begin an expression with parentheses, of which only a member has a name.</summary>
    private static readonly HashSet<string> s_operators = ["typeof", "sizeof", "default", "checked", "unchecked"];

    private static readonly HashSet<string> s_others =
        ["true", "false", "null", "throw", "stackalloc", "ref", "delegate", "static"];

    private readonly string _text;
    private int _at;

    /// <summary>What the last step is called where the next one can put it before its own name; empty if it cannot.</summary>
    private string _owner = "";

    private ExpressionName(string text)
    {
        _text = text;
    }

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The variable that the expression is, parentheses and <c>!</c> aside; null if it is anything else.</summary>
    internal static string? Variable(string expression)
    {
        ReadOnlySpan<char> text = expression.AsSpan().Trim();
        while (true)
        {
            if (text is [.., '!'])
                text = text[..^1].TrimEnd();
            else if (text is ['(', .. var inner, ')'])
                text = inner.Trim();
            else
                break;
        }

        bool isVerbatim = text is ['@', ..];
        if (isVerbatim)
            text = text[1..];

        if (text.IsEmpty || !IsStart(text[0]))
            return null;

        foreach (char c in text)
        {
            if (!IsPart(c))
                return null;
        }

        string name = text.ToString();
        return isVerbatim || !IsKeyword(name) ? name : null;
    }

    /// <summary>A name for the expression; null if it has none.</summary>
    internal static string? Of(string expression)
    {
        var reader = new ExpressionName(expression);
        string? name = reader.Operand();
        reader.SkipTrivia();
        return reader._at == expression.Length && name is { Length: > 0 } ? name : null;
    }

    /// <summary>The last word in the expression, whatever stands behind it.</summary>
    [ZeroAlloc]
    internal static ReadOnlySpan<char> LastWord(string expression)
    {
        int end = expression.Length;
        while (end > 0 && !IsPart(expression[end - 1]))
            end--;

        int start = end;
        while (start > 0 && IsPart(expression[start - 1]))
            start--;

        return expression.AsSpan(start, end - start).TrimStart('_');
    }

    private string? Operand()
    {
        SkipTrivia();
        _owner = "";
        if (Next == '(')
            return Parenthesized();

        if (Next is not '@' && !IsStart(Next))
            return null;

        bool isVerbatim = Next == '@';
        string word = Word();
        if (isVerbatim)
            return word.Length == 0 ? null : Steps(_owner = Pascal(word));

        if (word == "await")
            return Operand();

        if (word == "new")
            return Steps(Created());

        if (s_others.Contains(word))
            return null;

        if (s_operators.Contains(word))
        {
            SkipTrivia();
            return Next == '(' && Skip() ? Steps("") : null;
        }

        if (word is "this" or "base" || s_types.Contains(word))
            return Steps("");

        return Steps(_owner = Pascal(word));
    }

    /// <summary>A cast, or an expression in parentheses.</summary>
    private string? Parenthesized()
    {
        int start = _at + 1;
        if (!Skip())
            return null;

        string inner = _text[start..(_at - 1)];
        int end = _at;
        SkipTrivia();
        if (Next is '(' or '@' or '"' || (IsStart(Next) && !IsOperatorWord()))
            return Operand();

        _at = end;
        return Steps(Of(inner) ?? "");
    }

    private bool IsOperatorWord()
    {
        int at = _at;
        string word = Word();
        _at = at;
        return word is "is" or "as" or "switch" or "with" or "and" or "or";
    }

    private string Created()
    {
        SkipTrivia();
        string type = IsStart(Next) ? Word() : "";
        SkipTrivia();
        if (Next == '<')
            SkipTypeArguments();

        SkipTrivia();
        if (Next == '(')
            Skip();

        SkipTrivia();
        if (Next == '{')
            Skip();
        else if (Next is '.' or '[')
            type = "";

        return type;
    }

    /// <summary>What follows an operand: members, calls, elements.</summary>
    /// <param name="name">The operand's name.</param>
    private string? Steps(string name)
    {
        // Of a call of ToString the name is that of what is made text.
        string target = "";
        bool isNamed = _owner.Length > 0;
        while (true)
        {
            SkipTrivia();
            switch (Next)
            {
                case '?' when _at + 1 < _text.Length && _text[_at + 1] == '.':
                    _at += 2;
                    (target, name) = (name, name + Member());
                    isNamed = true;
                    break;
                case '.' when _at + 1 < _text.Length && _text[_at + 1] != '.':
                    _at++;
                    string owner = _owner;
                    (target, name) = (name, owner + Member());
                    isNamed = true;
                    break;
                case ':' when _at + 1 < _text.Length && _text[_at + 1] == ':':
                    _at += 2;
                    Member();
                    (_owner, name, isNamed) = ("", "", false);
                    break;
                case '(':
                    name = !isNamed ? "" : _owner == "ToString" && target.Length > 0 ? target : WithoutGet(_owner);
                    (_owner, isNamed) = ("", false);
                    if (!Skip())
                        return null;

                    break;
                case '[':
                case '?' when _at + 1 < _text.Length && _text[_at + 1] == '[':
                    _at += Next == '?' ? 1 : 0;
                    (_owner, isNamed) = ("", false);
                    if (!Skip())
                        return null;

                    break;
                case '!' when _at + 1 == _text.Length || _text[_at + 1] != '=':
                    _at++;
                    (_owner, isNamed) = ("", false);
                    break;
                case '+' or '-' when _at + 1 < _text.Length && _text[_at + 1] == Next:
                    _at += 2;
                    (_owner, isNamed) = ("", false);
                    break;
                case '<' when isNamed && SkipTypeArguments():
                    break;
                default:
                    return name;
            }
        }
    }

    private string Member()
    {
        SkipTrivia();
        return _owner = Pascal(Word());
    }

    private string Word()
    {
        if (Next == '@')
            _at++;

        int start = _at;
        while (_at < _text.Length && IsPart(_text[_at]))
            _at++;

        return _text[start.._at];
    }

    private void SkipTrivia()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
                continue;
            }

            ReadOnlySpan<char> rest = _text.AsSpan(_at);
            string? end = rest.StartsWith("//") ? "\n" : rest.StartsWith("/*") ? "*/" : null;
            if (end is null)
                return;

            int found = rest[2..].IndexOf(end);
            _at = found < 0 ? _text.Length : _at + 2 + found + end.Length;
        }
    }

    /// <summary>Skips what a bracket encloses, the brackets included; false if it is not closed.</summary>
    private bool Skip()
    {
        int depth = 0;
        while (_at < _text.Length)
        {
            switch (_text[_at++])
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    if (--depth == 0)
                        return true;

                    break;
                case '"' or '\'':
                    SkipLiteral(_text[_at - 1]);
                    break;
            }
        }

        return false;
    }

    /// <summary>Skips a string or character; in a verbatim one a backslash is a character like any other.</summary>
    private void SkipLiteral(char quote)
    {
        bool isVerbatim = _at >= 2 && (_text[_at - 2] == '@' || (_at >= 3 && _text[_at - 2] == '$' && _text[_at - 3] == '@'));
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            if (c == '\\' && !isVerbatim)
                _at++;
            else if (c == quote)
                return;
        }
    }

    /// <summary>Skips <c>&lt;…&gt;</c> if it is a list of types and not a comparison.</summary>
    private bool SkipTypeArguments()
    {
        int start = _at;
        int depth = 0;
        for (; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            if (c == '<')
            {
                depth++;
            }
            else if (c == '>')
            {
                if (--depth > 0)
                    continue;

                _at++;
                SkipTrivia();
                if (Next is '(' or '.' or '{' or '\0')
                    return true;

                break;
            }
            else if (!IsPart(c) && !char.IsWhiteSpace(c) && c is not ('.' or ',' or '?' or '[' or ']' or '(' or ')' or ':' or '@'))
            {
                break;
            }
        }

        _at = start;
        return false;
    }

    private static bool IsKeyword(string word) =>
        word is "this" or "base" or "new" || s_types.Contains(word) || s_operators.Contains(word) || s_others.Contains(word);

    private static string WithoutGet(string name) =>
        name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]) ? name[3..] : name;

    private static string Pascal(string name)
    {
        name = name.TrimStart('_');
        return name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => IsStart(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
}
