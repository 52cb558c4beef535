using System.Text.Json;
using System.Text.Json.Serialization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Regression;

/// <summary>
/// What a later run is compared with. It holds ratios to the hand-written limit and no times, because those of one machine say nothing
/// about another, and little about the same one an hour later.
/// </summary>
internal sealed record Baseline(DateTimeOffset Time, string Framework, string? Commit, IReadOnlyList<BaselineEntry> Entries)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static Baseline Of(IReadOnlyList<Measured> measured, string framework, string? commit) => new(
        DateTimeOffset.UtcNow, framework, commit, [.. measured.Select(static one => new BaselineEntry(one.Route, one.Workload, one.Ratios))]);

    /// <exception cref="InvalidDataException">The file cannot be read, or holds no baseline.</exception>
    public static Baseline Load(string path) => JsonFile.Load<Baseline>(path, s_json, "a baseline; write it anew with '--write-baseline'");

    public void Save(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // An entry a line: a new baseline is a readable difference.
        string entries = string.Join(",\n    ", Entries.Select(static entry => JsonSerializer.Serialize(entry, s_json)));
        File.WriteAllText(
            path,
            $$"""
            {
              "time": {{JsonSerializer.Serialize(Time, s_json)}},
              "framework": {{JsonSerializer.Serialize(Framework, s_json)}},
              "commit": {{JsonSerializer.Serialize(Commit, s_json)}},
              "entries": [
                {{entries}}
              ]
            }

            """);
    }
}

/// <summary>The ratios of one workload and route.</summary>
internal sealed record BaselineEntry(Route Route, Workload Workload, IReadOnlyList<double> Ratios);
