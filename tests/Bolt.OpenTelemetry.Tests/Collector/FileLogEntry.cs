namespace Bolt.OpenTelemetry.Tests.Collector;

/// <summary>A record in a collector.</summary>
internal sealed class FileLogEntry
{
    public required string Body { get; set; }

    public Dictionary<string, object?> Attributes { get; } = [];

    public DateTimeOffset? Time { get; set; }

    public int Severity { get; set; }

    public string? SeverityText { get; set; }

    public string? Scope { get; set; }

    public string? TraceId { get; set; }

    public string? SpanId { get; set; }
}
