using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>What was measured of one candidate.</summary>
/// <param name="Route">How records left.</param>
/// <param name="Workload">What was logged.</param>
/// <param name="Candidate">By whom.</param>
/// <param name="Events">Events a sample.</param>
/// <param name="Samples">How many samples.</param>
/// <param name="Caller">Nanoseconds an event until the last log call returned.</param>
/// <param name="Flushed">Nanoseconds an event until everything was with the output.</param>
/// <param name="Processor">Nanoseconds of processor time an event, all threads, until everything was with the output.</param>
/// <param name="CallerRatio"><paramref name="Caller"/> to the limit's of the same round.</param>
/// <param name="FlushedRatio"><paramref name="Flushed"/> to the limit's of the same round.</param>
/// <param name="ProcessorRatio"><paramref name="Processor"/> to the limit's of the same round.</param>
/// <param name="Noise">How far apart the quartiles of <paramref name="Caller"/> are, to its median: of the limit, how quiet the machine was.</param>
/// <param name="OverLimit"><paramref name="Caller"/> less the limit's of the same round, in nanoseconds.</param>
/// <param name="CallerBytes">Bytes an event allocated by the calling thread; median.</param>
/// <param name="TotalBytes">Bytes an event allocated by all threads; median.</param>
/// <param name="CallerRatios">What <paramref name="CallerRatio"/> is the spread of, round by round.</param>
/// <param name="Errors">Records that the logger reported lost or changed, over the whole run; null where a candidate does not tell.</param>
/// <param name="Logged">Events logged over the whole run.</param>
internal sealed record Row(
    Route Route,
    Workload Workload,
    CandidateKind Candidate,
    int Events,
    int Samples,
    Spread Caller,
    Spread Flushed,
    Spread Processor,
    Spread CallerRatio,
    Spread FlushedRatio,
    Spread ProcessorRatio,
    double Noise,
    Spread OverLimit,
    double CallerBytes,
    double TotalBytes,
    IReadOnlyList<double> CallerRatios,
    long? Errors,
    long Logged);
