namespace Bolt.Benchmarks.Workloads;

/// <summary>The object of <see cref="Workload.Nested"/>.</summary>
/// <param name="Id">Thirteen digits.</param>
/// <param name="Carrier">Whose.</param>
/// <param name="Weight">In kilograms.</param>
/// <param name="Insured">Whether it is.</param>
/// <param name="Destination">Where it goes.</param>
public sealed record Shipment(long Id, string Carrier, double Weight, bool Insured, Destination Destination);
