using System.Text.RegularExpressions;
using Bolt.Tests.Shared;

namespace Bolt.Migration.Tests.Guides;

/// <summary>A page of docs/migrating: its tables stand between <c>&lt;!-- rows: TestClass --&gt;</c> and <c>&lt;!-- /rows --&gt;</c>.</summary>
internal sealed partial class GuidePage(string name)
{
    private readonly string _path = System.IO.Path.Combine(Folder, name + ".md");

    public static string Folder => Repository.PathOf("docs", "migrating");

    /// <summary>The names of all pages that have tables.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.md").Where(static file => Marker().IsMatch(File.ReadAllText(file))).Select(static file => System.IO.Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    /// <summary>The names of the test classes that the page's tables name.</summary>
    public IEnumerable<string> Tables => Marker().Matches(File.ReadAllText(_path)).Select(static match => match.Groups["table"].Value);

    /// <summary>The rows of a table, without its head.</summary>
    public IReadOnlyList<string> Rows(string table)
    {
        var match = Find(table);
        return match.Groups["rows"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Puts a row into a table, in the place of the one of the same title, in the given order of titles.</summary>
    public void Accept(string table, string row, string[] titles)
    {
        var rows = Rows(table).Where(other => TitleOf(other) != TitleOf(row)).Append(row)
            .Where(other => titles.Contains(TitleOf(other)))
            .OrderBy(other => Array.IndexOf(titles, TitleOf(other)));
        var place = Find(table).Groups["rows"];
        var text = File.ReadAllText(_path);
        File.WriteAllText(_path, text[..place.Index] + string.Concat(rows.Select(static line => line + "\n")) + text[(place.Index + place.Length)..]);
    }

    public static string TitleOf(string row) => row.Split('|')[1].Trim();

    private Match Find(string table)
    {
        foreach (Match match in Marker().Matches(File.ReadAllText(_path)))
        {
            if (match.Groups["table"].Value == table)
                return match;
        }

        throw new InvalidOperationException($"{_path} has no table '<!-- rows: {table} -->'.");
    }

    [GeneratedRegex(@"^<!-- rows: (?<table>\w+) -->\n\|.*\|\n\|[-|]*\|\n(?<rows>(?:\|.*\|\n)*)<!-- /rows -->$", RegexOptions.Multiline)]
    private static partial Regex Marker();
}
