namespace Bolt.Benchmarks.Workloads;

/// <summary>What is logged.</summary>
public enum Workload
{
    /// <summary>Two fields, below the minimum level: nothing is written.</summary>
    Disabled,

    /// <summary>A constant message.</summary>
    NoField,

    /// <summary>An integer and a string.</summary>
    TwoFields,

    /// <summary>Ten fields of nine types, one string of them to be escaped.</summary>
    TenFields,

    /// <summary>One field and an exception that was thrown through six frames.</summary>
    Exception,

    /// <summary><see cref="TwoFields"/> and three fields bound to the logger beforehand.</summary>
    BoundContext,
}
