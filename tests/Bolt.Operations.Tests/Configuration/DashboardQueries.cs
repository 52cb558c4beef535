using System.Text.Json;

namespace Bolt.Operations.Tests.Configuration;

/// <summary>A query of a dashboard's panel.</summary>
/// <param name="Dashboard">The dashboard's uid.</param>
/// <param name="Panel">The panel's title.</param>
/// <param name="Expression">The query, as it stands in the file: <c>$job</c> is the service that is looked at.</param>
internal sealed record DashboardQuery(string Dashboard, string Panel, string Expression)
{
    /// <summary>The query about one service.</summary>
    public string For(string job) => Expression.Replace("$job", job, StringComparison.Ordinal);
}

/// <summary>All queries of ops/grafana.</summary>
internal static class DashboardQueries
{
    public static IReadOnlyList<DashboardQuery> Read()
    {
        List<DashboardQuery> queries = [];
        foreach (string file in Directory.GetFiles(Repository.PathOf("ops", "grafana", "dashboards"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument dashboard = JsonDocument.Parse(File.ReadAllText(file));
            string uid = dashboard.RootElement.GetProperty("uid").GetString()!;
            foreach (JsonElement panel in dashboard.RootElement.GetProperty("panels").EnumerateArray().Where(static panel => panel.TryGetProperty("targets", out _)))
                queries.AddRange(panel.GetProperty("targets").EnumerateArray().Select(target => new DashboardQuery(uid, panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!)));
        }

        return queries;
    }
}
