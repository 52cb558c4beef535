using System.Globalization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Reports;

/// <summary>The percentiles of single calls, a line a candidate.</summary>
internal static class PacedPlot
{
    private const int Width = 860;
    private const int Height = 420;
    private const int Left = 70;
    private const int Right = 540;
    private const int Top = 40;
    private const int Bottom = Height - 40;
    private const int Step = 16;

    private static readonly (string Name, Func<PacedRow, double> Value)[] s_percentiles =
    [
        ("p50", static row => row.P50.Median),
        ("p99", static row => row.P99.Median),
        ("p99.9", static row => row.P999.Median),
        ("p99.99", static row => row.P9999.Median),
    ];

    private static readonly string[] s_peers = ["#c9742c", "#b08800", "#d1477a", "#a371f7", "#0d9488", "#e5534b", "#8d7b68", "#6e7ff3"];

    /// <returns>Null where it was not measured.</returns>
    public static string? Draw(RunDocument? run, Route route)
    {
        PacedRow[] rows = [.. run?.Paced?.Where(row => row.Route == route) ?? []];
        double[] values = [.. rows.SelectMany(static row => s_percentiles.Select(percentile => percentile.Value(row)))];
        if (rows.Length == 0 || values.Min() <= 0)
            return null;

        string where = route == Route.BackgroundNull ? "to a stream that discards" : "to a file";
        var image = new SvgImage(
            Width, Height, string.Create(CultureInfo.InvariantCulture, $"{rows[0].EventsPerSecond:#,0} events a second, {where}: ns a call (logarithmic)"));
        var scale = new LogScale(values, Bottom, Top);
        foreach (double power in scale.Powers)
        {
            image.Line(Left, scale.PlaceOf(power), Right, scale.PlaceOf(power), SvgImage.Ink, 0.5, "2 3");
            image.Text(Left - 8, scale.PlaceOf(power) + 4, "end", power.ToString("#,0.##", CultureInfo.InvariantCulture));
        }

        for (int i = 0; i < s_percentiles.Length; i++)
            image.Text(PlaceOf(i), Bottom + 20, "middle", s_percentiles[i].Name);

        // The names stand beside the ends of their lines, from above, each below the one before.
        double name = Top - Step;
        int peers = 0;
        string[] colours = [.. rows.Select(row => row.Candidate == CandidateKind.Limit ? SvgImage.Limit : row.Candidate.IsPeer() ? s_peers[peers++ % s_peers.Length] : SvgImage.Bolt)];
        foreach ((PacedRow row, string colour) in rows.Zip(colours).OrderByDescending(static pair => pair.First.P9999.Median))
        {
            double[] places = [.. s_percentiles.Select(percentile => scale.PlaceOf(percentile.Value(row)))];
            string? dashes = row.Candidate == CandidateKind.BoltCoarse ? "5 3" : null;
            for (int i = 0; i < places.Length; i++)
            {
                if (i > 0)
                    image.Line(PlaceOf(i - 1), places[i - 1], PlaceOf(i), places[i], colour, row.Candidate.IsPeer() ? 1.5 : 2.5, dashes);

                image.Dot(PlaceOf(i), places[i], colour);
            }

            name = Math.Max(name + Step, places[^1]);
            image.Line(Right - 30, places[^1], Right + 10, name, colour, 0.5);
            image.Text(Right + 14, name + 4, "start", row.Candidate.Title(), colour);
        }

        return image.ToString();
    }

    private static double PlaceOf(int percentile) => Left + 40 + (percentile * (Right - Left - 70) / (s_percentiles.Length - 1.0));
}
