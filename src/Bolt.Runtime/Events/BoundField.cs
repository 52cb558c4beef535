namespace Bolt.Runtime;

/// <summary>A field that a logger carries, encoded once: <c>,"name":value</c>.</summary>
internal sealed record BoundField(string Name, byte[] Json);
