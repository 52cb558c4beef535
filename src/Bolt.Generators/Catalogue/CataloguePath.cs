using System.Globalization;
using System.Text;

namespace Bolt.Generators.Catalogue;

/// <summary>How the path to a field is written: <c>lines[]/sku</c>, with what is no plain name as a JSON string.</summary>
internal static class CataloguePath
{
    /// <summary>What follows the path of an array to lead to its elements.</summary>
    public const string Elements = "[]";

    /// <summary>What follows the path of a dictionary to lead to its values.</summary>
    public const string Values = "{}";

    /// <summary>The path to a member.</summary>
    /// <param name="parent">The path of what holds it; empty for a field of the record.</param>
    /// <param name="key">Its key.</param>
    public static string To(string parent, string key) => parent.Length == 0 ? Segment(key) : parent + "/" + Segment(key);

    /// <summary>The path to what a collection holds.</summary>
    public static string ToContent(string path, JsonKind collection) => path + (collection == JsonKind.Array ? Elements : Values);

    /// <summary>A name as a segment of a path.</summary>
    public static string Segment(string name)
    {
        var isPlain = name.Length > 0;
        foreach (var c in name)
            isPlain &= char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '+' or '`' or '@' or '$';
        return isPlain ? name : Quoted(name);
    }

    private static string Quoted(string name)
    {
        var text = new StringBuilder(name.Length + 2).Append('"');
        foreach (var c in name)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (EventText.IsUnsafe(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }
}
