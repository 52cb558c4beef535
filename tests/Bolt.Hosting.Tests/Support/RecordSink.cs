using System.Text;
using System.Text.Json;

namespace Bolt.Hosting.Tests;

/// <summary>Keeps the records of a host.</summary>
internal sealed class RecordSink : LogSink
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public override bool MayBlock => false;

    public string[] Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public JsonElement[] Records => Array.ConvertAll(Lines, static line => JsonDocument.Parse(line).RootElement);

    public string[] Messages => Array.ConvertAll(Records, static record => record.GetProperty("message").GetString()!);

    public override void Write(ReadOnlySpan<byte> records, int count)
    {
        string[] lines = Encoding.UTF8.GetString(records).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lock (_lock)
            _lines.AddRange(lines);
    }

    public void Clear()
    {
        lock (_lock)
            _lines.Clear();
    }
}
