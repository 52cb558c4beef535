namespace Bolt.Benchmarks.Comparison;

/// <summary>One burst of one candidate, per event.</summary>
/// <param name="Caller">Nanoseconds until the last log call returned.</param>
/// <param name="Flushed">Nanoseconds until everything was with the output.</param>
/// <param name="Processor">Nanoseconds of processor time of all threads, until then.</param>
/// <param name="CallerBytes">Bytes allocated by the calling thread, flush included.</param>
/// <param name="TotalBytes">Bytes allocated by all threads.</param>
internal readonly record struct Sample(double Caller, double Flushed, double Processor, double CallerBytes, double TotalBytes);
