using System.Globalization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>What a page says of the bounds, and of the machine and the runs that they were measured in.</summary>
internal static class BoundsSections
{
    public static string Bounds(Measurements measurements)
    {
        IReadOnlyList<BoundsOverRuns> bounds = BoundsOverRuns.Of(measurements);
        if (bounds.Count == 0)
            return Figure.NotMeasured;

        int runs = Math.Max(1, measurements.Runs.Count);
        var table = new MarkdownTable(["", "bound", .. Enumerable.Range(1, runs).Select(static run => $"run {run}"), "met in"]);
        foreach (BoundsOverRuns bound in bounds)
        {
            IEnumerable<string> values = bound.Bounds.Select(static one => Value(one.Measured)).Concat(Enumerable.Repeat("", runs)).Take(runs);
            string met = bound.Measured == 0 ? Figure.NotMeasured : $"{bound.Met} of {bound.Measured}";
            table.Add([bound.Name, bound.Allowed, .. values, bound.Holds ? met : $"**{met}**"]);
        }

        return table.ToString();
    }

    /// <summary>What does not hold, with the figures.</summary>
    public static string Missed(Measurements measurements)
    {
        IReadOnlyList<BoundsOverRuns> bounds = BoundsOverRuns.Of(measurements);
        BoundsOverRuns[] missed = [.. bounds.Where(static bound => bound.Measured > 0 && !bound.Holds)];
        BoundsOverRuns[] unknown = [.. bounds.Where(static bound => bound.Measured == 0)];
        string[] lines =
        [
            .. missed.Select(static bound => $"- {bound.Name}: {string.Join(", ", bound.Bounds.Where(static one => one.Measured is not null).Select(static one => Value(one.Measured)))}, where {bound.Allowed} was to be reached"),
            .. unknown.Select(static bound => $"- {bound.Name}: {Figure.NotMeasured}"),
        ];
        return bounds.Count == 0 ? Figure.NotMeasured : lines.Length == 0 ? "Every bound holds." : string.Join('\n', lines);
    }

    /// <param name="measurements">With the runs.</param>
    /// <param name="folder">Where their files are, from the page.</param>
    public static string Machine(Measurements measurements, string folder)
    {
        if (measurements.Runs.Count == 0)
            return Figure.NotMeasured;

        var table = new MarkdownTable("run", "ended", "took", "rounds", ".NET", "system", "processor", "processors", "noise");
        foreach ((string name, RunDocument run) in measurements.Runs)
        {
            bool hasRows = run.Rows.Count > 0;
            table.Add(
                $"[{name}]({folder}/{name})",
                Figure.Minute(run.Time),
                string.Create(CultureInfo.InvariantCulture, $"{run.Seconds:0} s"),
                run.Rounds.ToString(CultureInfo.InvariantCulture),
                run.Framework,
                run.System,
                $"{run.Processor}, {run.Architecture}",
                run.Processors.ToString(CultureInfo.InvariantCulture),
                hasRows ? string.Create(CultureInfo.InvariantCulture, $"{run.Noise * 100:0} %{(run.Noise > RunDocument.MostNoise ? ", **inconclusive**" : "")}") : Figure.NotMeasured);
        }

        return table.ToString();
    }

    private static string Value(double? value) => value switch
    {
        null => Figure.None,
        { } measured when measured == Math.Floor(measured) => measured.ToString("#,0", CultureInfo.InvariantCulture),
        { } measured => Figure.Ratio(measured),
    };
}
