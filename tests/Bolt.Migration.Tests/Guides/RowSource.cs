using System.Text.RegularExpressions;

namespace Bolt.Migration.Tests.Guides;

/// <summary>What the source of a test says about its row.</summary>
internal static partial class RowSource
{
    private const string Marker = "// row: ";

    /// <summary>The titles of a file's rows, in their order.</summary>
    public static string[] Titles(string file) =>
        [.. File.ReadLines(file).Select(static line => line.Trim()).Where(static line => line.StartsWith(Marker, StringComparison.Ordinal)).Select(static line => line[Marker.Length..])];

    /// <summary>The lines between a row's marker and its test: the log methods that it declares.</summary>
    public static IEnumerable<string> Declarations(string file, string title)
    {
        var lines = File.ReadLines(file).Select(static line => line.Trim()).SkipWhile(line => line != Marker + title).ToList();
        if (lines.Count == 0)
            throw new InvalidOperationException($"{file} has no '{Marker}{title}' before the test of that row.");

        return lines.Skip(1).TakeWhile(static line => line is not "[Fact]").Where(static line => line.Length > 0).Select(static line => Access().Replace(line, ""));
    }

    /// <summary>The lines of a lambda's body: those of its block, or its expression as a statement.</summary>
    public static IEnumerable<string> Body(string lambda)
    {
        var body = Head().Replace(lambda, "");
        return body.StartsWith('{') ? Unindented(body[1..^1]) : Unindented(body + ";");
    }

    // The first line of an expression stands behind the lambda's head, so its indentation is not known; the others are indented by one step.
    private static IEnumerable<string> Unindented(string code)
    {
        var lines = code.Split('\n').Where(static line => line.Trim().Length > 0).ToList();
        if (lines.Count == 0)
            return lines;

        var isBlock = lines[0].StartsWith(' ');
        var indentation = lines.Skip(isBlock ? 0 : 1).Select(static line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return lines.Select((line, i) => isBlock ? line[indentation..] : i == 0 ? line : "    " + line[indentation..]);
    }

    [GeneratedRegex(@"\bprivate (?=static|sealed|partial)")]
    private static partial Regex Access();

    [GeneratedRegex(@"^(?:static )?(?:\w+|\([\w, ]*\)) =>\s*")]
    private static partial Regex Head();
}
