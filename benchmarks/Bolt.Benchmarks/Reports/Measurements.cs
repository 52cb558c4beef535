using Bolt.Benchmarks.CodeSize;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Generators;
using Bolt.Benchmarks.PackageSize;
using Bolt.Benchmarks.Startup;

namespace Bolt.Benchmarks.Reports;

/// <summary>All that a folder holds of what was measured. A file that is not there was not measured.</summary>
/// <param name="Runs">Runs of <c>compare</c>, with their names, in order.</param>
/// <param name="Merged">The same as one; null where there is none.</param>
/// <param name="Generator">Of <c>generator</c>.</param>
/// <param name="Startups">Of <c>startup</c>: just in time, ahead of time, or both.</param>
/// <param name="CodeSize">Of <c>code-size</c>.</param>
/// <param name="PackageSize">Of <c>package-size</c>.</param>
/// <param name="Diagnostics">Of <c>diagnostics</c>.</param>
/// <param name="Features">Of <c>features</c>.</param>
internal sealed record Measurements(
    IReadOnlyList<(string Name, RunDocument Run)> Runs,
    RunDocument? Merged,
    Report<GeneratorRow>? Generator,
    IReadOnlyList<Report<StartupRow>> Startups,
    Report<CodeSizeRow>? CodeSize,
    Report<PackageSizeRow>? PackageSize,
    Report<FigureRow>? Diagnostics,
    Report<FigureRow>? Features)
{
    private const int MostRuns = 3;

    /// <exception cref="InvalidDataException">A file cannot be used; the message names it and says why.</exception>
    public static Measurements Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"'{folder}' is no folder.");

        var runs = new List<(string Name, RunDocument Run)>();
        for (int number = 1; number <= MostRuns; number++)
        {
            string name = $"compare-{number}.json";
            if (!File.Exists(Path.Combine(folder, name)))
                continue;

            RunDocument run = RunDocument.Load(Path.Combine(folder, name));
            if (run.Planted is { } plant)
                throw new InvalidDataException($"'{Path.Combine(folder, name)}' was measured with '--plant {plant}': it says nothing of Bolt.");

            runs.Add((name, run));
        }

        return new Measurements(
            runs,
            runs.Count == 0 ? null : MergedRun.Of([.. runs.Select(static one => one.Run)]),
            Find<GeneratorRow>(folder, "generator"),
            [.. new[] { Find<StartupRow>(folder, "startup"), Find<StartupRow>(folder, "startup", "startup-aot") }.OfType<Report<StartupRow>>()],
            Find<CodeSizeRow>(folder, "code-size"),
            Find<PackageSizeRow>(folder, "package-size"),
            Find<FigureRow>(folder, "diagnostics"),
            Find<FigureRow>(folder, "features"));
    }

    /// <summary>The bounds of everything but <c>compare</c>: each of one run.</summary>
    public IEnumerable<Bound> OtherBounds() =>
    [
        .. Generator?.Bounds ?? [],
        .. Startups.SelectMany(static startup => startup.Bounds),
        .. CodeSize?.Bounds ?? [],
        .. PackageSize?.Bounds ?? [],
        .. Diagnostics?.Bounds ?? [],
        .. Features?.Bounds ?? [],
    ];

    private static Report<TRow>? Find<TRow>(string folder, string kind, string? name = null)
    {
        string path = Path.Combine(folder, $"{name ?? kind}.json");
        return File.Exists(path) ? Report<TRow>.Load(path, kind) : null;
    }
}
