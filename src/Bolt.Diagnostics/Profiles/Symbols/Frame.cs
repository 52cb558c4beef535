namespace Bolt.Diagnostics.Profiles.Symbols;

/// <summary>One line of a stack; two frames are the same only if they are the same object.</summary>
internal sealed class Frame(string name)
{
    /// <summary>Namespace, type and method, as people read them; for a heap, a type or a root.</summary>
    public string Name { get; } = name;

    /// <summary>The name with its signature, as the runtime writes it.</summary>
    public string SystemName { get; init; } = name;

    /// <summary>The assembly's path, if it has one.</summary>
    public string? Module { get; init; }

    /// <summary>The source file, if the symbols are there.</summary>
    public string? File { get; init; }

    /// <summary>The line that runs; 0 if unknown.</summary>
    public int Line { get; init; }

    /// <summary>The method's first line; 0 if unknown.</summary>
    public int StartLine { get; init; }
}
