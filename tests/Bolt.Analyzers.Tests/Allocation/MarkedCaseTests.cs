using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace Bolt.Analyzers.Tests.Allocation;

/// <summary>
/// Scores the rules that leave nothing of their own in IL on files whose lines say what must be reported there: <c>// BOLT1701</c>.
/// Every other line must be silent.
/// </summary>
public sealed partial class MarkedCaseTests(ITestOutputHelper output)
{
    private static readonly string[] s_rules = ["BOLT1303", "BOLT1304", "BOLT1701", "BOLT1703", "BOLT1704", "BOLT1801", "BOLT1802"];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder(), "*.cs").Select(file => Path.GetFileName(file)).Order()];

    [Fact]
    public void There_are_at_least_a_hundred_cases() =>
        Assert.True(Directory.GetFiles(Folder(), "*.cs").Sum(file => File.ReadLines(file).Sum(line => Marks().Count(line))) >= 100);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Precision_and_recall_are_one(string file)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder(), file));
        var compilation = TestCompilation.Create(source, path: file);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var lines = source.Split('\n');
        var expected = lines
            .SelectMany((line, index) => Marks().Matches(line).Select(mark => (Line: index + 1, Rule: mark.Value)))
            .ToHashSet();
        var options = compilation.Options.WithSpecificDiagnosticOptions(s_rules.ToImmutableDictionary(rule => rule, _ => ReportDiagnostic.Warn));
        var diagnostics = await compilation.WithOptions(options).WithAnalyzers([new AllocationAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var reported = diagnostics
            .Where(diagnostic => s_rules.Contains(diagnostic.Id))

            // What is known of the framework is a table's matter.
            .Where(diagnostic => !diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("it is of assembly", StringComparison.Ordinal))
            .Select(diagnostic => (Line: diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, Rule: diagnostic.Id))
            .ToHashSet();

        foreach (var rule in s_rules)
        {
            var due = expected.Where(mark => mark.Rule == rule).ToHashSet();
            var said = reported.Where(mark => mark.Rule == rule).ToHashSet();
            if (due.Count + said.Count == 0)
                continue;

            var right = due.Intersect(said).Count();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rule}: {due.Count} cases, precision {(said.Count == 0 ? 1 : (double)right / said.Count):F3}, recall {(due.Count == 0 ? 1 : (double)right / due.Count):F3}"));
        }

        Assert.Equal("", string.Join("\n", expected.Except(reported).Select(mark => "missed " + mark).Concat(reported.Except(expected).Select(mark => "wrong " + mark)).Order()));
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "MarkedCases");

    [GeneratedRegex("(?<=// ?|BOLT1\\d{3} )BOLT1\\d{3}")]
    private static partial Regex Marks();
}
