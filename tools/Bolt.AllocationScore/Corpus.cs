using System.Diagnostics;

namespace Bolt.AllocationScore;

/// <summary>The code that the rules are scored on: this repository's own projects, or projects named on the command line.</summary>
internal static class Corpus
{
    private static readonly string[] s_own =
    [
        "src/Bolt.Runtime",
        "src/Bolt.Generators",
        "src/Bolt.Analyzers",
        "src/Bolt.CodeFixes",
        "src/Bolt.Gate",
        "tests/Bolt.Runtime.Tests",
        "tests/Bolt.Allocation.Tests",
        "benchmarks/Bolt.Benchmarks",
    ];

    public static IReadOnlyList<string> Own(string root) => [.. s_own.Select(project => Path.Combine(root, project))];

    /// <summary>Compiles a project with the rules speaking everywhere.</summary>
    /// <returns>The files that the compiler read and wrote.</returns>
    /// <exception cref="InvalidOperationException">The project does not compile.</exception>
    public static CompiledProject Compile(string project, string analyzer, string output)
    {
        string tools = AppContext.BaseDirectory;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "build", project, "-c", "Release", "-nologo", "-v", "quiet", "--no-incremental",
                "-p:CustomAfterMicrosoftCommonTargets=" + Path.Combine(tools, "Score.targets"),
                "-p:BoltScoreAnalyzer=" + analyzer,
                "-p:BoltScoreOutput=" + output,
                "-p:ArtifactsPath=" + Path.Combine(output, "artifacts"),
                "-p:TreatWarningsAsErrors=false",
                "-p:BoltGate=false",
                "-p:ContinuousIntegrationBuild=false",
                "-p:DeterministicSourcePaths=false",
            },
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        string log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{project}' does not compile:\n{log}");

        string name = Path.GetFileNameWithoutExtension(
            File.Exists(project) ? project : Directory.EnumerateFiles(project, "*.csproj").Single());
        string[] files = File.ReadAllLines(Path.Combine(output, name + ".txt"));
        return new CompiledProject(name, files[0], files[1..], Path.Combine(output, name + ".sarif"));
    }
}
