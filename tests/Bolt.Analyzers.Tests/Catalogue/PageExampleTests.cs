using System.Text.RegularExpressions;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>Runs the analyzers over the examples of the rules' pages: the first is reported, the second is silent and compiles.</summary>
public sealed partial class PageExampleTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_first_example_is_reported_and_by_no_other_rule(string id)
    {
        // The gate speaks of the build around the code, as its own tests show: no analyzer reports its examples.
        string[] expected = Rules.IsOfTheGate(id) ? [] : [id];
        Assert.Equal(expected, await Report(Examples(id)[0]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_second_example_is_silent_and_compiles(string id)
    {
        var example = Examples(id)[1];
        Assert.Empty(await Report(example));
        TestCompilation.AssertCompiles(example);
    }

    private static List<string> Examples(string id)
    {
        var page = Repository.Read("docs", "rules", id + ".md");
        var examples = Fence().Matches(page[page.IndexOf("## Example", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, examples.Count);
        return examples;
    }

    private static async Task<string[]> Report(string example)
    {
        // A page on the language version names it as a project file does.
        var language = LangVersion().Match(example) is { Success: true } match && LanguageVersionFacts.TryParse(match.Groups[1].Value, out var version)
            ? version
            : LanguageVersion.Latest;
        var compilation = TestCompilation.Create(example, language);
        var config = ExampleConfig.Of(example);
        var diagnostics = await compilation
            .WithOptions(compilation.Options.WithSpecificDiagnosticOptions(config.Severities))
            .WithAnalyzers([.. Rules.Analyzers], new AnalyzerOptions(ExampleFile.Of(example), config))
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.Select(diagnostic => diagnostic.Id).Distinct()];
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<LangVersion>(.*)</LangVersion>")]
    private static partial Regex LangVersion();
}
