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

    /// <summary>A string of 4,096 plain ASCII characters. A field only: nobody wants it a second time in the message, so nobody writes it there.</summary>
    LongAscii,

    /// <summary>As <see cref="LongAscii"/>, 4,096 bytes of UTF-8: ASCII, Cyrillic, Chinese, emoji, and characters to be escaped.</summary>
    LongMixed,

    /// <summary>A list of sixteen integers and an object with another inside, as JSON of their kind. Fields only, as <see cref="LongAscii"/>.</summary>
    Nested,
}
