using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Bolt.Benchmarks.Startup;

/// <summary>The program of the child processes, in one of its compilations.</summary>
internal sealed class StartupProgram
{
    private const string Name = "Bolt.Benchmarks.Startup";

    private static readonly string[] s_loggers = ["Bolt.Runtime", "ZLogger", "Serilog", "NLog", "Microsoft.Extensions."];

    private readonly string _file;
    private readonly string[] _arguments;

    private StartupProgram(Compilation compilation, string file, params string[] arguments)
    {
        Compilation = compilation;
        _file = file;
        _arguments = arguments;
    }

    public Compilation Compilation { get; }

    /// <exception cref="FileNotFoundException">It is not built.</exception>
    public static StartupProgram OnJit()
    {
        // Beside this program, in the same configuration.
        string folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string path = Path.GetFullPath(Path.Combine(folder, "..", "..", Name, Path.GetFileName(folder), Name + ".dll"));
        return File.Exists(path)
            ? new StartupProgram(Compilation.Jit, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", path)
            : throw new FileNotFoundException($"'{path}' is missing: build Bolt.sln.");
    }

    /// <summary>Publishes it as native code, beside the other artifacts.</summary>
    /// <exception cref="FileNotFoundException">It cannot be published; the message has the reason.</exception>
    public static StartupProgram Ahead()
    {
        string project = typeof(StartupProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static one => one.Key == "StartupProject").Value!;
        string artifacts = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "startup-aot"));
        string output = Path.Combine(artifacts, "native");
        string[] arguments =
        [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-m:1", "-nodeReuse:false",
            "-p:BoltAot=true", $"-p:ArtifactsPath={artifacts}", "-o", output,
        ];
        (int code, string text, _) = Run("dotnet", arguments);
        string file = Path.Combine(output, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        return code == 0 && File.Exists(file)
            ? new StartupProgram(Compilation.Aot, file)
            : throw new FileNotFoundException($"'dotnet {string.Join(' ', arguments)}' failed:\n{text}");
    }

    /// <exception cref="InvalidOperationException">The child process failed, did not log the event, or loaded another logger.</exception>
    public Launch Start(StartupKind kind)
    {
        long start = Stopwatch.GetTimestamp();
        (int code, string text, string error) = Run(_file, [.. _arguments, kind.ToString()]);
        double process = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        string[] lines = text.Split('\n');
        if (code != 0 || lines.Length < 3)
            throw new InvalidOperationException($"the child process ended with exit code {code}: {FirstLine(error + text)}");

        MustHaveLogged(kind, lines[2]);
        if (Compilation == Compilation.Jit)
            MustBeAlone(kind, lines[1].Split(' '));

        string[] times = lines[0].Split(' ');
        return new Launch(double.Parse(times[0], CultureInfo.InvariantCulture), double.Parse(times[1], CultureInfo.InvariantCulture), process);
    }

    private static void MustHaveLogged(StartupKind kind, string record)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            if (record.Contains("100000", StringComparison.Ordinal) && record.Contains("User 100000 logged in from ", StringComparison.Ordinal))
                return;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new InvalidOperationException($"{kind.Title()}: no record of the event: {record}");
    }

    private static void MustBeAlone(StartupKind kind, string[] assemblies)
    {
        string? other = Array.Find(assemblies, assembly =>
            Array.Exists(s_loggers, logger => assembly.StartsWith(logger, StringComparison.Ordinal))
            && !Array.Exists(kind.Own(), own => assembly.StartsWith(own, StringComparison.Ordinal)));
        if (other is not null)
            throw new InvalidOperationException($"{kind.Title()}: the child process has loaded {other}.");
    }

    private static (int Code, string Output, string Error) Run(string file, IEnumerable<string> arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
        };
        process.Start();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string FirstLine(string text) => text.Split('\n').FirstOrDefault(static line => line.Trim().Length > 0) ?? "it said nothing";
}
