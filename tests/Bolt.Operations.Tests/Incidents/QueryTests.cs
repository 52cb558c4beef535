using Bolt.Operations.Tests.Configuration;
using Bolt.Operations.Tests.Runbook;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Incidents;

/// <summary>The queries that operators are given, asked of a Prometheus that has something to tell.</summary>
[Collection(IncidentCollection.Name)]
public sealed class QueryTests(IncidentScene scene)
{
    [ServerFact("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    public async Task Every_query_of_the_runbook_has_a_plausible_answer()
    {
        PrometheusApi prometheus = await ReadyAsync();
        List<string> problems = [];
        foreach (RunbookQuery query in RunbookQueries.Working)
            await CheckAsync(prometheus, query.What, query.Expression, problems);

        Assert.Empty(problems);
    }

    [ServerFact("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    public async Task Every_query_of_the_dashboards_has_a_plausible_answer()
    {
        PrometheusApi prometheus = await ReadyAsync();
        List<string> problems = [];
        foreach (DashboardQuery query in DashboardQueries.Read())
            await CheckAsync(prometheus, $"{query.Dashboard}, {query.Panel}", query.For("steady"), problems);

        Assert.Empty(problems);
    }

    [ServerFact("prometheus", "prometheus-alertmanager", "prometheus-node-exporter", "unshare")]
    public async Task What_could_not_work_in_the_original_does_not()
    {
        PrometheusApi prometheus = await ReadyAsync();
        foreach (RunbookQuery query in RunbookQueries.Broken)
        {
            IReadOnlyList<Sample> answer = await prometheus.QueryAsync(query.Expression);
            if (query.What.StartsWith("no answer", StringComparison.Ordinal))
                Assert.Empty(answer);
            else if (query.What.StartsWith("always 1", StringComparison.Ordinal))
                Assert.All(answer.Where(static sample => !double.IsNaN(sample.Value)), static sample => Assert.Equal(1, sample.Value));
            else
                Assert.True(query.What.StartsWith("one answer for each", StringComparison.Ordinal) && answer.Count > 1, query.ToString());

            Assert.True(answer.Count > 0 || query.What.StartsWith("no answer", StringComparison.Ordinal), query.ToString());
        }
    }

    private static async Task CheckAsync(PrometheusApi prometheus, string what, string expression, List<string> problems)
    {
        IReadOnlyList<Sample> answer = await prometheus.QueryAsync(expression);
        bool mayFall = expression.StartsWith("delta(", StringComparison.Ordinal);
        if (answer.Count == 0)
            problems.Add($"{what}: no answer to {expression}");

        // A quantile of an instance that has logged nothing is none; an instance with something to tell must be among them.
        else if (answer.All(static sample => double.IsNaN(sample.Value)) || answer.Any(sample => double.IsInfinity(sample.Value) || (sample.Value < 0 && !mayFall)))
            problems.Add($"{what}: {string.Join("; ", answer.Take(5))} for {expression}");
    }

    private async Task<PrometheusApi> ReadyAsync()
    {
        PrometheusApi prometheus = await scene.PrometheusAsync();
        await scene.DayIsOverAsync();
        return prometheus;
    }
}
