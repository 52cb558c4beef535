using System.Diagnostics;
using System.Text;

namespace Bolt.Tail.Tests;

/// <summary>samples/Tail as a process of its own, with what it writes.</summary>
internal sealed class TailProcess : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly MemoryStream _output = new();
    private readonly Task<string> _errors;
    private Task? _reading;

    private TailProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static string Program { get; } = Repository.PathOf("artifacts", "bin", "Tail", Repository.Configuration.ToLowerInvariant(), "Tail.dll");

    public Stream StandardInput => _process.StandardInput.BaseStream;

    /// <summary>Starts the program, and does not read what it writes.</summary>
    public static TailProcess StartUnread(params string[] arguments) => Start([], "dotnet", [Program, .. arguments]);

    /// <summary>Starts the program and reads what it writes.</summary>
    public static TailProcess Start(params string[] arguments)
    {
        TailProcess tail = StartUnread(arguments);
        tail.Read();
        return tail;
    }

    public static TailProcess Start(IEnumerable<KeyValuePair<string, string>> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string variable in (ReadOnlySpan<string>)["BOLT_FORMAT", "NO_COLOR", "FORCE_COLOR"])
            start.Environment.Remove(variable);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return new TailProcess(Process.Start(start)!);
    }

    /// <summary>Runs the program to its end, with standard input closed.</summary>
    public static TailResult Run(params string[] arguments) => RunPiped([], arguments);

    /// <summary>Runs the program to its end, with this on standard input.</summary>
    public static TailResult RunPiped(ReadOnlySpan<byte> input, params string[] arguments)
    {
        using TailProcess tail = Start(arguments);
        tail.StandardInput.Write(input);
        return tail.End();
    }

    public static TailResult RunWith(string variable, string value, params string[] arguments)
    {
        using TailProcess tail = Start([KeyValuePair.Create(variable, value)], "dotnet", [Program, .. arguments]);
        tail.Read();
        return tail.End();
    }

    /// <summary>Begins to read what the program writes.</summary>
    public void Read() => _reading = Task.Run(() =>
    {
        byte[] buffer = new byte[64 << 10];
        while (_process.StandardOutput.BaseStream.Read(buffer) is > 0 and var count)
        {
            lock (_output)
                _output.Write(buffer, 0, count);
        }
    });

    /// <summary>Waits for the first byte, lets the program wait with more than a pipe holds, and then reads.</summary>
    public void ReadLate(TimeSpan late)
    {
        Span<byte> first = stackalloc byte[1];
        Assert.Equal(1, _process.StandardOutput.BaseStream.Read(first));
        lock (_output)
            _output.Write(first);
        Thread.Sleep(late);
        Read();
    }

    /// <summary>Waits until the program has written this, and nothing else.</summary>
    public void MustWrite(string text)
    {
        WaitFor(written => written.Length >= text.Length);
        Assert.Equal(text, WrittenText());
    }

    /// <summary>Waits until what the program has written ends with this.</summary>
    public void MustWriteLast(string text)
    {
        WaitFor(written => written.EndsWith(text, StringComparison.Ordinal));
        Assert.EndsWith(text, WrittenText(), StringComparison.Ordinal);
    }

    /// <summary>Sends the signal of Ctrl+C.</summary>
    public void Interrupt() => DotNet.Command("kill", Repository.Root, "-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).MustSucceed();

    /// <summary>Closes the reading end of the program's output.</summary>
    public void CloseOutput() => _process.StandardOutput.Close();

    /// <summary>Waits for the end while standard input is open.</summary>
    public void WaitForExit() => Assert.True(_process.WaitForExit(s_limit), $"Tail did not end within {s_limit.TotalSeconds} seconds.");

    /// <summary>Closes standard input, waits for the end, and returns what was written.</summary>
    public TailResult End()
    {
        _process.StandardInput.Close();
        WaitForExit();
        Assert.True(_errors.Wait(s_limit) && (_reading?.Wait(s_limit) ?? true), "Tail has ended, but its output has not.");
        return new TailResult(_process.ExitCode, Written(), _errors.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void WaitFor(Func<string, bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition(WrittenText()) && Stopwatch.GetElapsedTime(start) < s_limit && !_process.HasExited)
            Thread.Sleep(10);
    }

    private string WrittenText() => Encoding.UTF8.GetString(Written());

    private byte[] Written()
    {
        lock (_output)
            return _output.ToArray();
    }
}

/// <summary>What a run left.</summary>
internal sealed record TailResult(int ExitCode, byte[] Bytes, string Errors)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The lines written, of a run that ended well and had nothing to say.</summary>
    public string[] Lines
    {
        get
        {
            Assert.Equal((0, ""), (ExitCode, Errors));
            return Text.Length == 0 ? [] : Text.TrimEnd('\n').Split('\n');
        }
    }
}
