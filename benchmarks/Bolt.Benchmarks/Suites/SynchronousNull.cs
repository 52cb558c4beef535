using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Suites;

/// <summary>Synchronous delivery to a stream that discards. ZLogger has no such delivery.</summary>
public class SynchronousNull() : LoggingSuite(Route.SynchronousNull);
