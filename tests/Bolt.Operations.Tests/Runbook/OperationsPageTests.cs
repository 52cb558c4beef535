using System.Text.RegularExpressions;

namespace Bolt.Operations.Tests.Runbook;

public sealed partial class OperationsPageTests
{
    [Fact]
    public void Every_test_that_the_page_names_is_there()
    {
        string sources = string.Join('\n', Directory.GetFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string table = File.ReadAllText(Repository.PathOf("docs", "operations.md")).Split("## What the original named")[1];
        MatchCollection names = TestName().Matches(table);
        Assert.True(names.Count > 40);
        Assert.All(names, name =>
        {
            Assert.Contains($"class {name.Groups["class"].Value}", sources, StringComparison.Ordinal);
            if (name.Groups["method"].Success)
                Assert.Contains($" {name.Groups["method"].Value}(", sources, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"`(?<class>\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex TestName();
}
