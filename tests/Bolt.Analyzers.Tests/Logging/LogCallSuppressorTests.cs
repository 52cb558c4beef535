using System.Collections.Immutable;
using System.Reflection;
using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Catalogue;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>Runs the SDK's own analyzers beside Bolt's.</summary>
public sealed class LogCallSuppressorTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_theirs =
    [
        .. from file in new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
           from type in Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "NetAnalyzers", file)).GetTypes()
           where !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && type.IsDefined(typeof(DiagnosticAnalyzerAttribute))
           let analyzer = (DiagnosticAnalyzer)Activator.CreateInstance(type)!
           where analyzer.SupportedDiagnostics.Any(rule => rule.Id is "CA1848" or "CA1873" or "CA2254")
           select analyzer,
    ];

    [Fact]
    public async Task What_both_say_only_Bolt_says() => Assert.Equal(
        ["BOLT2001", "BOLT2001", "BOLT2003"],
        await Reported(
            """
            logger.LogInformation("User {Id}", id);
            logger.LogInformation($"User {Total(id)}");
            """));

    [Fact]
    public async Task Without_Bolt_they_speak() => Assert.Equal(
        ["CA1848", "CA1848", "CA1873", "CA1873", "CA2254"],
        await Reported(
            """
            logger.LogInformation("User {Id}", id);
            logger.LogInformation($"User {Total(id)}");
            """,
            withBolt: false));

    [Fact]
    public async Task A_rule_that_is_off_silences_nothing()
    {
        const string Call = """logger.LogInformation($"User {Total(id)}");""";
        Assert.Equal(["BOLT2003", "BOLT2007", "CA1848"], await Reported(Call, off: ["BOLT2001"]));
        Assert.Equal(["BOLT2003", "CA1848", "CA2254"], await Reported(Call, off: ["BOLT2001", "BOLT2007"]));
        Assert.Equal(["CA1848", "CA1873", "CA2254"], await Reported(Call, off: ["BOLT2001", "BOLT2003", "BOLT2007"]));
        Assert.Equal(["BOLT2001"], await Reported(Call, off: ["BOLT2003", "BOLT2007"]));
    }

    [Fact]
    public async Task A_category_that_is_off_silences_nothing() => Assert.Equal(
        ["CA1848", "CA1873", "CA2254"],
        await Reported(
            """logger.LogInformation($"User {Total(id)}");""",
            editorConfig: "// .editorconfig: dotnet_analyzer_diagnostic.category-Bolt.Logging.severity = none"));

    [Fact]
    public async Task A_suppression_can_be_turned_off() => Assert.Equal(
        ["BOLT2001", "CA1848"],
        await Reported("""logger.LogInformation("User {Id}", id);""", off: ["BOLTS1848"]));

    [Fact]
    public async Task What_is_guarded_no_rule_reports() => Assert.Equal(
        ["BOLT2001"],
        await Reported(
            """
            if (logger.IsEnabled(LogLevel.Information))
                logger.LogInformation("User {Id}", Total(id));
            """));

    [Fact]
    public async Task What_Bolt_does_not_say_they_say() => Assert.Equal(
        ["CA1848", "CA1848"],
        await Reported(
            """
            logger.LogInformation("Values", values);
            logger.LogInformation(unknown, "None");
            """));

    [Fact]
    public async Task Arguments_of_a_call_that_stays_are_told_apart() => Assert.Equal(
        ["BOLT2003", "BOLT2007", "CA1848"],
        await Reported("""logger.LogInformation(unknown, "User " + Total(id));"""));

    [Fact]
    public void Each_suppression_is_in_the_list()
    {
        var page = Repository.Read("docs", "rules", "README.md");
        Assert.All(
            Rules.Analyzers.OfType<DiagnosticSuppressor>().SelectMany(suppressor => suppressor.SupportedSuppressions),
            suppression => Assert.Contains($"\n| {suppression.Id} | {suppression.SuppressedDiagnosticId}, ", page, StringComparison.Ordinal));
    }

    private static async Task<string[]> Reported(string calls, bool withBolt = true, string[]? off = null, string editorConfig = "")
    {
        var source =
            $$"""
            #nullable enable
            public class Service(ILogger logger)
            {
                public void Run(int id, object[] values, EventId unknown)
                {
                    {{calls}}
                }

                private static int Total(int id) => id % 7;
            }
            """;
        var compilation = TestCompilation.Create(source);
        var severities = new[] { "CA1848", "CA1873", "CA2254" }.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))
            .Concat((off ?? []).Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));
        ImmutableArray<DiagnosticAnalyzer> ours = withBolt ? [.. Rules.Analyzers.Where(analyzer => analyzer.GetType().Namespace == typeof(LogCallSuppressor).Namespace)] : [];
        Assert.NotEmpty(s_theirs);
        var diagnostics = await compilation
            .WithOptions(compilation.Options.WithSpecificDiagnosticOptions(severities))
            .WithAnalyzers([.. s_theirs, .. ours], new AnalyzerOptions([], ExampleConfig.Of(editorConfig)))
            .GetAllDiagnosticsAsync();
        return
        [
            .. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).Select(diagnostic => diagnostic.Id)
                .Where(id => id.StartsWith("BOLT", StringComparison.Ordinal) || id is "CA1848" or "CA1873" or "CA2254" or "AD0001")
                .Order(StringComparer.Ordinal),
        ];
    }
}
