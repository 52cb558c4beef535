using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Incidents;

[Collection(IncidentCollection.Name)]
public sealed class AlertTests(IncidentScene scene)
{
    /// <summary>The alerts that tell of a switch: the alert, the job that it must be about, and the receiver of ops/alertmanager that must get it.</summary>
    public static TheoryData<string, string, string> Alerts => new()
    {
        { "BoltLoggingLatencyHigh", "slow-formatter", "bolt-critical-alerts" },
        { "BoltLoggingLatencyHigh", "slow-sink", "bolt-critical-alerts" },
        { "BoltLoggingLatencyWarning", "somewhat-slow-formatter", "bolt-warning-alerts" },
        { "BoltHandlerLatencyHigh", "slow-sink", "bolt-warning-alerts" },
        { "BoltUnexpectedAllocations", "allocating", "bolt-critical-alerts" },
        { "BoltEventPoolWarning", "small-pool", "bolt-warning-alerts" },
        { "BoltEventPoolExhaustion", "pool", "bolt-critical-alerts" },
        { "BoltLoggingErrorRate", "bad-day", "bolt-warning-alerts" },
        { "BoltLoggingErrorRateCritical", "failing-sink", "bolt-critical-alerts" },
        { "BoltLogLevelDistributionAnomaly", "bad-day", "business-alerts" },
        { "BoltHandlerDown", "bolt-app", "infrastructure-alerts" },
        { "BoltMemoryUsageHigh", "bolt-app", "capacity-alerts" },
        { "BoltSilentPeriod", "silent", "business-alerts" },
        { "BoltDiskSpaceLow", "node", "infrastructure-alerts" },
        { "BoltLoggingRateHigh", "storm", "capacity-alerts" },
        { "BoltLoggingRateCritical", "storm", "bolt-critical-alerts" },
        { "BoltCPUUsageHigh", "bolt-app", "capacity-alerts" },
    };

    [ServerTheory("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    [MemberData(nameof(Alerts))]
    public async Task The_alert_fires_and_is_received_by_those_it_is_for(string alert, string job, string receiver)
    {
        IReadOnlyList<string> receivers = await scene.FiringAndReceivedAsync(alert, job);
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
