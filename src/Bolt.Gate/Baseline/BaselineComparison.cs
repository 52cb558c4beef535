namespace Bolt.Gate.Baseline;

/// <summary>What a baseline excuses of the findings, and what of it no longer holds.</summary>
internal sealed class BaselineComparison
{
    public BaselineComparison(AllocationBaseline baseline, IEnumerable<GateFinding> findings)
    {
        var counts = new Dictionary<(string, string), int>();
        var reported = new List<GateFinding>();
        foreach (var finding in findings)
        {
            if (finding.Excuse is not null)
                continue;

            var key = (finding.Member, KindName(finding));
            counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
            reported.Add(finding);
        }

        foreach (var finding in reported)
        {
            // Where the count grew nobody can say which is the new one.
            if (counts[(finding.Member, KindName(finding))] <= baseline.Count(finding.Member, KindName(finding)))
                Excused.Add(finding);
            else
                Reported.Add(finding);
        }

        foreach (var entry in baseline.Entries)
        {
            if (!counts.TryGetValue((entry.Member, entry.Kind), out var count) || count < entry.Count)
                Stale.Add((entry, count));
        }
    }

    public List<GateFinding> Reported { get; } = [];

    public List<GateFinding> Excused { get; } = [];

    /// <summary>The entries that allow more than there is, with what there is.</summary>
    public List<(BaselineEntry Entry, int Count)> Stale { get; } = [];

    /// <summary>The baseline that excuses exactly these findings.</summary>
    public static AllocationBaseline Of(IEnumerable<GateFinding> findings)
    {
        var counts = new Dictionary<(string Member, string Kind), int>();
        foreach (var finding in findings)
        {
            if (finding.Excuse is not null)
                continue;
            var key = (finding.Member, KindName(finding));
            counts[key] = counts.TryGetValue(key, out var count) ? count + 1 : 1;
        }

        var entries = new List<BaselineEntry>();
        foreach (var pair in counts)
            entries.Add(new BaselineEntry(pair.Key.Member, pair.Key.Kind, pair.Value));
        return new AllocationBaseline(entries);
    }

    private static string KindName(GateFinding finding)
    {
        var name = finding.Kind.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
