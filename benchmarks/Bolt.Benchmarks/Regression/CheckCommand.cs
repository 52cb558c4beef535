using System.Globalization;
using System.Text;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Regression;

/// <summary><c>check</c>: judges runs of <c>compare</c> by fixed bounds and by a baseline.</summary>
internal static class CheckCommand
{
    /// <returns>0: all bounds are kept; 1: one is not; 2: the arguments or files cannot be used, or the machine was too noisy to tell.</returns>
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

        Machine machine = Machine.Of(launches[0]);
        if (Array.Find(launches, launch => Machine.Of(launch) != machine) is { } other)
            throw new InvalidDataException($"The runs are of two machines or frameworks: {string.Join("; ", machine.DifferencesTo(Machine.Of(other)))}.");

        if (options.WriteBaseline is not null && Array.Find(launches, static launch => launch.Planted is not null) is not null)
            throw new InvalidDataException("A run with '--plant' is no baseline.");

        List<Verdict> verdicts = [.. measured.SelectMany(one => Judge.Bounds(one, options))];
        if (options.Baseline is not null)
        {
            Baseline baseline = Baseline.Load(options.Baseline);
            baseline.MustFit(launches[0], options.MaxBaselineDays);
            verdicts.AddRange(measured.Select(one => Judge.Regression(one, baseline, options)));
        }

        foreach (Verdict verdict in verdicts)
            Console.WriteLine(verdict);

        // What is not a matter of time is as sure on a noisy machine as on any.
        double noise = Spread.Of(launches.Select(static launch => launch.Noise)).Median;
        bool isNoisy = noise > RunDocument.MostNoise;
        int code = verdicts.Exists(static verdict => !verdict.IsMet && !verdict.IsTime) ? 1 : isNoisy ? 2 : verdicts.TrueForAll(static verdict => verdict.IsMet) ? 0 : 1;
        if (isNoisy)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"inconclusive: in half of the runs, half of the limit's rounds differ by {noise:P0} of their median or more ({RunDocument.MostNoise:P0} is allowed); measure again when the machine is quiet"));
        }

        if (options.Report is not null)
            Report(options.Report, options, launches, verdicts, code switch { 0 => "passed", 1 => "failed", _ => "inconclusive, the machine was too noisy" });

        if (options.WriteBaseline is not null && code == 0)
        {
            Baseline.Of(measured, launches[0].Time, machine, options.Commit).Save(options.WriteBaseline);
            Console.WriteLine($"Baseline: {options.WriteBaseline}");
        }

        return code;
    }

    private static void Report(string path, CheckOptions options, RunDocument[] launches, List<Verdict> verdicts, string outcome)
    {
        RunDocument first = launches[0];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Performance: {outcome}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{first.Time:u}, {first.Framework}, {first.System}, {first.Processors} processors, {launches.Length} launches of {first.Rounds} rounds");
        text.Append(options.Commit is null ? "" : $", commit {options.Commit}").Append(options.Branch is null ? "" : $", branch {options.Branch}").Append(".\n\n");
        text.Append("| | where | what | measured | bound |\n|---|---|---|---|---|\n");
        foreach (Verdict verdict in verdicts)
            text.Append(CultureInfo.InvariantCulture, $"| {(verdict.IsMet ? "met" : "**not met**")} | {verdict.Where} | {verdict.What} | {verdict.Measured} | {verdict.Allowed} |\n");

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, text.ToString());
    }
}
