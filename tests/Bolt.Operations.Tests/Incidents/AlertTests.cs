using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Incidents;

[Collection(IncidentCollection.Name)]
public sealed class AlertTests(IncidentScene scene)
{
    /// <summary>The alerts that tell of a switch: the alert, the label and value that it must have, and the receivers of ops/alertmanager that must get it.</summary>
    public static TheoryData<string, string, string, string> Alerts => new()
    {
        { "BoltLoggingLatencyHigh", "job", "slow-formatter", "bolt-critical-alerts" },
        { "BoltLoggingLatencyHigh", "job", "slow-sink", "bolt-critical-alerts" },
        { "BoltLoggingLatencyWarning", "job", "somewhat-slow-formatter", "bolt-warning-alerts" },
        { "BoltHandlerLatencyHigh", "job", "slow-sink", "bolt-warning-alerts" },
        { "BoltUnexpectedAllocations", "job", "allocating", "bolt-critical-alerts" },
        { "BoltEventPoolWarning", "job", "pool", "bolt-warning-alerts" },
        { "BoltEventPoolExhaustion", "job", "pool", "bolt-critical-alerts" },
        { "BoltLoggingErrorRate", "job", "bad-day", "bolt-warning-alerts" },
        { "BoltLoggingErrorRateCritical", "job", "failing-sink", "bolt-critical-alerts" },
        { "BoltLogLevelDistributionAnomaly", "job", "bad-day", "business-alerts" },
        { "BoltHandlerDown", "job", "bolt-app", "infrastructure-alerts" },
        { "BoltMemoryUsageHigh", "job", "bolt-app", "capacity-alerts" },
        { "BoltSilentPeriod", "job", "silent", "business-alerts" },
        { "BoltDiskSpaceLow", "job", "node", "infrastructure-alerts" },
        { "BoltLoggingRateHigh", "job", "storm", "capacity-alerts" },
        { "BoltLoggingRateCritical", "job", "storm", "bolt-critical-alerts" },
        { "BoltCPUUsageHigh", "job", "bolt-app", "capacity-alerts" },
    };

    [ServerTheory("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    [MemberData(nameof(Alerts))]
    public async Task The_alert_fires_and_is_received_by_those_it_is_for(string alert, string label, string value, string receiver)
    {
        IReadOnlyList<string> receivers = await scene.FiringAndReceivedAsync(alert, label, value);
        Assert.Contains(receiver, receivers);

        // A full disk and silence need no switch: the scene begins with them.
        if (alert is not ("BoltDiskSpaceLow" or "BoltSilentPeriod"))
            Assert.DoesNotContain(scene.Before, active => active.Name == alert);
    }

    [Fact]
    public void Every_alert_has_its_incident() =>
        Assert.Equal(
            File.ReadLines(Repository.PathOf("ops", "prometheus", "alerts.yml")).Where(static line => line.Trim().StartsWith("- alert: ", StringComparison.Ordinal)).Select(static line => line.Split(':')[1].Trim()).Order(),
            Alerts.Select(static row => (string)row[0]).Distinct().Order());

    [ServerFact("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    public async Task An_instance_that_is_well_has_no_alert_but_those_of_others()
    {
        PrometheusApi prometheus = await scene.PrometheusAsync();
        await scene.DayIsOverAsync();
        Assert.DoesNotContain(await prometheus.AlertsAsync(), static active => active.State == "firing" && active.Labels.GetValueOrDefault("job") == "steady" && active.Name != "BoltSilentPeriod");
    }

    [ServerFact("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    public async Task A_busy_day_allocates_nothing_unexpected()
    {
        PrometheusApi prometheus = await scene.PrometheusAsync();
        await scene.DayIsOverAsync();

        // Really busy, or nothing would follow from it.
        Assert.InRange(scene.Day.Rate, 8_000, 12_000);
        Assert.InRange(scene.Day.Exceptions, 0.005, 0.015);
        Assert.Equal(0, scene.Day.Allocations);
        Assert.Empty(await prometheus.QueryAsync("""ALERTS{alertname="BoltUnexpectedAllocations", job="steady"}[5m]"""));
    }
}
