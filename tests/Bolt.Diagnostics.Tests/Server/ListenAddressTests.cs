using System.Net;
using System.Net.Sockets;

namespace Bolt.Diagnostics.Tests;

public class ListenAddressTests
{
    [Theory]
    [InlineData("localhost:9090")]
    [InlineData("LOCALHOST:9090")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.9.9.9:1")]
    [InlineData("[::1]:65535")]
    [InlineData(" localhost:9090 ")]
    public void A_loopback_address_is_known_as_one(string text) => Assert.True(ListenAddress.Parse("source", text).IsLoopback);

    [Theory]
    [InlineData(":9090")]
    [InlineData("0.0.0.0:9090")]
    [InlineData("*:9090")]
    [InlineData("+:9090")]
    [InlineData("10.1.2.3:9090")]
    [InlineData("[fe80::1]:9090")]
    [InlineData("128.0.0.1:9090")]
    public void Any_other_address_is_not(string text) => Assert.False(ListenAddress.Parse("source", text).IsLoopback);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9090")]
    [InlineData("localhost")]
    [InlineData("localhost:")]
    [InlineData("localhost:http")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:9 0")]
    [InlineData("http://localhost:9090")]
    [InlineData("example.org:9090")]
    [InlineData("::1:9090")]
    [InlineData("[127.0.0.1]:9090")]
    [InlineData("[::]:9090")]
    [InlineData("[]:9090")]
    public void A_malformed_address_is_refused_by_its_source_and_text(string? text)
    {
        string message = Assert.Throws<ArgumentException>(() => ListenAddress.Parse("BOLT_METRICS_ADDR", text)).Message;
        Assert.StartsWith($"BOLT_METRICS_ADDR is '{text}'", message);
        Assert.Contains("use host:port", message);
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_by_its_source_and_the_reason()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        string message = Assert.Throws<InvalidOperationException>(() => BoltDiagnosticsServer.Start(options => options.MetricsAddress = $"127.0.0.1:{port}")).Message;
        Assert.StartsWith($"BoltDiagnosticsOptions.MetricsAddress is '127.0.0.1:{port}', which cannot be listened on: Address already in use.", message);
        Assert.Contains("Choose another port", message);
    }

    [Fact]
    public void A_debug_port_that_is_taken_leaves_no_metrics_port_behind()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int metricsPort = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Assert.Throws<InvalidOperationException>(() => BoltDiagnosticsServer.Start(options =>
        {
            options.MetricsAddress = $"127.0.0.1:{metricsPort}";
            options.Debug = true;
            options.DebugAddress = $"127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        }));
        using var again = new TcpListener(IPAddress.Loopback, metricsPort);
        again.Start();
    }
}
