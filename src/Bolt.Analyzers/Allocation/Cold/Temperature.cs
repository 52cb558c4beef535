namespace Bolt.Analyzers.Allocation.Cold;

/// <summary>How often a piece of code runs.</summary>
internal enum Temperature
{
    /// <summary>It counts.</summary>
    Hot,

    /// <summary>It runs once: a static initialiser, or <c>??=</c> into a field. A function created there may run often.</summary>
    Once,

    /// <summary>It only leads to a throw, or handles one.</summary>
    Failing,
}
