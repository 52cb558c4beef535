namespace Bolt.Benchmarks.Startup;

/// <summary>What starts. The names are the arguments of the child process.</summary>
internal enum StartupKind
{
    /// <summary>Bolt with its default options: in the background, flushed.</summary>
    Bolt,

    /// <summary>Bolt, delivering before the call returns.</summary>
    BoltSynchronous,

    /// <summary>Bolt behind Microsoft.Extensions.Logging.</summary>
    BoltProvider,

    /// <summary>ZLogger by a generated method.</summary>
    ZLogger,

    /// <summary>Serilog to a sink that writes at once: its fastest.</summary>
    Serilog,

    /// <summary>Serilog through Serilog.Sinks.Async.</summary>
    SerilogAsync,

    /// <summary>Microsoft.Extensions.Logging by a generated method, to its JSON console.</summary>
    Microsoft,

    /// <summary>NLog to a target that writes at once.</summary>
    NLog,
}

internal static class StartupKinds
{
    internal static string Title(this StartupKind kind) => kind switch
    {
        StartupKind.Bolt => "Bolt, background",
        StartupKind.BoltSynchronous => "Bolt, synchronous",
        StartupKind.BoltProvider => "Bolt behind Microsoft.Extensions.Logging",
        StartupKind.ZLogger => "ZLogger [ZLoggerMessage]",
        StartupKind.Serilog => "Serilog compact JSON",
        StartupKind.SerilogAsync => "Serilog compact JSON, Async",
        StartupKind.Microsoft => "Microsoft [LoggerMessage], JSON console",
        StartupKind.NLog => "NLog JSON layout",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The beginnings of the names of the assemblies that nobody but the candidate may have loaded.</summary>
    internal static string[] Own(this StartupKind kind) => kind switch
    {
        StartupKind.Bolt or StartupKind.BoltSynchronous => ["Bolt.Runtime", "Microsoft.Extensions.Logging.Abstractions"],
        StartupKind.BoltProvider => ["Bolt.Runtime", "Microsoft.Extensions."],
        StartupKind.ZLogger => ["ZLogger", "Utf8StringInterpolation", "Microsoft.Extensions."],
        StartupKind.Serilog or StartupKind.SerilogAsync => ["Serilog"],
        StartupKind.Microsoft => ["Microsoft.Extensions."],
        StartupKind.NLog => ["NLog"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
