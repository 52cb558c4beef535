using System.Text;
using Bolt.Generated.Tests.Catalogue;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

/// <summary>A Bolt logger whose records can be read back, each without its line end.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly BoltLoggerFactory _factory;
    private readonly List<string> _errors = [];
    private readonly ObservedRecords? _observed = ObservedRecords.Current;
    private readonly bool _hidesEvent;

    public Recorder(RecordParts include = RecordParts.None, LogLevel minimumLevel = LogLevel.Trace, Action<BoltOptions>? configure = null)
    {
        _hidesEvent = _observed is not null && (include & RecordParts.EventName) == 0;
        _factory = BoltLoggerFactory.Create(o =>
        {
            o.Include = _hidesEvent ? include | RecordParts.EventName : include;
            o.MinimumLevel = minimumLevel;
            o.Delivery = Delivery.Synchronous;
            o.RedactionKey = "0123456789abcdef"u8.ToArray();
            o.Sinks.Add(new StreamSink(_stream, leaveOpen: true));
            o.OnError = e => _errors.Add(e.Message);
            configure?.Invoke(o);
        });
        Logger = _factory.CreateLogger("Test");
    }

    public BoltLogger Logger { get; }

    /// <summary>What the logging system reported.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The records so far.</summary>
    public string[] Records => _hidesEvent ? [.. Lines().Select(ObservedRecords.WithoutEvent)] : Lines();

    /// <summary>What one call writes, as the only record.</summary>
    public static string Write(Action<ILogger> log, RecordParts include = RecordParts.None)
    {
        using var recorder = new Recorder(include);
        log(recorder.Logger);
        string record = Assert.Single(recorder.Records);
        Assert.Empty(recorder.Errors);
        using System.Text.Json.JsonDocument parsed = System.Text.Json.JsonDocument.Parse(record);
        return record;
    }

    /// <summary>The fields and the message of an information record: what stands between <c>{"level":"info"</c> and the last brace.</summary>
    public static string Fields(Action<ILogger> log)
    {
        string record = Write(log);
        const string Head = "{\"level\":\"info\",";
        Assert.StartsWith(Head, record, StringComparison.Ordinal);
        return record[Head.Length..^1];
    }

    public void Dispose()
    {
        _factory.Dispose();
        _observed?.Add(Lines());
        _stream.Dispose();
    }

    private string[] Lines()
    {
        _factory.Flush();
        string text = Encoding.UTF8.GetString(_stream.ToArray());
        if (text.Length == 0) return [];
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return text[..^1].Split('\n');
    }
}
