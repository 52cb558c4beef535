using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bolt.Diagnostics.Tests;

public class HostTests
{
    [Fact]
    public async Task The_server_runs_while_the_host_does()
    {
        using IHost host = Build(options => options.MetricsAddress = "127.0.0.1:0");
        Assert.Contains("once the host has started", Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<BoltDiagnosticsServer>()).Message);
        await host.StartAsync();
        Uri address = host.Services.GetRequiredService<BoltDiagnosticsServer>().MetricsAddress;
        using var client = new HttpClient();
        Assert.Contains("dotnet_gc", await client.GetStringAsync(address));
        await host.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(address));
    }

    [Fact]
    public async Task A_host_whose_port_is_taken_does_not_start()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using IHost host = Build(options => options.MetricsAddress = taken.LocalEndpoint.ToString()!);
        Assert.Contains("cannot be listened on", (await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync())).Message);
    }

    private static IHost Build(Action<BoltDiagnosticsOptions> configure) =>
        new HostBuilder().ConfigureServices(services => services.AddBoltDiagnostics(configure)).Build();
}
