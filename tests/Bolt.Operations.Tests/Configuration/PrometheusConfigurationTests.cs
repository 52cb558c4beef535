using Bolt.Operations.Tests.Servers;
using YamlDotNet.RepresentationModel;

namespace Bolt.Operations.Tests.Configuration;

public sealed class PrometheusConfigurationTests
{
    private static readonly string s_folder = Repository.PathOf("ops", "prometheus");

    private static IEnumerable<YamlNode> Alerts => Rules("alerts.yml").Where(static rule => rule.Text("alert") is not null);

    [ServerFact("promtool")]
    public void The_rules_are_valid() => Promtool("check", "rules", "alerts.yml", "recording.yml").MustSucceed().MustSay("16 rules found").MustSay("39 rules found");

    [ServerFact("promtool")]
    public void The_configuration_is_valid() => Promtool("check", "config", "prometheus.yml").MustSucceed();

    [ServerFact("promtool")]
    public void Every_rule_does_what_its_cases_say() => Promtool("test", "rules", "tests/alerts.yml", "tests/recording.yml").MustSucceed();

    [ServerFact("promtool")]
    public void A_rule_that_is_wrong_fails_its_cases()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory.PathOf("tests"));
        File.WriteAllText(directory.PathOf("alerts.yml"), File.ReadAllText(Path.Combine(s_folder, "alerts.yml")).Replace("bolt_event_pool_available_events < 5 ", "bolt_event_pool_available_events < 4 ", StringComparison.Ordinal));
        File.Copy(Path.Combine(s_folder, "tests", "alerts.yml"), directory.PathOf("tests/alerts.yml"));
        DotNet.Command(Tool.PathOf("promtool"), directory.Root, "test", "rules", "tests/alerts.yml").MustFail().MustSay("BoltEventPoolExhaustion");
    }

    [Fact]
    public void Every_alert_has_a_case_in_which_it_fires_and_one_in_which_it_does_not()
    {
        (string? Name, bool Fires)[] cases =
        [
            .. Yaml.Documents("ops", "prometheus", "tests", "alerts.yml")[0].Items("tests")
                .SelectMany(static test => test.Items("alert_rule_test"))
                .Select(static expectation => (expectation.Text("alertname"), expectation.Items("exp_alerts").Any())),
        ];
        foreach (string? alert in Alerts.Select(static rule => rule.Text("alert")))
        {
            Assert.Contains((alert, true), cases);
            Assert.Contains((alert, false), cases);
        }
    }

    [Fact]
    public void Every_recording_rule_has_a_value_that_is_checked()
    {
        string expectations = string.Join('\n', Yaml.Documents("ops", "prometheus", "tests", "recording.yml")[0].Items("tests").SelectMany(static test => test.Items("promql_expr_test")).Select(static test => test.Text("expr")));
        Assert.All(Rules("recording.yml"), rule => Assert.Contains(rule.Text("record")!, expectations, StringComparison.Ordinal));
    }

    [Fact]
    public void The_alerts_are_those_of_the_runbook_with_its_thresholds()
    {
        // The name, and what stands at the end of its expression or in the middle of it.
        Dictionary<string, string> thresholds = new()
        {
            ["BoltLoggingLatencyHigh"] = "> 0.0001",
            ["BoltUnexpectedAllocations"] = "> 0",
            ["BoltEventPoolExhaustion"] = "< 5 ",
            ["BoltLoggingRateCritical"] = "> 500000",
            ["BoltLoggingLatencyWarning"] = "> 0.00005",
            ["BoltHandlerLatencyHigh"] = "> 0.001",
            ["BoltEventPoolWarning"] = "< 10 ",
            ["BoltMemoryUsageHigh"] = "> 500 * 1024 * 1024",
            ["BoltLoggingRateHigh"] = "> 100000",
            ["BoltLoggingErrorRate"] = "> 0.01",
            ["BoltLoggingErrorRateCritical"] = "> 0.05",
            ["BoltHandlerDown"] = "== 0",
            ["BoltCPUUsageHigh"] = "> 0.8",
            ["BoltDiskSpaceLow"] = "< 0.1",
            ["BoltLogLevelDistributionAnomaly"] = "> 0.1",
            ["BoltSilentPeriod"] = "== 0",
        };
        Assert.Equal(thresholds.Keys.Order(), Alerts.Select(static rule => rule.Text("alert")!).Order());
        Assert.All(Alerts, rule => Assert.Contains(thresholds[rule.Text("alert")!], rule.Text("expr")! + " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_says_how_bad_it_is_and_where_its_procedure_stands() => Assert.All(Alerts, static rule =>
    {
        Assert.Contains(rule.Text("labels", "severity"), new[] { "critical", "warning" });
        Assert.Equal("{{ $externalLabels.runbook }}#" + rule.Text("alert")!.ToLowerInvariant(), rule.Text("annotations", "runbook_url"));
        Assert.NotNull(rule.Text("annotations", "summary"));
        Assert.NotNull(rule.Text("annotations", "description"));
    });

    [Fact]
    public void Rules_read_only_what_is_exported_or_recorded() => Assert.All(
        Rules("alerts.yml").Concat(Rules("recording.yml")),
        static rule => ExportedMetrics.AssertKnown(rule.Text("expr")!));

    private static IEnumerable<YamlNode> Rules(string file) => Yaml.Documents("ops", "prometheus", file)[0].Items("groups").SelectMany(static group => group.Items("rules"));

    private static CommandResult Promtool(params string[] arguments) => DotNet.Command(Tool.PathOf("promtool"), s_folder, arguments);
}
