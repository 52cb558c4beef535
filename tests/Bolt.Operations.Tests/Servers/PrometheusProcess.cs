using System.Globalization;
using System.Text;

namespace Bolt.Operations.Tests.Servers;

/// <summary>What Prometheus scrapes.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Targets">Hosts and ports.</param>
internal sealed record ScrapeJob(string Job, params string[] Targets);

/// <summary>A real Prometheus with the rules of ops/prometheus, their times shortened; it scrapes and evaluates every second.</summary>
internal sealed class PrometheusProcess : IDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly ServerProcess _process;

    private PrometheusProcess(TemporaryDirectory directory, ServerProcess process, Uri address)
    {
        _directory = directory;
        _process = process;
        Api = new PrometheusApi(address);
    }

    public PrometheusApi Api { get; }

    /// <param name="jobs">What it scrapes.</param>
    /// <param name="alertmanager">Host and port of the Alertmanager; null for none.</param>
    public static async Task<PrometheusProcess> StartAsync(IEnumerable<ScrapeJob> jobs, string? alertmanager = null)
    {
        var directory = new TemporaryDirectory();
        foreach (string rules in new[] { "recording.yml", "alerts.yml" })
            File.WriteAllText(directory.PathOf(rules), RuleOverlay.Shorten(File.ReadAllText(Repository.PathOf("ops", "prometheus", rules))));

        File.WriteAllText(directory.PathOf("prometheus.yml"), Configuration(jobs, alertmanager));
        int port = ServerProcess.FreePort();
        ServerProcess process = ServerProcess.Start(
            Tool.PathOf("prometheus"),
            [
                $"--config.file={directory.PathOf("prometheus.yml")}", $"--storage.tsdb.path={directory.PathOf("data")}",
                string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--log.level=warn",
            ]);
        var prometheus = new PrometheusProcess(directory, process, new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await process.AnswersAsync(new Uri(prometheus.Api.Address, "-/ready"));
            return prometheus;
        }
        catch
        {
            prometheus.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process.Dispose();
        _directory.Dispose();
    }

    private static string Configuration(IEnumerable<ScrapeJob> jobs, string? alertmanager)
    {
        var text = new StringBuilder(
            """
            global:
              scrape_interval: 1s
              scrape_timeout: 1s
              evaluation_interval: 1s
              external_labels:
                cluster: bolt
                runbook: ops/runbook.md
            rule_files: [recording.yml, alerts.yml]

            """);
        if (alertmanager is not null)
        {
            text.Append(
                $"""
                alerting:
                  alertmanagers:
                    - static_configs:
                        - targets: ['{alertmanager}']

                """);
        }

        text.Append("scrape_configs:\n");
        foreach (ScrapeJob job in jobs)
            text.Append(CultureInfo.InvariantCulture, $"  - job_name: {job.Job}\n    static_configs:\n      - targets: [{string.Join(", ", job.Targets.Select(static target => $"'{target}'"))}]\n");

        return text.ToString();
    }
}
