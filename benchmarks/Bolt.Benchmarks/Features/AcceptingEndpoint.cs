using System.Net;
using System.Net.Sockets;

namespace Bolt.Benchmarks.Features;

/// <summary>An OTLP endpoint on loopback that accepts everything and keeps nothing.</summary>
internal sealed class AcceptingEndpoint : IDisposable
{
    private readonly HttpListener _listener = new();

    public AcceptingEndpoint()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/v1/logs");
        _listener.Prefixes.Add(Address.GetLeftPart(UriPartial.Authority) + "/");
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
