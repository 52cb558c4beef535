using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.Startup;

/// <summary><c>startup</c>: how long a program waits for its logger, from the first statement of <c>Main</c> to the first byte of the first record.</summary>
internal static class StartupCommand
{
    private const double MostRatio = 0.7;

    private static readonly string[] s_notes =
    [
        "a process a launch: the logger is configured, logs 'User {userId} logged in from {ip}' as JSON to a stream in memory, and is flushed",
        "nothing of a logger is loaded before the clock starts, and no other logger after it: checked in each child process",
        "ReadyToRun, tiered compilation and PGO as .NET has them by default; every library as its package brings it, which is IL for all of them",
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        StartupOptions options;
        try
        {
            options = StartupOptions.Parse(arguments);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        var time = Stopwatch.StartNew();
        var skipped = new List<string>();
        var rows = new List<StartupRow>();
        Console.WriteLine("| compiled | candidate | ms to the first byte | ms until flushed | ms, the process | first byte ÷ ZLogger | ÷ Serilog |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Measure(StartupProgram.OnJit, options, rows, skipped);
        if (options.HasAot)
            Measure(StartupProgram.Ahead, options, rows, skipped);

        return Report<StartupRow>.Of("startup", options.Launches, time.Elapsed, rows, Bounds(rows), skipped, s_notes).Finish(options.Output);
    }

    private static void Measure(Func<StartupProgram> find, StartupOptions options, List<StartupRow> rows, List<string> skipped)
    {
        StartupProgram program;
        try
        {
            program = find();
        }
        catch (FileNotFoundException missing)
        {
            skipped.Add(missing.Message);
            return;
        }

        foreach (StartupRow row in InterleavedLaunches.Run(program, options.Candidates, options.Launches, skipped))
        {
            rows.Add(row);
            Print(row);
        }
    }

    private static List<Bound> Bounds(List<StartupRow> rows)
    {
        var bounds = new List<Bound>();
        foreach (StartupRow row in rows.Where(static row => row.Candidate == StartupKind.Bolt))
        {
            if (row.ToZLogger is { } zlogger)
                bounds.Add(new Bound($"{row.Compilation}: first byte ÷ ZLogger's", zlogger.Median, MostRatio));

            if (row.ToSerilog is { } serilog)
                bounds.Add(new Bound($"{row.Compilation}: first byte ÷ Serilog's", serilog.Median, MostRatio));
        }

        return bounds;
    }

    private static void Print(StartupRow row) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Compilation} | {row.Candidate.Title()} | {Text(row.FirstByte, 1e-3)} | {Text(row.Flushed, 1e-3)} | {Text(row.Process, 1e-3)} | {Text(row.ToZLogger)} | {Text(row.ToSerilog)} |"));

    private static string Text(Spread? spread, double factor = 1) => spread is not { } value
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{value.Median * factor:0.00} ({value.Least * factor:0.00}–{value.Most * factor:0.00})");
}
