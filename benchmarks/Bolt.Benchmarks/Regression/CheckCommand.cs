using System.Globalization;
using System.Text;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Regression;

/// <summary><c>check</c>: judges runs of <c>compare</c> by fixed bounds and by a baseline.</summary>
internal static class CheckCommand
{
    /// <returns>0: all bounds are kept; 1: one is not; 2: the arguments or files cannot be used.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        try
        {
            CheckOptions options = CheckOptions.Parse(arguments);
            return Run(options);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }

    private static int Run(CheckOptions options)
    {
        RunDocument[] launches = [.. options.Runs.Select(RunDocument.Load)];
        IReadOnlyList<Measured> measured = Measured.Of(launches);
        if (measured.Count == 0)
            throw new InvalidDataException($"No run of Bolt is in {string.Join(", ", options.Runs)}; measure with '--candidates Bolt'.");

        List<Verdict> verdicts = [.. measured.SelectMany(one => Judge.Bounds(one, options))];
        if (options.Baseline is not null)
        {
            Baseline baseline = Baseline.Load(options.Baseline);
            verdicts.AddRange(measured.Select(one => Judge.Regression(one, baseline, options)));
        }

        foreach (Verdict verdict in verdicts)
            Console.WriteLine(verdict);

        bool isPassed = verdicts.TrueForAll(static verdict => verdict.IsMet);
        if (options.Report is not null)
            Report(options.Report, options, launches, verdicts);

        if (options.WriteBaseline is not null && isPassed)
        {
            Baseline.Of(measured, launches[0].Framework, options.Commit).Save(options.WriteBaseline);
            Console.WriteLine($"Baseline: {options.WriteBaseline}");
        }

        return isPassed ? 0 : 1;
    }

    private static void Report(string path, CheckOptions options, RunDocument[] launches, List<Verdict> verdicts)
    {
        RunDocument first = launches[0];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Performance: {(verdicts.TrueForAll(static verdict => verdict.IsMet) ? "passed" : "failed")}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{first.Time:u}, {first.Framework}, {first.System}, {first.Processors} processors, {launches.Length} launches of {first.Rounds} rounds");
        text.Append(options.Commit is null ? "" : $", commit {options.Commit}").Append(options.Branch is null ? "" : $", branch {options.Branch}").Append(".\n\n");
        text.Append("| | where | what | measured | bound |\n|---|---|---|---|---|\n");
        foreach (Verdict verdict in verdicts)
            text.Append(CultureInfo.InvariantCulture, $"| {(verdict.IsMet ? "met" : "**not met**")} | {verdict.Where} | {verdict.What} | {verdict.Measured} | {verdict.Allowed} |\n");

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text.ToString());
    }
}
