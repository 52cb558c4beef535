using System.Text.RegularExpressions;

namespace Bolt.Migration.Tests.Lines;

/// <summary>
/// Replaces what is another in every run: times and the ids of spans by dots, how long sampling left calls out by 0 seconds, and in names
/// of files today's date by that of the pages.
/// </summary>
internal static partial class Changing
{
    public static string[] Hidden(IEnumerable<string> lines) => [.. lines.Select(static line => Seconds().Replace(Values().Replace(line, "\"${key}\":\"…\""), "${before}0"))];

    /// <summary>The lines of each file in a folder, after the file's name.</summary>
    public static string[] Files(string folder) =>
    [
        .. Directory.GetFiles(folder).Order(StringComparer.Ordinal).SelectMany(static file => Hidden(File.ReadLines(file)).Select(line => $"{Days().Replace(Path.GetFileName(file), "20261123")}: {line}")),
    ];

    [GeneratedRegex("\"(?<key>@t|time|timestamp|@timestamp|@sp|span_id|span\\.id)\":\"[^\"]*\"")]
    private static partial Regex Values();

    [GeneratedRegex("(?<before>\"seconds\":| were left out in )[0-9.]+")]
    private static partial Regex Seconds();

    [GeneratedRegex("20[0-9]{2}-?[01][0-9]-?[0-3][0-9]")]
    private static partial Regex Days();
}
