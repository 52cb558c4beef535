using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Bolt.Analyzers;
using Bolt.Benchmarks.Comparison;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Benchmarks.Analyzers;

/// <summary><c>analyzers</c>: how long an editor waits for Bolt's diagnostics of a file after a keystroke in it.</summary>
internal static class AnalyzerCommand
{
    private const int Edits = 60;
    private const double MostMilliseconds = 50;

    public static int Run()
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(RuleIds).Assembly.GetTypes()
                .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        var with = new AnalyzedProject(analyzers);
        var without = new AnalyzedProject([new NoRules()]);
        int diagnostics = 0;
        for (int i = 0; i < 20; i++)
        {
            diagnostics = with.Edit();
            without.Edit();
        }

        var withTimes = new List<double>();
        var withoutTimes = new List<double>();
        for (int i = 0; i < Edits; i++)
        {
            withTimes.Add(Time(with));
            withoutTimes.Add(Time(without));
        }

        Spread all = Spread.Of(withTimes);
        Spread none = Spread.Of(withoutTimes);
        Console.WriteLine("| one edit of a file with a [ZeroAlloc] method; 1,000 methods in 100 files, 10 of them [ZeroAlloc] | ms |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(Invariant($"| {analyzers.Length} analyzers of Bolt, {diagnostics} diagnostics in the file | {all.Median:0.0} ({all.Least:0.0}–{all.Most:0.0}) |"));
        Console.WriteLine(Invariant($"| an analyzer that looks at nothing | {none.Median:0.0} ({none.Least:0.0}–{none.Most:0.0}) |"));
        Console.WriteLine();
        bool isMet = diagnostics > 0 && all.Median <= MostMilliseconds;
        Console.WriteLine(Invariant($"{(isMet ? "met    " : "NOT MET")}  {all.Median:0.0} ms an edit (target: {MostMilliseconds} ms)"));
        return isMet ? 0 : 1;
    }

    private static double Time(AnalyzedProject project)
    {
        long start = Stopwatch.GetTimestamp();
        project.Edit();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
