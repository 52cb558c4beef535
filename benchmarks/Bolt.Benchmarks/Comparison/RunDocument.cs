using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bolt.Benchmarks.Comparison;

/// <summary>The JSON of one run of <c>compare</c>.</summary>
/// <param name="Time">When it ended.</param>
/// <param name="Framework">.NET, with its version.</param>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's.</param>
/// <param name="Processors">How many.</param>
/// <param name="Rounds">Rounds asked for.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Rows">What was measured.</param>
internal sealed record RunDocument(
    DateTimeOffset Time,
    string Framework,
    string System,
    string Architecture,
    int Processors,
    int Rounds,
    double Seconds,
    IReadOnlyList<Row> Rows)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, s_json));

    /// <exception cref="InvalidDataException">The file cannot be read, or holds no run.</exception>
    public static RunDocument Load(string path) => JsonFile.Load<RunDocument>(path, s_json, "a run of 'compare'; measure it again");
}
