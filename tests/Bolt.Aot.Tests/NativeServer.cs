using System.Diagnostics;

/// <summary>The sample server as a native process.</summary>
internal sealed class NativeServer : IDisposable
{
    private const string Serving = "web-api: serving ";
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new();
    private readonly List<string> _records = [];

    private NativeServer(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                return;

            lock (_records)
                _records.Add(line.Data);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Serving, StringComparison.Ordinal) == true)
                _address.TrySetResult(new Uri(line.Data[Serving.Length..]));
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static NativeServer Start(string program, string collector)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        return new NativeServer(Process.Start(start)!);
    }

    /// <summary>Makes requests one after the other, and waits for their records.</summary>
    public Outcome Request(int count)
    {
        if (!_address.Task.Wait(s_limit))
            throw new TimeoutException("The server did not say where it serves.");

        using var client = new HttpClient { BaseAddress = _address.Task.Result };
        for (int i = 0; i < count; i++)
            client.GetStringAsync("orders/7?customer=Ada").Wait();

        string cost = client.GetStringAsync("log-cost").Result;
        for (long start = Environment.TickCount64; Records().Length < count && Environment.TickCount64 - start < s_limit.TotalMilliseconds;)
            Thread.Sleep(20);

        string[] records = Records();
        return new Outcome(
            records.Length,
            Array.TrueForAll(records, static record => record.Contains("\"customer\":\"A**\",\"card\":\"***3456\"", StringComparison.Ordinal)),
            cost);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string[] Records()
    {
        lock (_records)
            return [.. _records.Where(static record => record.Contains("\"OrderRead\"", StringComparison.Ordinal))];
    }

    /// <summary>What the requests left.</summary>
    /// <param name="Records">Their records.</param>
    /// <param name="AllRedacted">Whether each of them has what redaction leaves.</param>
    /// <param name="Cost">What their log calls allocated, as the server says it.</param>
    internal sealed record Outcome(int Records, bool AllRedacted, string Cost);
}
