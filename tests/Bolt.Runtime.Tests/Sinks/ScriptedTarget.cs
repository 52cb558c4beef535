using System.Text;
using Bolt.Sinks;
using Bolt.Sinks.Native;

namespace Bolt.Runtime.Tests;

/// <summary>A target whose system calls answer as told, then take everything.</summary>
internal sealed class ScriptedTarget(params (int Taken, int Error)[] answers) : LineTarget("'the target'")
{
    public const int NoSpace = 28;

    private readonly Queue<(int Taken, int Error)> _answers = new(answers);
    private readonly MemoryStream _written = new();

    public string Written => Encoding.UTF8.GetString(_written.ToArray());

    /// <summary>The bytes offered to each system call.</summary>
    public List<string> Calls { get; } = [];

    public int Waits { get; private set; }

    public bool Terminal { get; init; }

    public bool IsDisposed { get; private set; }

    public override FileStatus? Status => null;

    public override bool IsTerminal => Terminal;

    public override void Sync()
    {
    }

    public override void Dispose() => IsDisposed = true;

    protected override int WriteSome(ReadOnlySpan<byte> bytes, out int error)
    {
        Calls.Add(Encoding.UTF8.GetString(bytes));
        (var taken, error) = _answers.TryDequeue(out var answer) ? answer : (bytes.Length, 0);
        if (taken > 0)
            _written.Write(bytes[..taken]);
        return taken;
    }

    protected override void WaitWritable() => Waits++;
}
