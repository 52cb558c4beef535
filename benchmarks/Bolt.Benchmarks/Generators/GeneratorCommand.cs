using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Generators;

/// <summary><c>generator</c>: what one keystroke in a file without log methods costs because of the generator.</summary>
internal static class GeneratorCommand
{
    private const int Edits = 60;
    private const double MostBytes = 6e6;

    public static int Run()
    {
        var with = new GeneratorProject(hasGenerator: true);
        var without = new GeneratorProject(hasGenerator: false);
        for (int i = 0; i < 20; i++)
        {
            with.Edit();
            without.Edit();
        }

        var withTimes = new List<double>();
        var withoutTimes = new List<double>();
        var withBytes = new List<double>();
        var withoutBytes = new List<double>();
        for (int i = 0; i < Edits; i++)
        {
            Take(with, withTimes, withBytes);
            Take(without, withoutTimes, withoutBytes);
        }

        int notCached = GeneratorProject.OutputsNotCached();
        Console.WriteLine("| one edit of an unrelated file; 1,000 log methods in 100 files, 500 other files | ms | bytes allocated |");
        Console.WriteLine("|---|---|---|");
        Print("with the generator", withTimes, withBytes);
        Print("without a generator", withoutTimes, withoutBytes);
        Console.WriteLine();
        bool isMet = notCached == 0 && Spread.Of(withBytes).Median <= MostBytes;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(isMet ? "met    " : "NOT MET")}  {notCached} outputs not cached (target 0); {Spread.Of(withBytes).Median / 1e6:0.00} MB an edit, of which {(Spread.Of(withBytes).Median - Spread.Of(withoutBytes).Median) / 1e6:0.00} MB the generator's (target: 6 MB in all)"));
        return isMet ? 0 : 1;
    }

    private static void Take(GeneratorProject project, List<double> times, List<double> bytes)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        project.Edit();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        bytes.Add(GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    private static void Print(string name, List<double> times, List<double> bytes)
    {
        var time = Spread.Of(times);
        var size = Spread.Of(bytes);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {time.Median:0.00} ({time.Least:0.00}–{time.Most:0.00}) | {size.Median:#,0} ({size.Least:#,0}–{size.Most:#,0}) |"));
    }
}
