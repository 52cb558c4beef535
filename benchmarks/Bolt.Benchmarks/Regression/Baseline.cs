using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Regression;

/// <summary>
/// What a later run is compared with. It holds ratios to the hand-written limit and no times, because a time says little about the same
/// machine an hour later; and the machine, because even a ratio says little about another one.
/// </summary>
internal sealed record Baseline(DateTimeOffset Time, Machine Machine, string? Commit, IReadOnlyList<BaselineEntry> Entries)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Baseline Of(IReadOnlyList<Measured> measured, DateTimeOffset time, Machine machine, string? commit) => new(
        time, machine, commit, [.. measured.Select(static one => new BaselineEntry(one.Route, one.Workload, one.Ratios))]);

    /// <exception cref="InvalidDataException">The file cannot be read, or holds no baseline.</exception>
    public static Baseline Load(string path) => JsonFile.Load<Baseline>(path, s_json, "a baseline; write it anew with '--write-baseline'");

    /// <exception cref="InvalidDataException">The baseline says nothing of these runs; the message tells why.</exception>
    public void MustFit(RunDocument run, double mostDays)
    {
        const string remedy = "write it anew with '--update-baseline' of the script, or '--write-baseline'";
        string[] differences = [.. Machine.DifferencesTo(Machine.Of(run))];
        if (differences.Length > 0)
            throw new InvalidDataException($"The baseline was measured on another machine or framework: {string.Join("; ", differences)}; {remedy}.");

        double days = (run.Time - Time).TotalDays;
        if (days > mostDays)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The baseline is {days:0} days older than the run, and at most {mostDays:0} are allowed; {remedy}."));
    }

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
              "machine": {{JsonSerializer.Serialize(Machine, s_json)}},
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
