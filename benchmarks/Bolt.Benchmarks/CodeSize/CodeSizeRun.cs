using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.CodeSize.Methods;

namespace Bolt.Benchmarks.CodeSize;

/// <summary>Runs a child process whose JIT writes down what it compiles, and reads that back.</summary>
internal static class CodeSizeRun
{
    /// <exception cref="InvalidOperationException">The child process failed, or wrote down nothing.</exception>
    public static IReadOnlyList<CodeSizeRow> Run(CodeSizeKind kind)
    {
        string summary = Path.Combine(Path.GetTempPath(), $"bolt-code-size-{Environment.ProcessId}-{kind}.txt");
        try
        {
            Dictionary<CodeSizeStep, (int Methods, int Intermediate)> counts = Launch(kind, summary);
            return Rows(kind, counts, [.. CompiledMethod.Read(summary)]);
        }
        finally
        {
            File.Delete(summary);
        }
    }

    private static Dictionary<CodeSizeStep, (int Methods, int Intermediate)> Launch(CodeSizeKind kind, string summary)
    {
        string program = typeof(CodeSizeRun).Assembly.Location;
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, "code-size-child", kind.ToString()])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                Environment = { ["DOTNET_JitStdOutFile"] = summary, ["DOTNET_JitDisasmSummary"] = "1" },
            },
        };
        process.Start();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || !File.Exists(summary))
            throw new InvalidOperationException($"The child process of {kind} ended with exit code {process.ExitCode}: {output}");

        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' '))
            .ToDictionary(
                static parts => Enum.Parse<CodeSizeStep>(parts[0]),
                static parts => (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture)));
    }

    private static List<CodeSizeRow> Rows(CodeSizeKind kind, Dictionary<CodeSizeStep, (int Methods, int Intermediate)> counts, CompiledMethod[] compiled)
    {
        // A method belongs to the step in which it was first compiled, whenever it was compiled again.
        var stepOf = new Dictionary<string, CodeSizeStep>(StringComparer.Ordinal);
        int marks = -1;
        int steps = Enum.GetValues<CodeSizeStep>().Length;
        foreach (CompiledMethod method in compiled)
        {
            if (method.Name.Contains($"{nameof(CodeSizeChild)}:{CodeSizeChild.Mark}[", StringComparison.Ordinal))
                marks++;
            else if (marks >= 0 && marks < steps)
                stepOf.TryAdd(method.Name, (CodeSizeStep)marks);
        }

        if (marks < steps)
            throw new InvalidOperationException($"The JIT wrote down {marks + 1} of {steps + 1} marks; this runtime names methods otherwise.");

        var rows = new List<CodeSizeRow>();
        foreach ((CodeSizeStep step, (int methods, int intermediate)) in counts)
        {
            CompiledMethod[] own = [.. compiled.Where(method => stepOf.TryGetValue(method.Name, out CodeSizeStep of) && of == step && !IsMeasurement(method.Name))];
            CompiledMethod[] generated = [.. own.Where(static method => IsGenerated(method.Name))];
            CompiledMethod[] instantiated = [.. own.Where(static method => !IsGenerated(method.Name) && IsInstantiation(method.Name))];
            rows.Add(new CodeSizeRow(
                step,
                kind,
                (double)intermediate / methods,
                (double)(FirstBytes(generated) + FirstBytes(instantiated)) / methods,
                (double)(LastBytes(generated) + LastBytes(instantiated)) / methods,
                (double)LastBytes(instantiated) / methods,
                LastBytes(own.Except(generated).Except(instantiated))));
        }

        return rows;
    }

    private static int FirstBytes(IEnumerable<CompiledMethod> methods) => methods.GroupBy(static method => method.Name).Sum(static compilations => compilations.First().Bytes);

    /// <summary>The code that stays; of what runs once, such as an initialiser, the only one.</summary>
    private static int LastBytes(IEnumerable<CompiledMethod> methods) => methods
        .GroupBy(static method => method.Name)
        .Sum(static compilations => (compilations.LastOrDefault(static method => method.IsForGood) ?? compilations.Last()).Bytes);

    /// <summary>Whether a method is the generator's: in the namespace of the log methods.</summary>
    private static bool IsGenerated(string name) => name.StartsWith(typeof(BoltBase).Namespace + ".", StringComparison.Ordinal);

    /// <summary>Whether a method was instantiated over type arguments.</summary>
    private static bool IsInstantiation(string name) => name.IndexOf('[', StringComparison.Ordinal) is var bracket && bracket >= 0 && bracket < Arguments(name);

    private static int Arguments(string name) => name.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 ? open : name.Length;

    /// <summary>Whether a method is the child process's own: its loops, its calls, and the values it logs.</summary>
    private static bool IsMeasurement(string name) => name.StartsWith("Bolt.Benchmarks.", StringComparison.Ordinal) && !IsGenerated(name);
}
