using System.Text.RegularExpressions;

namespace Bolt.Package.Tests.Documentation;

/// <summary>A fenced block of C# in a page, with the comment before it that says where its text comes from.</summary>
/// <param name="Page">The page's path, from the root of the repository.</param>
/// <param name="Line">The line of the fence.</param>
/// <param name="Source">What the comment says: <c>snippet: path#name</c> or <c>generated: method</c>; empty if there is none.</param>
/// <param name="Text">The code.</param>
internal sealed partial record CodeBlock(string Page, int Line, string Source, string Text)
{
    /// <summary>The pages for users and contributors. The rules' pages are tested with the rules.</summary>
    public static IEnumerable<string> Pages =>
    [
        .. Directory.GetFiles(Repository.Root, "*.md").Select(page => Path.GetFileName(page)!),
        .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(page => "docs/" + Path.GetFileName(page)),
        .. Directory.GetFiles(Repository.PathOf("docs", "contributing"), "*.md").Select(page => "docs/contributing/" + Path.GetFileName(page)),
    ];

    public static IEnumerable<CodeBlock> In(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        foreach (Match match in Fence().Matches(text))
            yield return new CodeBlock(page, text.AsSpan(0, match.Index).Count('\n') + 1, match.Groups["source"].Value, match.Groups["code"].Value);
    }

    /// <summary>Writes other text into the page in this block's place.</summary>
    public void Accept(string text)
    {
        string path = Repository.PathOf(Page);
        string fence = $"<!-- {Source} -->\n```csharp\n";
        File.WriteAllText(path, File.ReadAllText(path).Replace($"{fence}{Text}```", $"{fence}{text}```", StringComparison.Ordinal));
    }

    public override string ToString() => $"{Page}({Line})";

    [GeneratedRegex(@"(?:^<!-- (?<source>.*) -->\n)?^```csharp\n(?<code>(?:.*\n)*?)```$", RegexOptions.Multiline)]
    private static partial Regex Fence();
}
