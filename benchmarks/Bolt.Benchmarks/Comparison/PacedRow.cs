using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Single calls at a steady rate, in nanoseconds, one reading of the clock included; each percentile over the rounds.</summary>
/// <param name="Route">Where records went.</param>
/// <param name="Candidate">By whom.</param>
/// <param name="EventsPerSecond">The rate.</param>
/// <param name="Events">Events a round.</param>
/// <param name="P50">The median call.</param>
/// <param name="P99">One call of a hundred takes longer.</param>
/// <param name="P999">One of a thousand.</param>
/// <param name="P9999">One of ten thousand.</param>
/// <param name="Most">The longest call of a round.</param>
/// <param name="Writes">Writes to the sink; counted of Bolt.</param>
/// <param name="CallerWrites">Of these, those on the caller's thread.</param>
internal sealed record PacedRow(
    Route Route,
    CandidateKind Candidate,
    int EventsPerSecond,
    int Events,
    Spread P50,
    Spread P99,
    Spread P999,
    Spread P9999,
    Spread Most,
    long? Writes,
    long? CallerWrites);
