namespace QuickStart;

/// <summary>What a file holds, as far as its first bytes tell.</summary>
internal enum FileKind
{
    /// <summary>Nothing; also pipes, sockets and devices, which have no length and are never opened.</summary>
    Empty,
    Text,
    Binary,
}
