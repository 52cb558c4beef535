namespace Bolt.Gate.Tests;

/// <summary>One set of cases, compiled with and without optimisation: each line says what must be found in it, and all others must be silent.</summary>
public sealed class BOLT9001Tests
{
    private const string Found = "//!";
    private const string Excused = "//=";

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "Bolt.Gate.Tests", "Cases"), "*.cs").Order(StringComparer.Ordinal))
            {
                cases.Add(Path.GetFileName(file), true);
                cases.Add(Path.GetFileName(file), false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Exactly_the_marked_lines_allocate(string file, bool optimised)
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "Bolt.Gate.Tests", "Cases", file));
        using var compiled = new CompiledCase(source, optimised);

        var report = compiled.Scan();

        Assert.Null(report.Problem);
        Assert.Equal(Expected(source), Lines(report));
    }

    private static string[] Expected(string source) =>
    [
        .. source.Split('\n').SelectMany((line, index) => Marks(line, Found, index).Concat(Marks(line, Excused, index))),
    ];

    private static IEnumerable<string> Marks(string line, string mark, int index)
    {
        var start = line.IndexOf(mark, StringComparison.Ordinal);
        return start < 0
            ? []
            : line[(start + mark.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Order(StringComparer.Ordinal)
                .Select(kind => $"{index + 1} {(mark == Excused ? "excused " : "")}{kind}");
    }

    private static string[] Lines(GateReport report) =>
    [
        .. report.Findings
            .Select(finding => (finding.Place!.Line, Text: $"{finding.Place.Line} {(finding.Excuse is null ? "" : "excused ")}{finding.Kind}"))
            .Distinct()
            .OrderBy(line => line.Line)
            .ThenBy(line => line.Text, StringComparer.Ordinal)
            .Select(line => line.Text),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Top_level_statements_are_under_the_contract_of_the_assembly(bool optimised)
    {
        using var compiled = new CompiledCase("[assembly: Bolt.ZeroAlloc]\nvar made = new object();\nmade.GetHashCode();\nstatic object Make() => new object();\nMake();\n", optimised);

        Assert.Equal([2, 4], compiled.Scan().Findings.Select(finding => finding.Place!.Line));
    }
}
