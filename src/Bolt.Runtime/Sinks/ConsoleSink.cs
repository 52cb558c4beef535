namespace Bolt.Sinks;
/// <summary>stub</summary>
public sealed class ConsoleSink : LogSink { /// <inheritdoc/>
 public override void Write(ReadOnlySpan<byte> records, int count) { using var s = Console.OpenStandardOutput(); s.Write(records); } }
