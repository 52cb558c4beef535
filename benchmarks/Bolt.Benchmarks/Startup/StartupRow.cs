using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Startup;

/// <summary>What was measured of one candidate's start, in microseconds.</summary>
/// <param name="Compilation">When it was compiled.</param>
/// <param name="Candidate">What started.</param>
/// <param name="FirstByte">From the first statement of <c>Main</c> until the first byte of the record came to the stream.</param>
/// <param name="Flushed">From there until the logger was flushed and disposed.</param>
/// <param name="Process">The whole process, as its parent saw it.</param>
/// <param name="ToZLogger"><paramref name="FirstByte"/> to ZLogger's of the same round; null where that was not measured.</param>
/// <param name="ToSerilog">The same to Serilog's, synchronous.</param>
internal sealed record StartupRow(
    Compilation Compilation,
    StartupKind Candidate,
    Spread FirstByte,
    Spread Flushed,
    Spread Process,
    Spread? ToZLogger,
    Spread? ToSerilog);
