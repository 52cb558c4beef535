namespace Bolt.Benchmarks.Generators;

/// <summary>What somebody types.</summary>
internal enum EditKind
{
    /// <summary>A character in a file that has nothing to do with logging.</summary>
    UnrelatedFile,

    /// <summary>A character in the body of an ordinary method, in a file with ten log methods.</summary>
    MethodBody,

    /// <summary>A character in the message template of a log method.</summary>
    Template,

    /// <summary>One more log method in a file with ten of them.</summary>
    AddedMethod,

    /// <summary>One more member of an enum that the ten log methods of another file take.</summary>
    ParameterType,
}

internal static class EditKinds
{
    internal static string Title(this EditKind kind) => kind switch
    {
        EditKind.UnrelatedFile => "a character in an unrelated file",
        EditKind.MethodBody => "a method body beside log methods",
        EditKind.Template => "a log method's template",
        EditKind.AddedMethod => "one more log method",
        EditKind.ParameterType => "one more member of a parameter's enum",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
