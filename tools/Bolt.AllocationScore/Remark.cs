using System.Text.Json;

namespace Bolt.AllocationScore;

/// <summary>What a rule said, and where.</summary>
internal sealed record Remark(string Id, string File, int Line, int Column, string Message)
{
    /// <summary>Reads what the compiler logged; what a pragma suppresses was said too.</summary>
    public static IEnumerable<Remark> Read(string log)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(log));
        foreach (var run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                string id = result.GetProperty("ruleId").GetString()!;
                if (!id.StartsWith("BOLT1", StringComparison.Ordinal) || !result.TryGetProperty("locations", out var locations))
                    continue;

                var place = locations[0].GetProperty("physicalLocation");
                var region = place.GetProperty("region");
                yield return new Remark(
                    id,
                    new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath,
                    region.GetProperty("startLine").GetInt32(),
                    region.GetProperty("startColumn").GetInt32(),
                    result.GetProperty("message").GetProperty("text").GetString()!);
            }
        }
    }
}
