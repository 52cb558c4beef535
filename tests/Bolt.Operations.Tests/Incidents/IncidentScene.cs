using System.Diagnostics;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Incidents;

/// <summary>
/// Prometheus, Alertmanager, a node exporter and several bolt-apps, each in a trouble of its own, as jobs of their own: most alerts are
/// about a job. The troubles that need no quiet machine come after the busy day in which nothing may be found.
/// </summary>
public sealed class IncidentScene : IAsyncLifetime
{
    /// <summary>How long the busy day lasts.</summary>
    internal static readonly TimeSpan BusyDay = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, BoltAppProcess> _apps = [];
    private readonly List<IDisposable> _servers = [];
    private readonly HashSet<(string Alert, string Job)> _fired = [];
    private readonly Lazy<Task> _started;
    private PrometheusProcess? _prometheus;
    private AlertmanagerProcess? _alertmanager;
    private Task _playing = Task.CompletedTask;
    private Task _watching = Task.CompletedTask;
    private volatile bool _isOver;

    public IncidentScene() => _started = new Lazy<Task>(StartAsync);

    /// <summary>What was firing before any switch was thrown.</summary>
    internal IReadOnlyList<ActiveAlert> Before { get; private set; } = [];

    /// <summary>Records per second that the busy day really had, and what it counted.</summary>
    internal (double Rate, double Exceptions, double Allocations) Day { get; private set; }

    internal string DiskInstance { get; private set; } = "";

    private PrometheusApi Api => _prometheus!.Api;

    /// <summary>Starts with the first test that needs it: where the servers are missing, none does.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _isOver = true;
        try
        {
            await Task.WhenAll(_playing, _watching);
        }
        catch (Exception)
        {
            // The tests have it.
        }

        foreach (IDisposable server in Enumerable.Reverse(_servers))
            server.Dispose();
    }

    internal async Task<PrometheusApi> PrometheusAsync()
    {
        await _started.Value;
        return Api;
    }

    internal async Task<BoltAppProcess> AppAsync(string job)
    {
        await _started.Value;
        return _apps[job];
    }

    /// <summary>Waits until the busy day is over.</summary>
    internal Task DayIsOverAsync() => UntilAsync(() => Task.FromResult(Day != default), "the busy day is over");

    /// <summary>Waits until an alert has been firing in Prometheus, and until the Alertmanager has sent it; returns to whom.</summary>
    internal async Task<IReadOnlyList<string>> FiringAndReceivedAsync(string alert, string job)
    {
        await _started.Value;
        await UntilAsync(
            () =>
            {
                lock (_fired)
                    return Task.FromResult(_fired.Contains((alert, job)));
            },
            $"{alert} fires for {job}");
        string[] receivers = [];
        await UntilAsync(
            () =>
            {
                receivers = [.. _alertmanager!.Received.Where(note => note.Alert == alert && note.Labels.GetValueOrDefault("job") == job).Select(static note => note.Receiver).Distinct()];
                return Task.FromResult(receivers.Length > 0);
            },
            $"{alert} for {job} is received");
        return receivers;
    }

    private async Task StartAsync()
    {
        NodeExporterProcess disk = Keep(await NodeExporterProcess.StartAsync());
        DiskInstance = disk.Instance;
        _alertmanager = Keep(await AlertmanagerProcess.StartAsync());
        await Task.WhenAll(
            AddAsync("busy"),
            AddAsync("down"),
            AddAsync("slow-formatter"),
            AddAsync("slow-sink", ("logging__delivery", "synchronous")),
            AddAsync("somewhat-slow-formatter"),
            AddAsync("pool"),
            AddAsync("small-pool", ("BOLT_EVENT_POOL_SIZE", "13")),
            AddAsync("storm"),
            AddAsync("failing-sink"),
            AddAsync("bad-day"),
            AddAsync("silent"),
            AddAsync("allocating"),
            AddAsync("steady"));

        // Some alerts are about the job bolt-app by its name.
        string[] byName = ["busy", "down"];
        _prometheus = Keep(await PrometheusProcess.StartAsync(
            [
                new ScrapeJob("bolt-app", [.. byName.Select(name => _apps[name].Instance)]),
                new ScrapeJob("node", disk.Instance),
                .. _apps.Where(app => !byName.Contains(app.Key)).Select(static app => new ScrapeJob(app.Key, app.Value.Instance)),
            ],
            _alertmanager.Address.Authority));
        await UntilAsync(async () => (await Api.QueryAsync("sum(up)")).SingleOrDefault()?.Value == _apps.Count + 1, "every target is scraped");
        await UntilAsync(async () => (await Api.QueryAsync("count(count_over_time(bolt_log_events_total{level='info'}[10s]) >= 5)")).SingleOrDefault()?.Value == _apps.Count, "there is something to look back on");
        Before = [.. (await Api.AlertsAsync()).Where(static alert => alert.State == "firing")];
        _playing = Task.Run(PlayAsync);
        _watching = Task.Run(WatchAsync);
    }

    private async Task WatchAsync()
    {
        while (!_isOver)
        {
            foreach (ActiveAlert alert in await Api.AlertsAsync())
            {
                lock (_fired)
                {
                    if (alert.State == "firing")
                        _fired.Add((alert.Name, alert.Labels["job"]));
                }
            }

            await Task.Delay(500);
        }
    }

    private async Task PlayAsync()
    {
        await _apps["steady"].SwitchOnAsync("steady-load");
        await _apps["slow-formatter"].SwitchOnAsync("slow-formatter");
        await _apps["slow-sink"].SwitchOnAsync("slow-sink");
        await _apps["somewhat-slow-formatter"].SwitchOnAsync("slow-formatter?microseconds=60");
        await _apps["pool"].SwitchOnAsync("pool-exhaustion");

        // Four to eight of the thirteen events are under way at any time.
        await _apps["small-pool"].SwitchOnAsync("pool-exhaustion?rate=1");
        await _apps["failing-sink"].SwitchOnAsync("failing-sink");
        await _apps["bad-day"].SwitchOnAsync("error-storm");
        await _apps["bad-day"].SwitchOnAsync("throwing-formatter?rate=6");
        await _apps["allocating"].SwitchOnAsync("allocating-formatter");
        await _apps["busy"].SwitchOnAsync("memory-growth");
        _apps["down"].Dispose();
        await SteadyAsync();

        // A storm needs the machine.
        await _apps["steady"].SwitchOffAsync("steady-load");
        await _apps["slow-formatter"].SwitchOffAsync("slow-formatter");
        await _apps["somewhat-slow-formatter"].SwitchOffAsync("slow-formatter");
        await _apps["pool"].SwitchOffAsync("pool-exhaustion");
        await _apps["storm"].SwitchOnAsync("log-storm?rate=200000");
        await FiringAndReceivedAsync("BoltLoggingRateHigh", "storm");
        await _apps["storm"].SwitchOnAsync("log-storm");
        await FiringAndReceivedAsync("BoltLoggingRateCritical", "storm");
        await _apps["storm"].SwitchOffAsync("log-storm");
        await _apps["busy"].SwitchOnAsync("cpu-burn");
    }

    private async Task SteadyAsync()
    {
        // The first seconds start two hundred threads.
        await PauseAsync(TimeSpan.FromSeconds(5));
        BoltAppProcess app = _apps["steady"];
        double recordsBefore = (await app.MetricAsync("bolt_log_events_total"))!.Value;
        double retriesBefore = (await app.MetricAsync("bolt_log_events_total", "level=\"warn\""))!.Value;
        long start = Stopwatch.GetTimestamp();
        await PauseAsync(BusyDay);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double records = (await app.MetricAsync("bolt_log_events_total"))!.Value - recordsBefore;
        double retries = (await app.MetricAsync("bolt_log_events_total", "level=\"warn\""))!.Value - retriesBefore;
        Day = (records / seconds, retries / records, (await app.MetricAsync("bolt_allocation_count_total"))!.Value);
    }

    private async Task AddAsync(string name, params (string Name, string Value)[] environment)
    {
        BoltAppProcess app = await BoltAppProcess.StartAsync(environment.ToDictionary(static variable => variable.Name, static variable => (string?)variable.Value));
        lock (_apps)
            _apps.Add(name, Keep(app));
    }

    private T Keep<T>(T server)
        where T : IDisposable
    {
        lock (_servers)
            _servers.Add(server);

        return server;
    }

    private async Task PauseAsync(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            await Task.Delay(100);
        }
    }

    private async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            ObjectDisposedException.ThrowIf(_isOver, this);
            if (_playing.IsFaulted)
                await _playing;

            Assert.True(Stopwatch.GetElapsedTime(start) < s_patience, $"Within {s_patience.TotalMinutes:0} minutes it was to be that {what}.");
            await Task.Delay(200);
        }
    }
}

/// <summary>Everything that looks at the scene, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class IncidentCollection : ICollectionFixture<IncidentScene>
{
    public const string Name = "incidents";
}
