using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.CodeFixes.Allocation;

/// <summary>A format of <c>string.Format</c>, taken apart: <c>"{0,5:N2} of {1}"</c>.</summary>
internal sealed class CompositeFormat
{
    private readonly List<(string? Text, int Index, string Suffix)> _parts = [];

    private CompositeFormat()
    {
    }

    /// <summary>Which arguments the holes take, in their order.</summary>
    public IEnumerable<int> Indexes => _parts.Where(static part => part.Text is null).Select(static part => part.Index);

    /// <summary>Reads a format; null if it is malformed, or written in a way that an interpolated string is not.</summary>
    public static CompositeFormat? TryParse(string format)
    {
        var parsed = new CompositeFormat();
        var text = new StringBuilder();
        for (var position = 0; position < format.Length; position++)
        {
            var letter = format[position];
            if (letter is '{' or '}' && position + 1 < format.Length && format[position + 1] == letter)
            {
                text.Append(letter);
                position++;
            }
            else if (letter == '}')
            {
                return null;
            }
            else if (letter != '{')
            {
                text.Append(letter);
            }
            else
            {
                var end = format.IndexOf('}', position);
                if (end < 0 || (end + 1 < format.Length && format[end + 1] == '}' && format.IndexOf(':', position, end - position) >= 0))
                    return null;

                var hole = format.Substring(position + 1, end - position - 1);
                var digits = 0;
                while (digits < hole.Length && hole[digits] is >= '0' and <= '9')
                    digits++;
                var suffix = hole.Substring(digits);
                if (!int.TryParse(hole.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || !IsSuffix(suffix))
                    return null;

                parsed._parts.Add((text.ToString(), 0, ""));
                parsed._parts.Add((null, index, suffix));
                text.Clear();
                position = end;
            }
        }

        parsed._parts.Add((text.ToString(), 0, ""));
        return parsed;
    }

    /// <summary>The interpolated string with values in the holes.</summary>
    public ExpressionSyntax Interpolate(IReadOnlyList<ExpressionSyntax> values)
    {
        var source = new StringBuilder("$\"");
        foreach (var (text, index, suffix) in _parts)
        {
            if (text is null)
                source.Append('{').Append(Hole(values[index])).Append(suffix).Append('}');
            else
                source.Append(Escaped(text));
        }

        return SyntaxFactory.ParseExpression(source.Append('"').ToString());
    }

    private static string Escaped(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text.Replace("{", "{{").Replace("}", "}}"), quote: true);
        return literal.Substring(1, literal.Length - 2);
    }

    /// <summary>An expression as it may stand in a hole.</summary>
    public static string Hole(ExpressionSyntax value)
    {
        var text = value.WithoutTrivia().ToString();
        return Expressions.WithoutParentheses(value) is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax or PredefinedTypeSyntax or InvocationExpressionSyntax }
            || value is ParenthesizedExpressionSyntax
            ? text
            : "(" + text + ")";
    }

    /// <summary>An alignment and a format as they may stand in an interpolated string too.</summary>
    private static bool IsSuffix(string suffix)
    {
        var colon = suffix.IndexOf(':');
        var alignment = colon < 0 ? suffix : suffix.Substring(0, colon);
        var isAligned = alignment.Length == 0
            || (alignment[0] == ',' && int.TryParse(alignment.Substring(1), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out _));
        return isAligned && (colon < 0 || (colon + 1 < suffix.Length && suffix.IndexOfAny(['{', '\\', '"', '\n', '\r'], colon) < 0));
    }
}
