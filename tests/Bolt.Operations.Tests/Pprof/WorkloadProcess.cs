using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Pprof;

/// <summary>tests/Bolt.Diagnostics.Workload, built in one configuration and running; and what <c>go tool pprof</c> says of its profiles.</summary>
public abstract class WorkloadProcess : IAsyncLifetime
{
    private readonly string _configuration;
    private readonly TemporaryDirectory _directory = new();
    private ServerProcess? _process;
    private Uri? _debug;

    protected WorkloadProcess(string configuration) => _configuration = configuration;

    /// <summary>Built and started with the first test that needs it: without Go, none does.</summary>
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _process?.Dispose();
        _directory.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Takes a profile and returns what pprof prints of it.</summary>
    /// <param name="profile">The endpoint and its values.</param>
    /// <param name="arguments">What pprof is to print.</param>
    internal async Task<string> PprofAsync(string profile, params string[] arguments)
    {
        string file = _directory.PathOf("profile.pb.gz");
        await File.WriteAllBytesAsync(file, await Http.Client.GetByteArrayAsync(new Uri(await DebugAsync(), "debug/pprof/" + profile)));
        return DotNet.Command(Tool.PathOf("go"), _directory.Root, ["tool", "pprof", .. arguments, file]).MustSucceed().StandardOutput;
    }

    internal async Task<string> GetAsync(string path) => await Http.Client.GetStringAsync(new Uri(await DebugAsync(), path));

    private async Task<Uri> DebugAsync()
    {
        if (_debug is not null)
            return _debug;

        string program = Repository.PathOf("artifacts", "bin", "Bolt.Diagnostics.Workload", _configuration.ToLowerInvariant(), "Bolt.Diagnostics.Workload.dll");
        if (_configuration != Repository.Configuration)
        {
            // Elsewhere: a build of the other configuration beside this one's would look at its files.
            DotNet.Build(
                Repository.Root,
                "tests/Bolt.Diagnostics.Workload/Bolt.Diagnostics.Workload.csproj", "-c", _configuration, $"-p:ArtifactsPath={_directory.PathOf("artifacts")}").MustSucceed();
            program = _directory.PathOf($"artifacts/bin/Bolt.Diagnostics.Workload/{_configuration.ToLowerInvariant()}/Bolt.Diagnostics.Workload.dll");
        }

        // The workload ends with its input, which stays open through sleep.
        _process = ServerProcess.Start("sh", ["-c", "sleep 600 | exec dotnet \"$1\"", "sh", program]);
        _debug = new Uri(await _process.LineAsync("workload: debug "));
        await Task.Delay(1000);
        return _debug;
    }
}

/// <summary>Built for debugging.</summary>
public sealed class DebugWorkload() : WorkloadProcess("Debug");

/// <summary>Built for use.</summary>
public sealed class ReleaseWorkload() : WorkloadProcess("Release");
