using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Runbook;

/// <summary>A bolt-app at work, the Prometheus that scrapes it, and an Alertmanager: what the runbook's commands are run against.</summary>
public sealed class RunbookScene : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<IDisposable> _servers = [];
    private readonly Lazy<Task<Dictionary<string, string>>> _variables;

    public RunbookScene() => _variables = new Lazy<Task<Dictionary<string, string>>>(StartAsync);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        foreach (IDisposable server in Enumerable.Reverse(_servers))
            server.Dispose();

        _directory.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Runs a block as it stands, from a directory that has the repository's scripts.</summary>
    internal async Task<CommandResult> RunAsync(string block)
    {
        var script = new StringBuilder("set -eo pipefail\n");
        foreach ((string name, string value) in await _variables.Value)
            script.Append(CultureInfo.InvariantCulture, $"export {name}='{value}'\n");

        string file = _directory.PathOf("block.sh");
        await File.WriteAllTextAsync(file, script.Append(block).ToString());
        return DotNet.Command("bash", _directory.Root, file);
    }

    private async Task<Dictionary<string, string>> StartAsync()
    {
        BoltAppProcess app = await BoltAppProcess.StartAsync();
        _servers.Add(app);
        AlertmanagerProcess alertmanager = await AlertmanagerProcess.StartAsync();
        _servers.Add(alertmanager);
        PrometheusProcess prometheus = await PrometheusProcess.StartAsync([new ScrapeJob("bolt-app", app.Instance)], alertmanager.Address.Authority);
        _servers.Add(prometheus);
        File.CreateSymbolicLink(_directory.PathOf("scripts"), Repository.PathOf("scripts"));
        await app.SwitchOnAsync("steady-load?rate=2000");
        await app.SwitchOnAsync("error-storm?rate=5");
        await app.SwitchOnAsync("lock-contention?threads=2");
        await app.SwitchOnAsync("memory-growth?megabytes=20");
        await Task.Delay(TimeSpan.FromSeconds(8));
        return new Dictionary<string, string>
        {
            ["BOLT_APP"] = app.Address.ToString().TrimEnd('/'),
            ["BOLT_METRICS"] = app.Metrics.ToString(),
            ["BOLT_DEBUG"] = app.Debug.ToString().TrimEnd('/'),
            ["PROMETHEUS_URL"] = prometheus.Api.Address.ToString().TrimEnd('/'),
            ["ALERTMANAGER_URL"] = alertmanager.Address.ToString().TrimEnd('/'),
            ["PROFILE_SECONDS"] = "2",
            ["SNAPSHOT_SECONDS"] = "1",
            ["WATCH_EVERY"] = "1",
            ["WATCH_FOR"] = "2",
            ["LOAD_SECONDS"] = "3",
            ["LOAD_RATE"] = "50",
            ["MAX_P95_MS"] = "500",
        };
    }
}

/// <summary>Every command of the runbook that needs no cluster, run.</summary>
[Collection(RunbookCollection.Name)]
public sealed class RunbookCommandTests(RunbookScene scene)
{
    public static TheoryData<int> Lines => [.. RunbookPage.Blocks.Where(static block => block.Kind == "bash run").Select(static block => block.Line)];

    [ServerTheory("prometheus", "prometheus-alertmanager", "go", "jq", "curl", "hey")]
    [MemberData(nameof(Lines))]
    public async Task The_command_at_this_line_does_what_it_is_for(int line)
    {
        RunbookBlock block = RunbookPage.Blocks.Single(block => block.Line == line);
        CommandResult result = (await scene.RunAsync(block.Text)).MustSucceed();
        Assert.Matches(new Regex(block.Expected!, RegexOptions.Multiline), result.StandardOutput);
    }
}

/// <summary>The runbook's commands, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunbookCollection : ICollectionFixture<RunbookScene>
{
    public const string Name = "runbook";
}
