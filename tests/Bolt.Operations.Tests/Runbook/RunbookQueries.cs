namespace Bolt.Operations.Tests.Runbook;

/// <summary>A query that the runbook gives.</summary>
/// <param name="What">The comment before it, or its name.</param>
/// <param name="Expression">The query.</param>
internal sealed record RunbookQuery(string What, string Expression);

/// <summary>The queries of ops/runbook.md and of scripts/promql.sh.</summary>
internal static class RunbookQueries
{
    public static IReadOnlyList<RunbookQuery> Working => [.. In("promql"), .. Scripted()];

    /// <summary>Those of the original that cannot work; the comment begins with how.</summary>
    public static IReadOnlyList<RunbookQuery> Broken => In("promql broken");

    private static RunbookQuery[] In(string kind) =>
    [
        .. RunbookPage.Blocks.Where(block => block.Kind == kind)
            .SelectMany(static block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Chunk(2))
            .Select(static pair => new RunbookQuery(pair[0].TrimStart('#', ' '), pair[1])),
    ];

    private static RunbookQuery[] Scripted()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("scripts", "promql.sh"));
        int start = Array.FindIndex(lines, static line => line.Contains("<<'TABLE'", StringComparison.Ordinal)) + 1;
        return
        [
            .. lines[start..].TakeWhile(static line => line != "TABLE").Select(static line =>
            {
                string[] parts = line.Split('|', 3);
                return new RunbookQuery(parts[0], parts[2]);
            }),
        ];
    }
}
