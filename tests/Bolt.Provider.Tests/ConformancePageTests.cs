using Bolt.Provider.Tests.Conformance;
using Bolt.Provider.Tests.Subjects;
using Bolt.Tests.Shared;

namespace Bolt.Provider.Tests;

/// <summary>docs/conformance.md, whose tables the suite writes.</summary>
public sealed class ConformancePageTests
{
    private const string Begin = "<!-- conformance -->\n";
    private const string End = "<!-- /conformance -->";

    /// <summary>With BOLT_ACCEPT=1 in the environment, writes the tables instead.</summary>
    [Fact]
    public void The_page_has_the_tables_that_the_suite_writes()
    {
        string path = Repository.PathOf("docs", "conformance.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end >= begin, $"{path} needs the lines {Begin.Trim()} and {End}.");
        string tables = ConformanceTable.Of(SubjectList.Of(typeof(ConformancePageTests).Assembly), KnownFailures.Of);
        if (Environment.GetEnvironmentVariable("BOLT_ACCEPT") == "1")
            File.WriteAllText(path, page[..begin] + tables + page[end..]);
        else
            Assert.Equal(tables, page[begin..end]);
    }

    [Fact]
    public void The_page_explains_every_source()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "conformance.md"));
        Assert.All(RuleBook.All, rule => Assert.Contains($"- {rule.Source}: ", page, StringComparison.Ordinal));
    }
}
