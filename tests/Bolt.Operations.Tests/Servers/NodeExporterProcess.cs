using System.Globalization;

namespace Bolt.Operations.Tests.Servers;

/// <summary>A real node exporter that sees a nearly full file system at /var/log: a small one in memory, which only it can see.</summary>
internal sealed class NodeExporterProcess : IDisposable
{
    private readonly ServerProcess _process;

    private NodeExporterProcess(ServerProcess process, string instance)
    {
        _process = process;
        Instance = instance;
    }

    public string Instance { get; }

    public static async Task<NodeExporterProcess> StartAsync()
    {
        int port = ServerProcess.FreePort();
        string instance = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        string script =
            $"""
            mount -t tmpfs -o size=1m tmpfs /var/log && head -c 1000000 /dev/zero >/var/log/bolt-app.log &&
            exec {Tool.PathOf("prometheus-node-exporter")} --web.listen-address={instance} --collector.disable-defaults --collector.filesystem --collector.filesystem.fs-types-exclude='^(proc|sysfs)$' --log.level=warn
            """;
        // A process namespace as well, for the exporter reads the mounts of process 1.
        ServerProcess process = ServerProcess.Start("unshare", ["--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "--map-root-user", "sh", "-c", script]);
        var exporter = new NodeExporterProcess(process, instance);
        try
        {
            await process.AnswersAsync(new Uri($"http://{instance}/metrics"));
            return exporter;
        }
        catch
        {
            exporter.Dispose();
            throw;
        }
    }

    public void Dispose() => _process.Dispose();
}
