using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.CodeSize;

/// <summary><c>code-size</c>: what one more log method costs in IL and in native code, next to Microsoft's generator.</summary>
internal static class CodeSizeCommand
{
    private const double MostRatio = 1;

    private const string Usage =
        """
        code-size [options]
          --output <file>   where the JSON goes; default: nowhere
        """;

    // The numbers come from one compiler and one JIT, and are the same each time.
    private const int Rounds = 1;

    private static readonly string[] s_notes =
    [
        "per log method: the generated code and the library's generics instantiated over its types; a class of several methods is divided by their number, its initialiser included",
        "'first call' is what the JIT compiles before the first call returns, 'for good' what it has compiled after many, with tiered compilation and PGO as they are by default; as the JIT itself reports it",
        "'library, once' is what a step needs of the library for the first time, whatever the number of methods; it is in none of the other columns",
        "Microsoft's generator shares an instantiation between methods of up to six parameters of the same types, and makes one a method beyond",
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        RunArguments options;
        try
        {
            options = new RunArguments(arguments, Usage, ["--output"], []);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        var time = Stopwatch.StartNew();
        List<CodeSizeRow> rows = [.. Enum.GetValues<CodeSizeKind>().SelectMany(CodeSizeRun.Run).OrderBy(static row => row.Step)];
        Console.WriteLine("| bytes a log method | generator | IL | native, first call | native, for good | of it instantiated | library, once |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (CodeSizeRow row in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Step.Title()} | {row.Generator} | {row.Intermediate:#,0} | {row.FirstCall:#,0} | {row.ForGood:#,0} | {row.Instantiated:#,0} | {row.LibraryOnce:#,0} |"));
        }

        return Report<CodeSizeRow>.Of("code-size", Rounds, time.Elapsed, rows, Bounds(rows), [], s_notes).Finish(options.Text("--output"));
    }

    private static List<Bound> Bounds(List<CodeSizeRow> rows)
    {
        var bounds = new List<Bound>();
        foreach (IGrouping<CodeSizeStep, CodeSizeRow> pair in rows.Where(static row => row.Step != CodeSizeStep.Base).GroupBy(static row => row.Step))
        {
            CodeSizeRow bolt = pair.First(static row => row.Generator == CodeSizeKind.Bolt);
            CodeSizeRow microsoft = pair.First(static row => row.Generator == CodeSizeKind.Microsoft);
            bounds.Add(new Bound($"{pair.Key.Title()}: native bytes, first call ÷ Microsoft's", bolt.FirstCall / microsoft.FirstCall, MostRatio));
            bounds.Add(new Bound($"{pair.Key.Title()}: native bytes, for good ÷ Microsoft's", bolt.ForGood / microsoft.ForGood, MostRatio));
        }

        return bounds;
    }
}
