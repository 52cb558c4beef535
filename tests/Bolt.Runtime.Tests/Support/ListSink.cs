using System.Text;
using System.Text.Json;

namespace Bolt.Runtime.Tests;

/// <summary>Keeps every batch, checks that it is made of whole lines, and lets a test look while delivery goes on.</summary>
internal sealed class ListSink(bool mayBlock = false) : LogSink
{
    private readonly object _lock = new();
    private readonly List<string> _lines = [];

    public override bool MayBlock => mayBlock;

    internal Action? OnWrite { get; set; }

    internal int Count
    {
        get
        {
            lock (_lock)
                return _lines.Count;
        }
    }

    internal bool IsDisposed { get; private set; }

    internal string[] Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    internal JsonElement[] Records => [.. Lines.Select(static line => JsonDocument.Parse(line).RootElement)];

    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        OnWrite?.Invoke();
        string text = Encoding.UTF8.GetString(records);
        if (!text.EndsWith('\n'))
            throw new InvalidOperationException("A batch does not end with a line feed.");

        string[] lines = text[..^1].Split('\n');
        if (lines.Length != count)
            throw new InvalidOperationException($"{lines.Length} lines, {count} records.");

        lock (_lock)
            _lines.AddRange(lines);
    }

    protected override void Dispose(bool disposing) => IsDisposed = true;
}
