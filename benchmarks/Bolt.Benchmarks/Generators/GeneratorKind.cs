namespace Bolt.Benchmarks.Generators;

/// <summary>The generators that are compared.</summary>
internal enum GeneratorKind
{
    /// <summary>None: the driver has nothing to do, and what is left is the edit itself.</summary>
    None,

    /// <summary>Bolt's.</summary>
    Bolt,

    /// <summary>That of the package ZLogger.</summary>
    ZLogger,

    /// <summary>That of the package Microsoft.Extensions.Logging.Abstractions.</summary>
    Microsoft,
}

internal static class GeneratorKinds
{
    internal static string Title(this GeneratorKind kind) => kind switch
    {
        GeneratorKind.None => "none",
        GeneratorKind.Bolt => "Bolt",
        GeneratorKind.ZLogger => "ZLogger",
        GeneratorKind.Microsoft => "Microsoft",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The attribute of a log method, without its arguments; that of no generator is Bolt's.</summary>
    internal static string Attribute(this GeneratorKind kind) => kind switch
    {
        GeneratorKind.ZLogger => "ZLoggerMessage",
        GeneratorKind.Microsoft => "LoggerMessage",
        _ => "LogEvent",
    };

    /// <summary>The namespace of that attribute.</summary>
    internal static string Namespace(this GeneratorKind kind) => kind switch
    {
        GeneratorKind.ZLogger => "ZLogger",
        GeneratorKind.Microsoft => "Microsoft.Extensions.Logging",
        _ => "Bolt",
    };
}
