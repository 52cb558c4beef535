using System.Text.Json.Serialization;

namespace Bolt.Benchmarks.Workloads;

/// <summary>The values of <see cref="Workload.Nested"/> by System.Text.Json's generated code, for libraries that have no JSON of their own for objects.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<int>))]
[JsonSerializable(typeof(Shipment))]
internal sealed partial class ShipmentJson : JsonSerializerContext;
