using System.Diagnostics;
using Bolt.Benchmarks.Reports;
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
        Console.WriteLine();
        RunDocument run = Measure(options);
        IReadOnlyList<Bound> bounds = ComparisonBounds.Of(run);
        foreach (Bound bound in bounds)
            Console.WriteLine(bound);

        Console.WriteLine();
        string path = ComparisonReport.Save(options.Output, run);
        Console.WriteLine($"{run.Seconds:0} s; {path}");
        if (run.Noise > RunDocument.MostNoise)
        {
            Console.WriteLine(FormattableString.Invariant($"inconclusive: half of the limit's rounds differ by more than {run.Noise:P0} of their median ({RunDocument.MostNoise:P0} is allowed); run it again when the machine is quiet"));
            return options.Assert ? 2 : 0;
        }

        return bounds.All(static bound => bound.IsMet) || !options.Assert ? 0 : 1;
    }

    private static RunDocument Measure(ComparisonOptions options)
    {
        var time = Stopwatch.StartNew();
        var rows = new List<Row>();
        if (options.Parts.Contains(Part.Rows))
        {
            var run = new InterleavedRun(options);
            ComparisonReport.Heading(Console.Out);
            foreach (Route route in options.Routes)
            {
                foreach (Workload workload in options.WorkloadsOf(route))
                {
                    foreach (Row row in run.Run(route, workload))
                    {
                        rows.Add(row);
                        ComparisonReport.Print(Console.Out, row);
                    }
                }
            }

            Console.WriteLine();
        }

        T? Of<T>(Part part, Func<T> measure)
            where T : class
        {
            if (!options.Parts.Contains(part))
                return null;

            T measured = measure();
            ComparisonReport.Print(Console.Out, part, measured);
            return measured;
        }

        PairsRow? pairs = Of(Part.Pairs, PairsRun.Run);
        PacedRow[]? paced = Of<PacedRow[]>(Part.Paced, () => [.. options.Routes.Where(static route => route != Route.SynchronousNull).SelectMany(route => PacedRun.Run(route, options.Candidates))]);
        BurstRow[]? bursts = Of<BurstRow[]>(Part.Bursts, () => [.. BurstsRun.Run(options.Candidates)]);
        ProducersRow[]? producers = Of<ProducersRow[]>(Part.Producers, () => [.. ProducersRun.Run(options.Candidates)]);
        RecordOrder? order = Of(Part.Producers, ProducersRun.Order);
        SynchronousFileRow? synchronousFile = Of(Part.SynchronousFile, SynchronousFileRun.Run);
        return RunDocument.Of(options.Rounds, time.Elapsed, rows, paced, bursts, producers, order, synchronousFile, pairs, options.Plant);
    }
}
