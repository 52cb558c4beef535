using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bolt.Operations.Tests.Servers;

/// <summary>A program that runs until it is disposed; then it, and whatever it started, is killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int KeptLines = 200;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(Process process) => _process = process;

    /// <summary>The last lines that it wrote to standard error, and to standard output where that is kept.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set, or, where null, to remove.</param>
    /// <param name="keepsOutput">Whether standard output is kept; else it goes to the null device, which costs this test nothing.</param>
    public static ServerProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, bool keepsOutput = true)
    {
        string[] command = keepsOutput ? [program, .. arguments] : ["sh", "-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(static name => name.StartsWith("BOLT", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(inherited);

        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        var server = new ServerProcess(Process.Start(start)!);
        server._process.StandardInput.Close();
        server.Read(server._process.StandardError);
        server.Read(server._process.StandardOutput);
        return server;
    }

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until something is so; fails with what the program has said when it ends before that, or when it takes too long.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > s_patience)
                throw Failure($"{(_process.HasExited ? $"ended with {_process.ExitCode}" : "did not get there")} before {what}");

            await Task.Delay(50);
        }
    }

    /// <summary>Waits for a line that begins so; returns the rest of it.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        string? found = null;
        await UntilAsync(
            () =>
            {
                found = _lines.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal));
                return Task.FromResult(found is not null);
            },
            $"it said '{beginning}'");
        return found![beginning.Length..];
    }

    /// <summary>Waits until an address is answered with success.</summary>
    public Task AnswersAsync(Uri address) => UntilAsync(
        async () =>
        {
            try
            {
                return (await Http.Client.GetAsync(address)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        $"it answered {address}");

    /// <summary>Asks it to end, as an orchestrator does, and waits until it has.</summary>
    public async Task TerminateAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(s_patience);
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(s_patience);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        _process.Dispose();
    }

    private InvalidOperationException Failure(string what) => new($"'{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)}' {what}. It said:\n{string.Join('\n', _lines)}");

    private void Read(StreamReader reader) => _ = Task.Run(async () =>
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _lines.Enqueue(line);
            if (_lines.Count > KeptLines)
                _lines.TryDequeue(out _);
        }
    });
}
