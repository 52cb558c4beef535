using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Generators.Parsing;

/// <summary>Maps a place in a constant string's value to its place in the source: through escapes, verbatim and raw literals, and concatenation.</summary>
internal static class TemplateLocation
{
    /// <summary>The location of part of the value of <paramref name="expression"/>; that of the expression where it cannot be told.</summary>
    public static Location Of(ExpressionSyntax expression, int start, int length)
    {
        int offset = 0;
        if (Find(expression, start, length, ref offset) is { } span && span.End <= expression.Span.End) return Location.Create(expression.SyntaxTree, span);
        return expression.GetLocation();
    }

    private static TextSpan? Find(ExpressionSyntax expression, int start, int length, ref int offset)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized: return Find(parenthesized.Expression, start, length, ref offset);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                if (Find(sum.Left, start, length, ref offset) is { } left) return left;
                return offset < 0 ? null : Find(sum.Right, start, length, ref offset);
            case LiteralExpressionSyntax { Token: { Value: string value } token }:
                int from = start - offset;
                if (from >= 0 && from + length <= value.Length) return InToken(token, value, from, length);
                offset += value.Length;
                return null;
            default:
                // A constant of unknown length: nothing behind it can be placed.
                offset = -1_000_000_000;
                return null;
        }
    }

    private static TextSpan? InToken(SyntaxToken token, string value, int start, int length)
    {
        int[]? map = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => token.Text.StartsWith("@", StringComparison.Ordinal) ? Verbatim(token.Text) : Regular(token.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(token.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(token.Text, value),
            _ => null,
        };
        if (map is null || map.Length <= start + length) return null;
        return TextSpan.FromBounds(token.SpanStart + map[start], token.SpanStart + map[start + length]);
    }

    // Each map gives, for every character of the value and for its end, the place in the token's text.

    private static int[] Regular(string text)
    {
        var map = new List<int>(text.Length);
        int i = 1;
        while (i < text.Length - 1)
        {
            map.Add(i);
            if (text[i] != '\\')
            {
                i++;
                continue;
            }

            switch (text[i + 1])
            {
                case 'u': i += 6; break;
                case 'U':
                    // Beyond the basic plane the value has two characters for one escape.
                    if (int.TryParse(text.Substring(i + 2, 8), System.Globalization.NumberStyles.HexNumber, null, out int rune) && rune > 0xffff) map.Add(i);
                    i += 10;
                    break;
                case 'x':
                    i += 2;
                    for (int digits = 0; digits < 4 && Uri.IsHexDigit(text[i]); digits++) i++;
                    break;
                default: i += 2; break;
            }
        }

        map.Add(i);
        return [.. map];
    }

    private static int[] Verbatim(string text)
    {
        var map = new List<int>(text.Length);
        int i = 2;
        while (i < text.Length - 1)
        {
            map.Add(i);
            i += text[i] == '"' ? 2 : 1;
        }

        map.Add(i);
        return [.. map];
    }

    private static int[] Raw(string text)
    {
        int quotes = Quotes(text);
        return Enumerable.Range(quotes, text.Length - (2 * quotes) + 1).ToArray();
    }

    private static int[]? MultiLineRaw(string text, string value)
    {
        // The last line holds nothing but the indentation that every line loses.
        int lastLine = text.LastIndexOf('\n') + 1;
        int indentation = text.Length - Quotes(text) - lastLine;
        int i = text.IndexOf('\n') + 1;
        var map = new List<int>(value.Length + 1);
        while (i > 0 && i < lastLine)
        {
            int end = text.IndexOf('\n', i);
            int content = Math.Min(i + indentation, end > i && text[end - 1] == '\r' ? end - 1 : end);
            for (int c = content; c <= end; c++) map.Add(c);
            i = end + 1;
        }

        // The line break before the last line is not part of the value: its place is the value's end.
        if (map.Count < value.Length + 1) return null;
        map.RemoveRange(value.Length + 1, map.Count - value.Length - 1);
        return [.. map];
    }

    private static int Quotes(string text)
    {
        int quotes = 0;
        while (quotes < text.Length && text[quotes] == '"') quotes++;
        return quotes;
    }
}
