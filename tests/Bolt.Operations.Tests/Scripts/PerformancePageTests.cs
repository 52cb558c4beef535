namespace Bolt.Operations.Tests.Scripts;

/// <summary>docs/performance.md and its plots, which a program writes from what was measured.</summary>
public sealed class PerformancePageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public PerformancePageTests()
    {
        Directory.CreateDirectory(_directory.PathOf("page"));
        Directory.CreateDirectory(_directory.PathOf("data"));
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_page_is_what_its_data_say() => DotNet.Run(Repository.Root, BenchmarksProgram.Path, "report", "--check").MustSucceed();

    [Fact]
    public void What_was_not_measured_is_called_so()
    {
        Template("{{bounds}} and {{paced-null}}");
        Report().MustSucceed();
        Assert.EndsWith("\nnot measured and not measured", Page);
        Report("--check").MustSucceed();
    }

    [Fact]
    public void A_run_is_shown_with_its_bounds_and_drawn()
    {
        Template("{{bounds}}\n{{missed}}\n{{background-null}}\n{{plot-two-fields-null}}\n{{startup}}");
        new RecordedRun().Save(_directory.PathOf("data/compare-1.json"));
        new RecordedRun().Slow(1.3).Save(_directory.PathOf("data/compare-2.json"));
        new RecordedRun().Slow(1.4).Save(_directory.PathOf("data/compare-3.json"));
        Report().MustSucceed();
        Assert.Contains("| two fields, background: caller to the limit | at most 1.2 | 1 | 1.30 | 1.40 | **1 of 3** |", Page, StringComparison.Ordinal);
        Assert.Contains("- two fields, background: caller to the limit: 1, 1.30, 1.40, where at most 1.2 was to be reached", Page, StringComparison.Ordinal);
        Assert.Contains("- two fields, sustained to a file: to the best peer: not measured", Page, StringComparison.Ordinal);
        Assert.Contains("| Bolt [LogEvent]: at the caller | 1.30 (", Page, StringComparison.Ordinal);
        Assert.Contains("](page/sustained-two-fields-null.svg)", Page, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", File.ReadAllText(_directory.PathOf("page/sustained-two-fields-null.svg")), StringComparison.Ordinal);

        File.AppendAllText(_directory.PathOf("page/sustained-two-fields-null.svg"), " ");
        Assert.Equal(1, Report("--check").MustSay("sustained-two-fields-null.svg").ExitCode);
    }

    [Theory]
    [InlineData("compare-1.json", "{")]
    [InlineData("compare-1.json", "{\"kind\": \"startup\"}")]
    [InlineData("startup.json", "[]")]
    public void A_malformed_file_is_named(string file, string content)
    {
        Template("{{bounds}}");
        File.WriteAllText(_directory.PathOf($"data/{file}"), content);
        Assert.Equal(2, Report().MustSay(file).ExitCode);
    }

    [Fact]
    public void A_planted_run_is_refused()
    {
        Template("{{bounds}}");
        new RecordedRun().With("Planted", "Slow").Save(_directory.PathOf("data/compare-1.json"));
        Assert.Equal(2, Report().MustSay("--plant Slow").ExitCode);
    }

    [Fact]
    public void A_place_that_nothing_goes_into_is_named()
    {
        Template("{{bonds}}");
        Assert.Equal(2, Report().MustSay("{{bonds}}").ExitCode);
    }

    private string Page => File.ReadAllText(_directory.PathOf("page.md"));

    private void Template(string text) => File.WriteAllText(_directory.PathOf("page/template.md"), text);

    private CommandResult Report(params string[] arguments) =>
        DotNet.Run(_directory.Root, [BenchmarksProgram.Path, "report", _directory.PathOf("data"), "--page", _directory.PathOf("page.md"), .. arguments]);
}
