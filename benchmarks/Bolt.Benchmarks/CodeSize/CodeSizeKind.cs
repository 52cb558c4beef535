namespace Bolt.Benchmarks.CodeSize;

/// <summary>Whose log methods are compiled. The names are arguments of the child process.</summary>
internal enum CodeSizeKind
{
    /// <summary>Bolt's, to its own logger.</summary>
    Bolt,

    /// <summary>Those of Microsoft's generator, to the JSON console.</summary>
    Microsoft,
}
