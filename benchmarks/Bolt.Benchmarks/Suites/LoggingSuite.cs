using BenchmarkDotNet.Attributes;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Suites;

/// <summary>
/// The candidates of one route, the limit as the baseline. An operation is one event of a burst, until everything is with the output.
/// Each benchmark runs alone, minutes apart from the baseline: for ratios use <c>compare</c>.
/// </summary>
[Config(typeof(SuiteConfig))]
public abstract class LoggingSuite
{
    private protected const int Events = 20_000;

    private readonly Route _route;
    private Candidate? _candidate;
    private Output? _output;

    private protected LoggingSuite(Route route) => _route = route;

    /// <summary>What is logged.</summary>
    [ParamsAllValues]
    public Workload Workload { get; set; }

    /// <summary>Prepares the limit.</summary>
    [GlobalSetup(Target = nameof(Limit))]
    public void SetUpLimit() => SetUp(CandidateKind.Limit);

    /// <summary>The hand-written limit.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public void Limit() => Burst();

    /// <summary>Prepares Bolt.</summary>
    [GlobalSetup(Target = nameof(Bolt))]
    public void SetUpBolt() => SetUp(CandidateKind.Bolt);

    /// <summary>Bolt.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void Bolt() => Burst();

    /// <summary>Prepares Bolt with the coarse clock.</summary>
    [GlobalSetup(Target = nameof(BoltCoarse))]
    public void SetUpBoltCoarse() => SetUp(CandidateKind.BoltCoarse);

    /// <summary>Bolt with the coarse clock.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void BoltCoarse() => Burst();

    /// <summary>Prepares Microsoft.Extensions.Logging.</summary>
    [GlobalSetup(Target = nameof(MicrosoftJsonConsole))]
    public void SetUpMicrosoftJsonConsole() => SetUp(CandidateKind.MicrosoftJsonConsole);

    /// <summary>Microsoft.Extensions.Logging.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void MicrosoftJsonConsole() => Burst();

    /// <summary>Prepares Serilog.</summary>
    [GlobalSetup(Target = nameof(SerilogCompactJson))]
    public void SetUpSerilogCompactJson() => SetUp(CandidateKind.SerilogCompactJson);

    /// <summary>Serilog.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void SerilogCompactJson() => Burst();

    /// <summary>Prepares Serilog, the message not rendered.</summary>
    [GlobalSetup(Target = nameof(SerilogCompact))]
    public void SetUpSerilogCompact() => SetUp(CandidateKind.SerilogCompact);

    /// <summary>Serilog, the message not rendered.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void SerilogCompact() => Burst();

    /// <summary>Prepares NLog.</summary>
    [GlobalSetup(Target = nameof(NLogJsonLayout))]
    public void SetUpNLogJsonLayout() => SetUp(CandidateKind.NLogJsonLayout);

    /// <summary>NLog.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void NLogJsonLayout() => Burst();

    /// <summary>Prepares log4net.</summary>
    [GlobalSetup(Target = nameof(Log4Net))]
    public void SetUpLog4Net() => SetUp(CandidateKind.Log4Net);

    /// <summary>Log4net.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void Log4Net() => Burst();

    /// <summary>Keeps a file from growing through a whole run.</summary>
    [IterationCleanup]
    public void EmptyOutput() => _output!.Empty();

    /// <summary>Ends the candidate.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _candidate?.Dispose();
        _output?.Dispose();
    }

    private protected void SetUp(CandidateKind kind)
    {
        _output = new Output(_route);
        _candidate = kind.Create(Workload, _route, _output.Stream);
    }

    private protected void Burst()
    {
        _candidate!.Log(Workload, Events);
        _candidate.Flush();
    }
}
