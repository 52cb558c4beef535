using Bolt.Benchmarks.Limit;
using Bolt.Benchmarks.Workloads;
using Serilog.Formatting.Compact;

namespace Bolt.Benchmarks.Candidates;

/// <summary>What is compared.</summary>
public enum CandidateKind
{
    /// <summary>The hand-written limit.</summary>
    Limit,

    /// <summary>Bolt.</summary>
    Bolt,

    /// <summary>Bolt with the coarse clock.</summary>
    BoltCoarse,

    /// <summary>ZLogger by interpolated strings.</summary>
    ZLoggerInterpolated,

    /// <summary>ZLogger by generated methods.</summary>
    ZLoggerMessage,

    /// <summary>Microsoft.Extensions.Logging by generated methods.</summary>
    MicrosoftJsonConsole,

    /// <summary>Microsoft.Extensions.Logging by generated methods, with ZLogger as the provider.</summary>
    MicrosoftZLogger,

    /// <summary>Serilog, the message rendered.</summary>
    SerilogCompactJson,

    /// <summary>Serilog, the template instead of the message.</summary>
    SerilogCompact,

    /// <summary>NLog.</summary>
    NLogJsonLayout,

    /// <summary>log4net.</summary>
    Log4Net,
}

internal static class CandidateKinds
{
    internal static string Title(this CandidateKind kind) => kind switch
    {
        CandidateKind.Limit => "limit",
        CandidateKind.Bolt => "Bolt [LogEvent]",
        CandidateKind.BoltCoarse => "Bolt [LogEvent], coarse clock",
        CandidateKind.ZLoggerInterpolated => "ZLogger $\"…\"",
        CandidateKind.ZLoggerMessage => "ZLogger [ZLoggerMessage]",
        CandidateKind.MicrosoftJsonConsole => "Microsoft [LoggerMessage], JSON console",
        CandidateKind.MicrosoftZLogger => "Microsoft [LoggerMessage], ZLogger",
        CandidateKind.SerilogCompactJson => "Serilog compact JSON",
        CandidateKind.SerilogCompact => "Serilog compact JSON, message not rendered",
        CandidateKind.NLogJsonLayout => "NLog JSON layout",
        CandidateKind.Log4Net => "log4net",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether it is another library.</summary>
    internal static bool IsPeer(this CandidateKind kind) => kind is not (CandidateKind.Limit or CandidateKind.Bolt or CandidateKind.BoltCoarse);

    /// <summary>Whether the candidate has this route.</summary>
    internal static bool Has(this CandidateKind kind, Route route) =>
        route != Route.SynchronousNull || kind is not (CandidateKind.ZLoggerInterpolated or CandidateKind.ZLoggerMessage or CandidateKind.MicrosoftZLogger);

    /// <param name="kind">What.</param>
    /// <param name="workload">The only workload it will be asked for.</param>
    /// <param name="route">How records leave.</param>
    /// <param name="output">Where they go; not disposed.</param>
    internal static Candidate Create(this CandidateKind kind, Workload workload, Route route, Stream output) => kind switch
    {
        CandidateKind.Limit => new Candidate<LimitCalls>(new LimitCalls(new LimitWriter())),
        CandidateKind.Bolt => BoltCalls.Create(workload, route, output),
        CandidateKind.BoltCoarse => BoltCalls.Create(workload, route, output, LogClock.Coarse),
        CandidateKind.ZLoggerInterpolated => new Candidate<ZLoggerInterpolatedCalls>(new ZLoggerInterpolatedCalls(new ZLoggerSetup(workload, output, ConstantMessage(workload)))),
        CandidateKind.ZLoggerMessage => new Candidate<ZLoggerMessageCalls>(new ZLoggerMessageCalls(new ZLoggerSetup(workload, output, ConstantMessage(workload)))),
        CandidateKind.MicrosoftJsonConsole => new Candidate<MicrosoftCalls>(new MicrosoftCalls(new MicrosoftSetup(workload, route, output))),
        CandidateKind.MicrosoftZLogger => new Candidate<MicrosoftZLoggerCalls>(new MicrosoftZLoggerCalls(new ZLoggerSetup(workload, output))),
        CandidateKind.SerilogCompactJson => new Candidate<SerilogCalls>(new SerilogCalls(workload, route, new RenderedCompactJsonFormatter(), output)),
        CandidateKind.SerilogCompact => new Candidate<SerilogCalls>(new SerilogCalls(workload, route, new CompactJsonFormatter(), output)),
        CandidateKind.NLogJsonLayout => new Candidate<NLogCalls>(new NLogCalls(workload, route, output)),
        CandidateKind.Log4Net => new Candidate<Log4NetCalls>(new Log4NetCalls(workload, route, output)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string? ConstantMessage(Workload workload) => workload switch
    {
        Workload.LongAscii or Workload.LongMixed => "Payload received",
        Workload.Nested => "Shipment packed",
        _ => null,
    };
}
