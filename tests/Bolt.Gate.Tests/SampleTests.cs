using System.Text.RegularExpressions;

namespace Bolt.Gate.Tests;

/// <summary>samples/Gate fails in the ways that docs/gate.md shows.</summary>
[Collection(ConsumerCollection.Name)]
public sealed partial class SampleTests : IDisposable
{
    private readonly TemporaryDirectory _artifacts = new();

    [Fact]
    public void It_builds_and_fails_as_the_page_says()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "gate.md")).ReplaceLineEndings("\n");
        Match[] failures = Failure().Matches(page).ToArray();
        Assert.Equal(["1", "2", "3", "4", "5"], failures.Select(failure => failure.Groups[1].Value));

        Build().MustSucceed().MustSay("Bolt gate: 1 members read, 0 allocations, 1 excused by [AllowAllocation], 0 by the baseline");
        foreach (Match failure in failures)
            Build($"-p:Show={failure.Groups[1].Value}", "--no-restore", "-p:BuildProjectReferences=false").MustFail().MustSay(failure.Groups[2].Value);
    }

    public void Dispose() => _artifacts.Dispose();

    private CommandResult Build(params string[] arguments) =>
        DotNet.Build(Repository.Root, ["samples/Gate/Gate.csproj", "-c", "Release", $"-p:ArtifactsPath={_artifacts.Root}", .. arguments]);

    [GeneratedRegex(@"-p:Show=(\d)`\n\n```text\n(.*)\n```")]
    private static partial Regex Failure();
}
