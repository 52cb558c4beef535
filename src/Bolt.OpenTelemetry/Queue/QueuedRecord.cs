namespace Bolt.OpenTelemetry.Queue;

/// <summary>A record that waits: its JSON without the line feed, and when the sink got it.</summary>
internal readonly record struct QueuedRecord(ReadOnlyMemory<byte> Json, DateTime Arrived);
