using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>The JSON of one run of <c>compare</c>.</summary>
/// <param name="Time">When it ended.</param>
/// <param name="Framework">.NET, with its version.</param>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's.</param>
/// <param name="Processor">Its name.</param>
/// <param name="Processors">How many.</param>
/// <param name="Rounds">Rounds asked for.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Rows">Bursts: time, processor time and bytes.</param>
/// <param name="Paced">Single calls at a steady rate; null where it was not asked for, as with all that follow.</param>
/// <param name="Bursts">Short bursts after a pause.</param>
/// <param name="Producers">Two threads against one.</param>
/// <param name="Order">Of two threads' records.</param>
/// <param name="SynchronousFile">A record a write, against the system call alone.</param>
/// <param name="Pairs">What one change to the same call costs.</param>
/// <param name="Planted">The regression that Bolt was given on purpose; such a run is good for nothing else.</param>
internal sealed record RunDocument(
    DateTimeOffset Time,
    string Framework,
    string System,
    string Architecture,
    string Processor,
    int Processors,
    int Rounds,
    double Seconds,
    IReadOnlyList<Row> Rows,
    IReadOnlyList<PacedRow>? Paced = null,
    IReadOnlyList<BurstRow>? Bursts = null,
    IReadOnlyList<ProducersRow>? Producers = null,
    RecordOrder? Order = null,
    SynchronousFileRow? SynchronousFile = null,
    PairsRow? Pairs = null,
    Plant? Planted = null)
{
    /// <summary>Where half of the limit's rounds are further apart than this share of their median, nothing follows from the run.</summary>
    public const double MostNoise = 0.15;

    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The noise of the limit, at worst, where no file is written beside it, whose writing back is a noise of its own; 0 where no such bursts were measured.</summary>
    [JsonIgnore]
    public double Noise => Rows.Where(static row => row.Candidate == CandidateKind.Limit && row.Route == Route.BackgroundNull && row.Workload is Workload.TwoFields or Workload.TenFields)
        .Select(static row => row.Noise)
        .DefaultIfEmpty()
        .Max();

    /// <summary>What this process, on this machine, has just measured.</summary>
    public static RunDocument Of(
        int rounds,
        TimeSpan took,
        IReadOnlyList<Row> rows,
        IReadOnlyList<PacedRow>? paced,
        IReadOnlyList<BurstRow>? bursts,
        IReadOnlyList<ProducersRow>? producers,
        RecordOrder? order,
        SynchronousFileRow? synchronousFile,
        PairsRow? pairs,
        Plant? planted) => new(
            DateTimeOffset.UtcNow,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            ProcessorName(),
            Environment.ProcessorCount,
            rounds,
            took.TotalSeconds,
            rows,
            paced,
            bursts,
            producers,
            order,
            synchronousFile,
            pairs,
            planted);

    private static string ProcessorName()
    {
        try
        {
            return File.ReadLines("/proc/cpuinfo").First(static line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return "unknown";
        }
    }

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, s_json));

    /// <exception cref="InvalidDataException">The file cannot be read, or holds no run.</exception>
    public static RunDocument Load(string path) => JsonFile.Load<RunDocument>(path, s_json, "a run of 'compare'; measure it again");
}
