using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>The JSON of one run of a command other than <c>compare</c>.</summary>
/// <typeparam name="TRow">What the command measures.</typeparam>
/// <param name="Kind">Which command.</param>
/// <param name="Time">When it ended.</param>
/// <param name="Framework">.NET, with its version.</param>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor's.</param>
/// <param name="Processors">How many.</param>
/// <param name="Rounds">How often each figure was taken.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Rows">What was measured.</param>
/// <param name="Bounds">What it is held against.</param>
/// <param name="Skipped">What could not be measured, by name, and why.</param>
/// <param name="Notes">What a reader of the figures has to know.</param>
internal sealed record Report<TRow>(
    [property: JsonPropertyName("kind")] string Kind,
    DateTimeOffset Time,
    string Framework,
    string System,
    string Architecture,
    int Processors,
    int Rounds,
    double Seconds,
    IReadOnlyList<TRow> Rows,
    IReadOnlyList<Bound> Bounds,
    IReadOnlyList<string> Skipped,
    IReadOnlyList<string> Notes)
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static Report<TRow> Of(
        string kind,
        int rounds,
        TimeSpan took,
        IReadOnlyList<TRow> rows,
        IReadOnlyList<Bound> bounds,
        IReadOnlyList<string> skipped,
        IReadOnlyList<string> notes) => new(
            kind,
            DateTimeOffset.UtcNow,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            Environment.ProcessorCount,
            rounds,
            took.TotalSeconds,
            rows,
            bounds,
            skipped,
            notes);

    /// <exception cref="InvalidDataException">The file cannot be read, or holds no such run.</exception>
    public static Report<TRow> Load(string path, string kind)
    {
        string expected = $"a run of '{kind}'; measure it again";
        var report = JsonFile.Load<Report<TRow>>(path, s_json, expected);
        return report.Kind == kind ? report : throw new InvalidDataException($"'{path}' is a run of '{report.Kind}', not {expected}.");
    }

    /// <summary>Prints what was skipped, the notes and the verdicts, and writes the file that was asked for.</summary>
    /// <returns>The exit code: 1 where a bound is not met.</returns>
    public int Finish(string? output)
    {
        Console.WriteLine();
        foreach (string skipped in Skipped)
            Console.WriteLine($"skipped: {skipped}");

        foreach (string note in Notes)
            Console.WriteLine($"note: {note}");

        foreach (Bound bound in Bounds)
            Console.WriteLine(bound);

        string saved = "";
        if (output is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            File.WriteAllText(output, JsonSerializer.Serialize(this, s_json));
            saved = $"; {output}";
        }

        Console.WriteLine($"{Seconds:0} s{saved}");
        return Bounds.All(static bound => bound.IsMet) ? 0 : 1;
    }
}
