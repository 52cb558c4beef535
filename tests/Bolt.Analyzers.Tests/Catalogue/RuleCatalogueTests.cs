using System.Reflection;
using System.Text.RegularExpressions;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>Ties each rule to everything that must exist for it, so that none can be added or changed in one place only.</summary>
public sealed class RuleCatalogueTests
{
    private static readonly string[] s_headings = ["## Cause", "## Why", "## How to fix", "## When to suppress", "## Example"];

    public static TheoryData<string> Ids => [.. Rules.All.Keys];

    [Fact]
    public void The_constants_are_exactly_the_rules() => Assert.Equal(
        Rules.All.Keys,
        typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_rule_has_one_descriptor() => Assert.All(
        Rules.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics),
        rule => Assert.Same(Rules.All[rule.Id], rule));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_tells_what_why_and_where_to_read_on(string id)
    {
        var rule = Rules.All[id];
        Assert.NotEmpty(rule.Title.ToString());
        Assert.NotEmpty(rule.MessageFormat.ToString());
        Assert.NotEmpty(rule.Description.ToString());
        Assert.StartsWith("Bolt.", rule.Category, StringComparison.Ordinal);
        Assert.Equal($"https://github.com/bolt-logging/bolt/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_of_use_is_an_error_by_default(string id)
    {
        if (id.StartsWith("BOLT0", StringComparison.Ordinal))
            Assert.Equal((DiagnosticSeverity.Error, "Bolt.Usage"), (Rules.All[id].DefaultSeverity, Rules.All[id].Category));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_all_its_headings(string id)
    {
        var rule = Rules.All[id];
        var page = Repository.Read("docs", "rules", id + ".md");
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(s_headings, page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Matches(
            $@"\n\| {Regex.Escape(rule.Category)} \| {Rules.Severity(rule)} \| {(Rules.HasFix(id) ? "yes: .+" : "no")} \|\n",
            page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_tracked_by_release(string id)
    {
        var rule = Rules.All[id];
        var severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        var rows = Repository.Read("src", "Bolt.Analyzers", "AnalyzerReleases.Shipped.md") + "\n"
            + Repository.Read("src", "Bolt.Analyzers", "AnalyzerReleases.Unshipped.md");
        Assert.Contains($"{id} | {rule.Category} | {severity} | {rule.Title}", rows.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_test_class(string id)
    {
        // Not all holds for these that RuleTests shows; the task's are tested beside it.
        if (Rules.IsOutsideOfCode(id))
        {
            Assert.True(
                Array.Exists(typeof(RuleCatalogueTests).Assembly.GetTypes(), type => type.Name == id + "Tests")
                    || File.Exists(Repository.PathTo("tests", "Bolt.Gate.Tests", id + "Tests.cs")));
            return;
        }

        var tests = Assert.Single(typeof(RuleCatalogueTests).Assembly.GetTypes(), type => type.Name == id + "Tests");
        Assert.Contains(BaseTypes(tests), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RuleTests<>));
    }

    [Fact]
    public void Every_page_is_of_a_rule() => Assert.Equal(
        Rules.All.Keys,
        Directory.EnumerateFiles(Repository.PathTo("docs", "rules"), "BOLT*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    /// <summary>With BOLT_ACCEPT=1 in the environment, writes the table instead.</summary>
    [Fact]
    public void The_index_of_the_pages_lists_the_rules() => AssertTable("", "docs", "rules", "README.md");

    /// <inheritdoc cref="The_index_of_the_pages_lists_the_rules"/>
    [Fact]
    public void The_front_page_lists_the_rules()
    {
        // A page without sections is a placeholder; as soon as it has some, the table must be among them.
        if (File.Exists(Repository.PathTo("README.md")) && Repository.Read("README.md").Contains("\n## ", StringComparison.Ordinal))
            AssertTable("docs/rules/", "README.md");
    }

    private static void AssertTable(string pages, params string[] path)
    {
        var text = Repository.Read(path);
        var table = Rules.TableIn(text);
        Assert.True(table is not null, Path.Combine(path) + " has no table between '<!-- rules -->' and '<!-- /rules -->'.");
        var expected = Rules.Table(pages);
        if (Environment.GetEnvironmentVariable("BOLT_ACCEPT") == "1")
            File.WriteAllText(Repository.PathTo(path), text.Replace(table, expected, StringComparison.Ordinal));
        else
            Assert.Equal(expected, table);
    }

    private static IEnumerable<Type> BaseTypes(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }
}
