using System.Globalization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Reports;

/// <summary>Nanoseconds an event until flushed, a bar a candidate, with the least and the greatest round.</summary>
internal static class SustainedPlot
{
    private const int Width = 760;
    private const int Left = 300;
    private const int Right = 690;
    private const int Top = 40;
    private const int Step = 26;

    /// <returns>Null where it was not measured.</returns>
    public static string? Draw(RunDocument? run, Route route, Workload workload)
    {
        Row[] rows = [.. run?.Rows.Where(row => row.Route == route && row.Workload == workload).OrderBy(static row => row.Candidate) ?? Enumerable.Empty<Row>()];
        if (rows.Length == 0 || !rows.All(static row => row.Flushed.Least > 0))
            return null;

        int bottom = Top + (rows.Length * Step);
        string where = route == Route.BackgroundNull ? "to a stream that discards" : "to a file";
        var image = new SvgImage(Width, bottom + 40, $"{ComparisonSections.Title(workload)}, {where}: ns an event until flushed (logarithmic)");
        var scale = new LogScale([.. rows.SelectMany(static row => new[] { row.Flushed.Least, row.Flushed.Most })], Left, Right);
        foreach (double power in scale.Powers)
        {
            image.Line(scale.PlaceOf(power), Top, scale.PlaceOf(power), bottom, SvgImage.Ink, 0.5, "2 3");
            image.Text(scale.PlaceOf(power), bottom + 18, "middle", power.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        for (int i = 0; i < rows.Length; i++)
        {
            Row row = rows[i];
            double middle = Top + (i * Step) + (Step / 2.0);
            string colour = row.Candidate == CandidateKind.Limit ? SvgImage.Limit : row.Candidate.IsPeer() ? SvgImage.Peer : SvgImage.Bolt;
            image.Text(Left - 8, middle + 4, "end", row.Candidate.Title());
            image.Bar(Left, middle - 8, scale.PlaceOf(row.Flushed.Median) - Left, 16, colour);
            image.Line(scale.PlaceOf(row.Flushed.Least), middle, scale.PlaceOf(row.Flushed.Most), middle, SvgImage.Ink, 2);
            image.Text(Right + 8, middle + 4, "start", Figure.Time(row.Flushed.Median));
        }

        return image.ToString();
    }
}
