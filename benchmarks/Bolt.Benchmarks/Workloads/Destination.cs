namespace Bolt.Benchmarks.Workloads;

/// <summary>The object inside a <see cref="Shipment"/>.</summary>
/// <param name="City">A city.</param>
/// <param name="Country">Its country.</param>
/// <param name="Zone">One digit.</param>
public sealed record Destination(string City, string Country, int Zone);
