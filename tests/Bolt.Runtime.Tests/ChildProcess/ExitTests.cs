using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bolt.Runtime.Tests;

public sealed partial class ExitTests
{
    [Theory]
    [InlineData("return", "Background", 3)]
    [InlineData("return", "Synchronous", 3)]
    [InlineData("exit", "Background", 4)]
    [InlineData("exit", "Synchronous", 4)]
    [InlineData("collected", "Background", 0)]
    public void Every_record_is_delivered_when_the_process_ends_by(string way, string delivery, int exitCode)
    {
        (int code, string[] lines) = Run(way, delivery);
        Assert.Equal(exitCode, code);
        AssertAll(lines, Program.Records);
    }

    [Theory]
    [InlineData("unhandled", "Background")]
    [InlineData("unhandled", "Synchronous")]
    [InlineData("unhandled-on-thread", "Background")]
    public void Every_record_is_delivered_when_the_process_ends_by_an_exception(string way, string delivery)
    {
        (int code, string[] lines) = Run(way, delivery);
        Assert.NotEqual(0, code);
        AssertAll(lines, Program.Records);
    }

    [Theory]
    [InlineData("Background")]
    [InlineData("Synchronous")]
    public void Critical_is_with_the_operating_system_when_its_call_returns(string delivery)
    {
        (_, string[] lines) = Run("critical", delivery);
        AssertAll(lines, Program.Records + 1);
        Assert.Contains("\"level\":\"fatal\"", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Background")]
    [InlineData("Synchronous")]
    public void ExitOnCritical_ends_the_process_with_code_1_after_the_record(string delivery)
    {
        (int code, string[] lines) = Run("exit-on-critical", delivery);
        Assert.Equal(1, code);
        AssertAll(lines, Program.Records + 1);
    }

    [Fact]
    public void A_record_written_once_exit_has_begun_is_delivered_before_its_call_returns()
    {
        (int code, string[] lines) = Run("late", "Background");
        Assert.Equal(0, code);
        AssertAll(lines, Program.Records + 1);
    }

    [Theory]
    [InlineData("Background")]
    public void A_sink_that_blocks_forever_holds_the_exit_up_no_longer_than_the_drain_time_out(string delivery)
    {
        long start = Stopwatch.GetTimestamp();
        (int code, string[] lines) = Run("blocked-sink", delivery);
        Assert.Equal(5, code);
        AssertAll(lines, Program.Records);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 15);
    }

    [Theory]
    [InlineData(15, "SIGTERM")]
    [InlineData(2, "SIGINT")]
    [InlineData(1, "SIGHUP")]
    [InlineData(3, "SIGQUIT")]
    public void Every_record_is_delivered_on_signal(int signal, string name)
    {
        Assert.False(string.IsNullOrEmpty(name));
        if (OperatingSystem.IsWindows())
            return;

        (int code, string[] lines) = Run("signal", "Background", signal);
        Assert.NotEqual(99, code);
        AssertAll(lines, Program.Records);
    }

    private static void AssertAll(string[] lines, int count)
    {
        Assert.Equal(count, lines.Length);
        for (int n = 0; n < count; n++)
        {
            Assert.EndsWith("\"message\":\"step\"}", lines[n], StringComparison.Ordinal);
            Assert.Contains($"\"n\":{n},", lines[n], StringComparison.Ordinal);
        }
    }

    private static (int ExitCode, string[] Lines) Run(string way, string delivery, int signal = 0)
    {
        string file = Path.Combine(Path.GetTempPath(), $"bolt-exit-{Guid.NewGuid():N}.json");
        try
        {
            var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(ExitTests).Assembly.Location);
            start.ArgumentList.Add(way);
            start.ArgumentList.Add(file);
            start.ArgumentList.Add(delivery);

            // No crash dumps, whatever the machine says.
            start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
            using Process process = StartWithSignal(start, signal);
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            if (signal != 0)
            {
                Assert.Equal("ready", process.StandardOutput.ReadLine());
                Assert.Equal(0, SendSignal(process.Id, signal));
            }

            if (!process.WaitForExit(40_000))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("The process did not end.");
            }

            return (process.ExitCode, File.ReadAllLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// Starts a process that the signal can end, even where this one was started with it ignored (in the background of a shell without
    /// job control): children inherit that, and .NET then does not listen to the signal.
    /// </summary>
    private static Process StartWithSignal(ProcessStartInfo start, int signal)
    {
        if (signal == 0 || !IsIgnored(signal))
            return Process.Start(start)!;

        const nint Default = 0;
        const nint Ignore = 1;
        SetHandler(signal, Default);
        try
        {
            return Process.Start(start)!;
        }
        finally
        {
            SetHandler(signal, Ignore);
        }
    }

    private static bool IsIgnored(int signal)
    {
        const string Mask = "SigIgn:";
        string? line = File.Exists("/proc/self/status") ? File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith(Mask, StringComparison.Ordinal)) : null;
        return line is not null && ((Convert.ToUInt64(line[Mask.Length..].Trim(), 16) >> (signal - 1)) & 1) != 0;
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetHandler(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
