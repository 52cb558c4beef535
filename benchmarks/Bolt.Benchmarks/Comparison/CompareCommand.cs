using System.Diagnostics;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary><c>compare</c>: one interleaved run, a table, JSON, and the verdicts.</summary>
internal static class CompareCommand
{
    public static int Run(ReadOnlySpan<string> arguments)
    {
        ComparisonOptions options;
        try
        {
            options = ComparisonOptions.Parse(arguments);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        RecordCheck.Run();
        Console.WriteLine("Checked: the limit writes what Bolt writes; every candidate says the same.");

        var time = Stopwatch.StartNew();
        var run = new InterleavedRun(options);
        var rows = new List<Row>();
        ComparisonReport.Heading(Console.Out);
        foreach (Route route in options.Routes)
        {
            foreach (Workload workload in options.Workloads)
            {
                foreach (Row row in run.Run(route, workload))
                {
                    rows.Add(row);
                    ComparisonReport.Print(Console.Out, row);
                }
            }
        }

        Console.WriteLine();
        bool areAllMet = true;
        foreach (Target target in Target.All)
        {
            if (target.Verdict(rows, out bool isMet) is { } verdict)
                Console.WriteLine(verdict);

            areAllMet &= isMet;
        }

        Console.WriteLine($"{time.Elapsed.TotalSeconds:0} s; {ComparisonReport.Save(options.Output, rows, options, time.Elapsed)}");
        return areAllMet || !options.Assert ? 0 : 1;
    }
}
