using BenchmarkDotNet.Attributes;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Suites;

/// <summary>Background delivery to a file.</summary>
public class BackgroundFile() : LoggingSuite(Route.BackgroundFile)
{
    /// <summary>Prepares ZLogger by interpolated strings.</summary>
    [GlobalSetup(Target = nameof(ZLoggerInterpolated))]
    public void SetUpZLoggerInterpolated() => SetUp(CandidateKind.ZLoggerInterpolated);

    /// <summary>ZLogger by interpolated strings.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void ZLoggerInterpolated() => Burst();

    /// <summary>Prepares ZLogger by generated methods.</summary>
    [GlobalSetup(Target = nameof(ZLoggerMessage))]
    public void SetUpZLoggerMessage() => SetUp(CandidateKind.ZLoggerMessage);

    /// <summary>ZLogger by generated methods.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void ZLoggerMessage() => Burst();

    /// <summary>Prepares Microsoft.Extensions.Logging with ZLogger behind it.</summary>
    [GlobalSetup(Target = nameof(MicrosoftZLogger))]
    public void SetUpMicrosoftZLogger() => SetUp(CandidateKind.MicrosoftZLogger);

    /// <summary>Microsoft.Extensions.Logging with ZLogger behind it.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public void MicrosoftZLogger() => Burst();
}
