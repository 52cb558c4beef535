namespace Bolt.Benchmarks.CodeSize;

/// <summary>What a child process logs, in this order: each step shows what its methods add to all before.</summary>
internal enum CodeSizeStep
{
    /// <summary>An event without fields, so that what every event needs is compiled.</summary>
    Base,

    /// <summary>The first method with two fields.</summary>
    TwoFirst,

    /// <summary>Five more, with the same types.</summary>
    TwoSame,

    /// <summary>Five more, each with a type that was not there before.</summary>
    TwoOther,

    /// <summary>The first method with ten fields.</summary>
    TenFirst,

    /// <summary>Three more, with the same types.</summary>
    TenSame,

    /// <summary>Three more, with other types in their places.</summary>
    TenOther,
}

internal static class CodeSizeSteps
{
    internal static string Title(this CodeSizeStep step) => step switch
    {
        CodeSizeStep.Base => "no field",
        CodeSizeStep.TwoFirst => "two fields, the first method",
        CodeSizeStep.TwoSame => "two fields, one more with the same types",
        CodeSizeStep.TwoOther => "two fields, one more with other types",
        CodeSizeStep.TenFirst => "ten fields, the first method",
        CodeSizeStep.TenSame => "ten fields, one more with the same types",
        CodeSizeStep.TenOther => "ten fields, one more with other types",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
