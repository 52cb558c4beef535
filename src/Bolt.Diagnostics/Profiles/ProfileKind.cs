namespace Bolt.Diagnostics.Profiles;

/// <summary>What can be asked of a running process.</summary>
internal enum ProfileKind
{
    /// <summary><c>profile</c>: which methods use the processors.</summary>
    Cpu,

    /// <summary><c>heap</c>: which types are kept in memory, and by what.</summary>
    Heap,

    /// <summary><c>heap?debug=1</c>: the heap's figures, as text. Takes neither time nor a format.</summary>
    HeapText,

    /// <summary><c>allocs</c>: which methods allocate.</summary>
    Allocations,

    /// <summary><c>goroutine</c>: the stacks of all managed threads.</summary>
    Threads,

    /// <summary><c>goroutine?debug=1</c>: the same as text, a line a thread. Takes neither time nor a format.</summary>
    ThreadsText,

    /// <summary><c>block</c>: which methods wait for locks.</summary>
    Block,

    /// <summary><c>POST /debug/gc</c>: collects all generations, blocking and compacting. Takes neither time nor a format.</summary>
    Collection,
}
