using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Candidates;

/// <summary>The bound fields, for libraries that take them as a scope.</summary>
internal static class BoundFields
{
    internal static readonly KeyValuePair<string, object?>[] Pairs =
    [
        new("requestId", LoggedValues.RequestId),
        new("tenant", LoggedValues.Tenant),
        new("node", LoggedValues.Node),
    ];
}
