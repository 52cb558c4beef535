using System.Globalization;
using Bolt.Benchmarks.CodeSize;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Generators;
using Bolt.Benchmarks.PackageSize;
using Bolt.Benchmarks.Startup;

namespace Bolt.Benchmarks.Reports;

/// <summary>The tables of what the commands besides <c>compare</c> measured, each with what its reader has to know.</summary>
internal static class OtherSections
{
    public static string Generator(Report<GeneratorRow>? report)
    {
        var table = new MarkdownTable("1,000 log methods in 100 files, 500 other files", "generator", "ms", "MB allocated", "time ÷ ZLogger's", "bytes ÷ ZLogger's");
        foreach (GeneratorRow row in report?.Rows ?? [])
        {
            table.Add(
                row.Edit?.Title() ?? "a new driver",
                row.Generator.Title(),
                Figure.Time(row.Milliseconds),
                Figure.Time(row.Bytes.Median * 1e-6),
                row.TimeRatio is { } time ? Figure.Ratio(time) : Figure.None,
                row.BytesRatio is { } bytes ? Figure.Ratio(bytes.Median) : Figure.None);
        }

        return Section(report, table);
    }

    public static string Startup(IReadOnlyList<Report<StartupRow>> reports)
    {
        if (reports.Count == 0)
            return Figure.NotMeasured;

        IEnumerable<string> sections = reports.Select(static report =>
        {
            var table = new MarkdownTable("compiled", "", "ms to the first byte", "ms until flushed", "ms, the process", "first byte ÷ ZLogger's", "÷ Serilog's");
            foreach (StartupRow row in report.Rows)
            {
                table.Add(
                    row.Compilation == Compilation.Jit ? "while it runs" : "ahead of time",
                    row.Candidate.Title(),
                    Figure.Time(row.FirstByte.Times(1e-3)),
                    Figure.Time(row.Flushed.Times(1e-3)),
                    Figure.Time(row.Process.Times(1e-3)),
                    row.ToZLogger is { } zlogger ? Figure.Ratio(zlogger) : Figure.None,
                    row.ToSerilog is { } serilog ? Figure.Ratio(serilog) : Figure.None);
            }

            return Section(report, table);
        });
        return string.Join("\n\n", sections);
    }

    public static string CodeSize(Report<CodeSizeRow>? report)
    {
        var table = new MarkdownTable("bytes a log method", "generator", "IL", "native, first call", "native, for good", "of it instantiated", "library, once");
        foreach (CodeSizeRow row in report?.Rows ?? [])
        {
            table.Add(
                row.Step.Title(),
                row.Generator.ToString(),
                Whole(row.Intermediate),
                Whole(row.FirstCall),
                Whole(row.ForGood),
                Whole(row.Instantiated),
                Whole(row.LibraryOnce));
        }

        return Section(report, table);
    }

    public static string PackageSize(Report<PackageSizeRow>? report)
    {
        var table = new MarkdownTable("KB", "packages", "assemblies", "packages with dependencies", "assemblies with dependencies");
        foreach (PackageSizeRow row in report?.Rows ?? [])
            table.Add(row.Name, Whole(row.Packages / 1e3), Whole(row.Assemblies / 1e3), Whole(row.AllPackages / 1e3), Whole(row.AllAssemblies / 1e3));

        return Section(report, table);
    }

    public static string Figures(Report<FigureRow>? report)
    {
        var table = new MarkdownTable("", "median (least–most)");
        foreach (FigureRow row in report?.Rows ?? [])
            table.Add(row.What, Figure.Ratio(row.Spread));

        return Section(report, table);
    }

    private static string Section<TRow>(Report<TRow>? report, MarkdownTable table)
    {
        if (report is null)
            return Figure.NotMeasured;

        string rounds = report.Rounds == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {report.Rounds} rounds");
        string[] remarks =
        [
            $"{Figure.Date(report.Time)}, {report.Framework}, {report.System}, {report.Architecture}, {report.Processors} processors{rounds}",
            .. report.Notes,
            .. report.Skipped.Select(static skipped => $"{Figure.NotMeasured}: {skipped}"),
        ];
        return $"{table}\n\n{string.Join('\n', remarks.Select(static remark => $"- {remark}"))}";
    }

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
