using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.Generators;

/// <summary><c>generator</c>: what a keystroke and a build cost because of the generator, next to the generators of the peers.</summary>
internal static class GeneratorCommand
{
    private const double MostBytes = 6e6;
    private const double MostTimeRatio = 0.25;
    private const double MostBytesRatio = 0.35;

    private static readonly string[] s_notes =
    [
        "each edit parses one file, replaces it in the compilation and runs the driver; the same driver options for all; a generator's output is checked to compile and to follow each edit",
        "'a new driver' is the first run of a new driver for a compilation in which nothing is bound yet, in a process where everything is compiled; a build pays it once",
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        GeneratorOptions options;
        try
        {
            options = GeneratorOptions.Parse(arguments);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        var time = Stopwatch.StartNew();
        var skipped = new List<string>();
        var projects = new Dictionary<GeneratorKind, GeneratorProject>();
        foreach (GeneratorKind kind in options.Generators)
        {
            try
            {
                projects.Add(kind, new GeneratorProject(kind));
            }
            catch (FileNotFoundException missing)
            {
                skipped.Add($"{kind.Title()}: {missing.Message}");
            }
        }

        Console.WriteLine("| 1,000 log methods in 100 files, 500 other files | generator | ms | MB allocated | time ÷ ZLogger | bytes ÷ ZLogger |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var run = new InterleavedEdits(projects);
        run.WarmUp();
        var rows = new List<GeneratorRow>();
        foreach (EditKind? edit in options.Edits.Select(static edit => (EditKind?)edit).Append(null))
        {
            IReadOnlyList<GeneratorRow> measured = run.Run(edit, options.Rounds);
            rows.AddRange(measured);
            foreach (GeneratorRow row in measured)
                Print(row);
        }

        return Report<GeneratorRow>.Of("generator", options.Rounds, time.Elapsed, rows, Bounds(rows), skipped, s_notes).Finish(options.Output);
    }

    private static List<Bound> Bounds(List<GeneratorRow> rows)
    {
        var bounds = new List<Bound>();
        foreach (GeneratorRow row in rows.Where(static row => row.Generator == GeneratorKind.Bolt && row.Edit is not null))
        {
            if (row.TimeRatio is { } time && row.BytesRatio is { } bytes)
            {
                bounds.Add(new Bound($"{row.Edit!.Value.Title()}: time ÷ ZLogger's generator", time.Median, MostTimeRatio));
                bounds.Add(new Bound($"{row.Edit!.Value.Title()}: bytes ÷ ZLogger's generator", bytes.Median, MostBytesRatio));
            }

            if (row.Edit == EditKind.UnrelatedFile)
            {
                var tracked = new GeneratorProject(GeneratorKind.Bolt, isTracked: true);
                tracked.Edit(EditKind.UnrelatedFile);
                bounds.Add(new Bound($"{EditKind.UnrelatedFile.Title()}: Bolt's outputs not cached", tracked.OutputsNotCached(), 0));
                bounds.Add(new Bound($"{EditKind.UnrelatedFile.Title()}: MB allocated", row.Bytes.Median / 1e6, MostBytes / 1e6));
            }
        }

        return bounds;
    }

    private static void Print(GeneratorRow row) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Edit?.Title() ?? "a new driver"} | {row.Generator.Title()} | {Text(row.Milliseconds, 1)} | {Text(row.Bytes, 1e-6)} | {Text(row.TimeRatio)} | {Text(row.BytesRatio)} |"));

    private static string Text(Spread? spread, double factor = 1) => spread is not { } value
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{value.Median * factor:0.00} ({value.Least * factor:0.00}–{value.Most * factor:0.00})");
}
