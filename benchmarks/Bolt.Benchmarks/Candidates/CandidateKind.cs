using Bolt.Benchmarks.Limit;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Candidates;

/// <summary>What is compared.</summary>
public enum CandidateKind
{
    /// <summary>The hand-written limit.</summary>
    Limit,

    /// <summary>Bolt.</summary>
    Bolt,

    /// <summary>ZLogger by interpolated strings.</summary>
    ZLoggerInterpolated,

    /// <summary>ZLogger by generated methods.</summary>
    ZLoggerMessage,

    /// <summary>Microsoft.Extensions.Logging by generated methods.</summary>
    MicrosoftJsonConsole,

    /// <summary>Serilog.</summary>
    SerilogCompactJson,

    /// <summary>NLog.</summary>
    NLogJsonLayout,
}

internal static class CandidateKinds
{
    internal static string Title(this CandidateKind kind) => kind switch
    {
        CandidateKind.Limit => "limit",
        CandidateKind.Bolt => "Bolt [LogEvent]",
        CandidateKind.ZLoggerInterpolated => "ZLogger $\"…\"",
        CandidateKind.ZLoggerMessage => "ZLogger [ZLoggerMessage]",
        CandidateKind.MicrosoftJsonConsole => "Microsoft [LoggerMessage], JSON console",
        CandidateKind.SerilogCompactJson => "Serilog compact JSON",
        CandidateKind.NLogJsonLayout => "NLog JSON layout",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether the candidate has this route.</summary>
    internal static bool Has(this CandidateKind kind, Route route) =>
        route != Route.SynchronousNull || kind is not (CandidateKind.ZLoggerInterpolated or CandidateKind.ZLoggerMessage);

    /// <param name="kind">What.</param>
    /// <param name="workload">The only workload it will be asked for.</param>
    /// <param name="route">How records leave.</param>
    /// <param name="output">Where they go; not disposed.</param>
    internal static Candidate Create(this CandidateKind kind, Workload workload, Route route, Stream output) => kind switch
    {
        CandidateKind.Limit => new Candidate<LimitCalls>(new LimitCalls(new LimitWriter())),
        CandidateKind.Bolt => BoltCalls.Create(workload, route, output),
        CandidateKind.ZLoggerInterpolated => new Candidate<ZLoggerInterpolatedCalls>(new ZLoggerInterpolatedCalls(new ZLoggerSetup(workload, output, ConstantMessage(workload)))),
        CandidateKind.ZLoggerMessage => new Candidate<ZLoggerMessageCalls>(new ZLoggerMessageCalls(new ZLoggerSetup(workload, output, ConstantMessage(workload)))),
        CandidateKind.MicrosoftJsonConsole => new Candidate<MicrosoftCalls>(new MicrosoftCalls(new MicrosoftSetup(workload, route, output))),
        CandidateKind.SerilogCompactJson => new Candidate<SerilogCalls>(new SerilogCalls(workload, route, output)),
        CandidateKind.NLogJsonLayout => new Candidate<NLogCalls>(new NLogCalls(workload, route, output)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string? ConstantMessage(Workload workload) => workload switch
    {
        Workload.LongAscii or Workload.LongMixed => "Payload received",
        Workload.Nested => "Shipment packed",
        _ => null,
    };
}
