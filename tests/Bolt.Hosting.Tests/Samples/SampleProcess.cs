using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bolt.Hosting.Tests;

/// <summary>A sample as a process of its own, with what it writes to its console.</summary>
internal sealed partial class SampleProcess : IDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private SampleProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string[] Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public static SampleProcess Start(string sample, string directory, IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
    {
        string program = Repository.PathOf("artifacts", "bin", sample, Repository.Configuration.ToLowerInvariant(), sample + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, "--contentRoot", directory, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("BOLT_LEVEL");
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a line that holds a text, and returns it.</summary>
    public string LineWith(string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            // Asked first: what it wrote before it ended is then looked at once more.
            bool hasEnded = _process.HasExited;
            if (hasEnded)
                _process.WaitForExit();

            if (Array.Find(Lines, line => line.Contains(text, StringComparison.Ordinal)) is { } found)
                return found;

            Assert.False(hasEnded, $"The sample has ended without '{text}':\n{string.Join('\n', Lines)}");
            Assert.True(Stopwatch.GetElapsedTime(start) < s_limit, $"No line with '{text}' came:\n{string.Join('\n', Lines)}");
            Thread.Sleep(10);
        }
    }

    /// <summary>Asks the process to end, as an orchestrator does, and returns its exit code.</summary>
    public int Terminate()
    {
        Assert.Equal(0, Kill(_process.Id, SigTerm));
        Assert.True(_process.WaitForExit(s_limit), "The sample did not end.");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is null)
            return;

        lock (_lines)
            _lines.Add(line);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
