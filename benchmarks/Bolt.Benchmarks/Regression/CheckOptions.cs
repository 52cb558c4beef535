using System.Globalization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Regression;

/// <summary>What <c>check</c> was asked for.</summary>
internal sealed class CheckOptions
{
    public const string Usage =
        """
        check <run.json>... [options]
          The runs are launches of 'compare' with the same workloads on one machine; the more, the surer. Exit code: 0 every bound is met; 1 one is
          not; 2 nothing can be told: wrong arguments or files, a baseline of another machine or too old, or half of the runs too noisy.
          --max-latency-ns <n>         nanoseconds a call in the slowest round; default: 100000
          --min-throughput-ops <n>     events a second, the median of the launches; of short events only; default: 10000000
          --max-caller-ratio <r>       time at the caller to the limit's, of TwoFields and TenFields in the background; default: that of 'compare', 1.2
          --max-allocations <bytes>    bytes an event, at the caller and of all threads; default: 0
          --max-error-rate <ratio>     records lost or changed to events; default: 0.001
          --baseline <file>            compare with it by a rank test over the rounds
          --max-baseline-days <n>      how much older than the run it may be; default: 90
          --regression-threshold <r>   how much slower the median may be before that counts; default: 0.05
          --write-baseline <file>      write what these runs measured, if every bound is met
          --commit <sha>               noted in a written baseline and in the report
          --branch <name>              noted in the report
          --report <file>              the verdicts as Markdown
        """;

    private readonly List<string> _runs = [];

    public IReadOnlyList<string> Runs => _runs;

    public double MaxLatency { get; private set; } = 100_000;

    public double MinThroughput { get; private set; } = 10_000_000;

    public double MaxCallerRatio { get; private set; } = ComparisonBounds.MostCallerRatio;

    public double MaxAllocations { get; private set; }

    public double MaxErrorRate { get; private set; } = 0.001;

    public double RegressionThreshold { get; private set; } = 0.05;

    public double MaxBaselineDays { get; private set; } = 90;

    public string? Baseline { get; private set; }

    public string? WriteBaseline { get; private set; }

    public string? Commit { get; private set; }

    public string? Branch { get; private set; }

    public string? Report { get; private set; }

    /// <exception cref="ArgumentException">An argument is not one of <see cref="Usage"/>.</exception>
    public static CheckOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new CheckOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (!name.StartsWith('-'))
            {
                options._runs.Add(name);
                continue;
            }

            if (++i == arguments.Length)
                throw new ArgumentException($"'{name}' is no option, or its value is missing.\n{Usage}");

            string value = arguments[i];
            switch (name)
            {
                case "--max-latency-ns": options.MaxLatency = Number(name, value); break;
                case "--min-throughput-ops": options.MinThroughput = Number(name, value); break;
                case "--max-caller-ratio": options.MaxCallerRatio = Number(name, value); break;
                case "--max-baseline-days": options.MaxBaselineDays = Number(name, value); break;
                case "--max-allocations": options.MaxAllocations = Number(name, value); break;
                case "--max-error-rate": options.MaxErrorRate = Number(name, value); break;
                case "--regression-threshold": options.RegressionThreshold = Number(name, value); break;
                case "--baseline": options.Baseline = value; break;
                case "--write-baseline": options.WriteBaseline = value; break;
                case "--commit": options.Commit = value; break;
                case "--branch": options.Branch = value; break;
                case "--report": options.Report = value; break;
                default: throw new ArgumentException($"'{name}' is no option.\n{Usage}");
            }
        }

        return options._runs.Count > 0 ? options : throw new ArgumentException($"No run to check.\n{Usage}");
    }

    private static double Number(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double parsed) && double.IsFinite(parsed)
            ? parsed
            : throw new ArgumentException($"'{name} {value}': a number is needed, not negative, with a point before decimals.");
}
