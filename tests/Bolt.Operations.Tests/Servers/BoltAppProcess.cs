using System.Globalization;

namespace Bolt.Operations.Tests.Servers;

/// <summary>bolt-app as a process of its own, on ports that were free.</summary>
internal sealed class BoltAppProcess : IDisposable
{
    private readonly ServerProcess _process;

    private BoltAppProcess(ServerProcess process, Uri address, Uri metrics, Uri debug)
    {
        _process = process;
        Address = address;
        Metrics = metrics;
        Debug = debug;
    }

    /// <summary>Where its own endpoints are.</summary>
    public Uri Address { get; }

    public Uri Metrics { get; }

    public Uri Debug { get; }

    /// <summary>What Prometheus calls it.</summary>
    public string Instance => Metrics.Authority;

    /// <summary>What it has said on standard error, and logged where its output is kept.</summary>
    public IReadOnlyCollection<string> Lines => _process.Lines;

    public static ServerProcess Launch(IReadOnlyDictionary<string, string?>? environment = null, bool keepsOutput = false)
    {
        string program = Repository.PathOf("artifacts", "bin", "BoltApp", Repository.Configuration.ToLowerInvariant(), "BoltApp.dll");
        var variables = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["BOLT_METRICS_ADDR"] = "127.0.0.1:0",
            ["BOLT_DEBUG_ADDR"] = "127.0.0.1:0",
            ["DOTNET_gcServer"] = "0",
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
            variables[name] = value;

        return ServerProcess.Start("dotnet", [program], variables, keepsOutput);
    }

    /// <param name="environment">Variables to set besides the addresses.</param>
    /// <param name="keepsOutput">Whether what it logs is kept.</param>
    public static async Task<BoltAppProcess> StartAsync(IReadOnlyDictionary<string, string?>? environment = null, bool keepsOutput = false)
    {
        ServerProcess process = Launch(environment, keepsOutput);
        try
        {
            var address = new Uri(await process.LineAsync("bolt-app: serving "));
            var metrics = new Uri(await process.LineAsync("bolt-app: metrics "));
            return new BoltAppProcess(process, address, metrics, new Uri(await process.LineAsync("bolt-app: debug ")));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Throws the switch of an incident.</summary>
    /// <param name="incident">Its name and, after a question mark, its values.</param>
    public async Task SwitchOnAsync(string incident)
    {
        using HttpResponseMessage response = await Http.Client.PostAsync(new Uri(Address, "incidents/" + incident), null);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task SwitchOffAsync(string incident)
    {
        using HttpResponseMessage response = await Http.Client.DeleteAsync(new Uri(Address, "incidents/" + incident));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<string> GetAsync(string path) => Http.Client.GetStringAsync(new Uri(Address, path));

    /// <summary>The sum of a metric's series that have a label; null where there is none.</summary>
    public async Task<double?> MetricAsync(string name, string label = "")
    {
        string text = await Http.Client.GetStringAsync(Metrics);
        double[] values =
        [
            .. text.Split('\n')
                .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
                .Select(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture)),
        ];
        return values.Length == 0 ? null : values.Sum();
    }

    public Task TerminateAsync() => _process.TerminateAsync();

    public void Dispose() => _process.Dispose();
}
