using System.Text.RegularExpressions;

namespace Bolt.Operations.Tests.Runbook;

/// <summary>A fenced block of ops/runbook.md.</summary>
/// <param name="Line">The line of its fence.</param>
/// <param name="Kind">What stands behind the fence: the language, and what can be done with it.</param>
/// <param name="Text">Its lines, unindented.</param>
/// <param name="Expected">What its output must match, where it is run.</param>
internal sealed record RunbookBlock(int Line, string Kind, string Text, string? Expected);

/// <summary>ops/runbook.md, taken apart.</summary>
internal static partial class RunbookPage
{
    public static string Text { get; } = File.ReadAllText(Repository.PathOf("ops", "runbook.md"));

    public static IReadOnlyList<RunbookBlock> Blocks { get; } =
    [
        .. Fence().Matches(Text).Select(static match => new RunbookBlock(
            Text.AsSpan(0, match.Index).Count('\n') + 1,
            match.Groups["kind"].Value,
            string.Join('\n', match.Groups["text"].Value.Split('\n').Select(line => line.StartsWith(match.Groups["indent"].Value, StringComparison.Ordinal) ? line[match.Groups["indent"].Length..] : line)),
            match.Groups["expected"].Success ? match.Groups["expected"].Value : null)),
    ];

    /// <summary>Every fence that there is, whether or not the blocks were understood.</summary>
    public static int FenceCount => Text.Split('\n').Count(static line => line.TrimStart().StartsWith("```", StringComparison.Ordinal));

    public static IReadOnlyList<string> Anchors { get; } = [.. Heading().Matches(Text).Select(static match => AnchorOf(match.Groups["title"].Value))];

    /// <summary>As GitHub makes them.</summary>
    private static string AnchorOf(string title) => NoAnchor().Replace(title.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"(?:^ *<!-- expect: (?<expected>.*) -->\n)?^(?<indent> *)```(?<kind>[^\n]*)\n(?<text>(?:.*\n)*?)^ *```$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
