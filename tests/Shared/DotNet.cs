using System.Collections;
using System.Diagnostics;
using System.Text;

namespace Bolt.Tests.Shared;

/// <summary>Runs the dotnet command as a user would, outside of this test run, and leaves no process behind.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>Build servers and nodes end with the command.</summary>
    private static readonly string[] s_noServers = ["-nodeReuse:false", "-p:UseSharedCompilation=false"];

    public static CommandResult Build(string directory, params string[] arguments) => Run(directory, ["build", .. arguments, .. s_noServers]);

    public static CommandResult Pack(string directory, params string[] arguments) => Run(directory, ["pack", .. arguments, .. s_noServers]);

    public static CommandResult Publish(string directory, params string[] arguments) => Run(directory, ["publish", .. arguments, .. s_noServers]);

    public static CommandResult Run(string directory, params string[] arguments) => Command("dotnet", directory, arguments);

    /// <summary>Runs any program in the same way.</summary>
    public static CommandResult Command(string program, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the build around this test run has set would steer the one inside it.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("BOLT_", StringComparison.OrdinalIgnoreCase))
                start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        var all = new StringBuilder();
        var output = new StringBuilder();
        Task reading = Task.WhenAll(Read(process.StandardOutput, all, output), Read(process.StandardError, all, null));
        if (!reading.Wait(s_limit) || !process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{start.FileName} {string.Join(' ', arguments)}' did not end within {s_limit.TotalMinutes} minutes. So far:\n{all}");
        }

        return new CommandResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, output.ToString(), all.ToString());
    }

    private static async Task Read(StreamReader reader, StringBuilder all, StringBuilder? own)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            own?.Append(line).Append('\n');
            lock (all)
                all.Append(line).Append('\n');
        }
    }
}

/// <summary>What a command left.</summary>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="StandardOutput">What it wrote to standard output.</param>
/// <param name="Output">That, and what it wrote to standard error.</param>
internal sealed record CommandResult(string Command, int ExitCode, string StandardOutput, string Output)
{
    public CommandResult MustSucceed()
    {
        return ExitCode == 0 ? this : throw new InvalidOperationException($"'{Command}' ended with {ExitCode}:\n{Output}");
    }

    public CommandResult MustFail()
    {
        return ExitCode != 0 ? this : throw new InvalidOperationException($"'{Command}' was to fail, but:\n{Output}");
    }

    public CommandResult MustSay(string text)
    {
        return Output.Contains(text, StringComparison.Ordinal) ? this : throw new InvalidOperationException($"'{Command}' did not say '{text}', but:\n{Output}");
    }
}
