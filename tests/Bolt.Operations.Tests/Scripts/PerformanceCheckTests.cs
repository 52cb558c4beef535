namespace Bolt.Operations.Tests.Scripts;

/// <summary>
/// What scripts/performance-regression-check.sh says of runs. That runs with a planted regression are measured as such is seen with its
/// <c>--self-test</c>, which takes a quiet machine.
/// </summary>
public sealed class PerformanceCheckTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public PerformanceCheckTests() => Check(new RecordedRun(), "--update-baseline").MustSucceed().MustSay("Baseline: ");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_same_run_again_passes() => Check(new RecordedRun()).MustSucceed();

    [Fact]
    public void A_run_as_long_as_chance_makes_it_passes() => Check(new RecordedRun().Slow(1.04)).MustSucceed();

    [Fact]
    public void A_call_slower_by_a_fifth_fails() =>
        Fails(1, new RecordedRun().Slow(1.19), "NOT MET  BackgroundNull, TwoFields: time at the caller, compared with the baseline");

    [Fact]
    public void One_byte_an_event_fails() => Fails(1, new RecordedRun().Allocate(1), "NOT MET  BackgroundNull, TwoFields: allocated by all threads: 1 B an event");

    [Fact]
    public void A_byte_is_seen_on_a_noisy_machine_too() => Fails(1, new RecordedRun().Allocate(1).Noisy(), "allocated by all threads: 1 B an event");

    [Fact]
    public void A_ratio_over_its_bound_fails_without_a_baseline() =>
        Assert.Equal(1, Check(new RecordedRun().Slow(1.21), "TwoFields", "true").MustSay("NOT MET  BackgroundNull, TwoFields: time at the caller: 1.210 x the limit (at most 1.2 x the limit)").ExitCode);

    [Theory]
    [InlineData("Processor", "Another")]
    [InlineData("Architecture", "Arm64")]
    [InlineData("Framework", ".NET 11.0.0")]
    public void A_baseline_of_another_machine_tells_nothing(string what, string value) =>
        Fails(2, new RecordedRun().With(what, value), "another machine or framework").MustSay($"not '{value}'").MustSay("--update-baseline");

    [Fact]
    public void A_baseline_of_more_processors_tells_nothing() => Fails(2, new RecordedRun().With("Processors", 64), "not '64'");

    [Fact]
    public void An_old_baseline_tells_nothing() => Fails(2, new RecordedRun().Later(days: 120), "days older than the run");

    [Fact]
    public void A_noisy_run_tells_nothing() => Fails(2, new RecordedRun().Noisy(), "inconclusive");

    [Fact]
    public void A_noisy_run_is_no_baseline() =>
        Assert.Equal(2, Check(new RecordedRun().Noisy(), "--update-baseline").MustSay("inconclusive").ExitCode);

    [Fact]
    public void A_planted_run_is_no_baseline() =>
        Assert.Equal(2, Check(new RecordedRun().With("Planted", "Slow"), "--update-baseline").MustSay("no baseline").ExitCode);

    [Fact]
    public void Without_a_baseline_nothing_is_told()
    {
        Directory.Delete(_directory.PathOf("baselines"), recursive: true);
        Fails(2, new RecordedRun(), "--update-baseline");
    }

    private CommandResult Fails(int code, RecordedRun run, string text)
    {
        CommandResult result = Check(run).MustSay(text);
        Assert.Equal(code, result.ExitCode);
        return result;
    }

    private CommandResult Check(RecordedRun run, params string[] arguments)
    {
        string file = _directory.PathOf("run.json");
        run.Save(file);
        return DotNet.Command(
            "env",
            Repository.Root,
            [
                $"RUNS={file}",
                $"BENCHMARKS={BenchmarksProgram.Path}",
                $"BASELINES={_directory.PathOf("baselines")}",
                $"RESULTS={_directory.PathOf("results")}",
                Repository.PathOf("scripts", "performance-regression-check.sh"),
                .. arguments,
            ]);
    }
}
