using System.Globalization;
using System.Text;

namespace Bolt.Generators.Emission;

/// <summary>Text as JSON, and as C#.</summary>
internal static class Literals
{
    /// <summary>The inside of a JSON string, as the runtime's encoder writes it: what is not a control character stays as it is, a lone surrogate becomes U+FFFD.</summary>
    public static string Json(string text)
    {
        var json = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append("\\\\"); break;
                case '\b': json.Append("\\b"); break;
                case '\f': json.Append("\\f"); break;
                case '\n': json.Append("\\n"); break;
                case '\r': json.Append("\\r"); break;
                case '\t': json.Append("\\t"); break;
                case < ' ': json.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) json.Append(c).Append(text[++i]);
                    else json.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    break;
            }
        }

        return json.ToString();
    }

    /// <summary>A C# string literal.</summary>
    public static string CSharp(string text)
    {
        var literal = new StringBuilder(text.Length + 8).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"': literal.Append("\\\""); break;
                case '\\': literal.Append("\\\\"); break;
                case '\n': literal.Append("\\n"); break;
                case '\r': literal.Append("\\r"); break;
                case '\t': literal.Append("\\t"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) literal.Append(c).Append(text[++i]);
                    else if (IsPrintable(c)) literal.Append(c);
                    else literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A C# string literal, or <c>null</c>.</summary>
    public static string CSharpOrNull(string? text) => text is null ? "null" : CSharp(text);

    /// <summary>Text for an XML documentation comment; one line.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            switch (c)
            {
                case '<': xml.Append("&lt;"); break;
                case '>': xml.Append("&gt;"); break;
                case '&': xml.Append("&amp;"); break;
                default: xml.Append(IsPrintable(c) ? c : ' '); break;
            }
        }

        return xml.ToString();
    }

    private static bool IsPrintable(char c) =>
        c is >= ' ' and < '\x7f' || (c > '\x9f' && CharUnicodeInfo.GetUnicodeCategory(c) is not
            (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse));
}
