using System.Net;
using System.Net.Sockets;
using System.Text;

/// <summary>Takes logs by OTLP over HTTP, and looks for a text in them.</summary>
internal sealed class OtlpCollector : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly HttpListener _listener = new();
    private readonly MemoryStream _received = new();

    public OtlpCollector()
    {
        Endpoint = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Endpoint);
        _listener.Start();
        _ = ReceiveAsync();
    }

    public string Endpoint { get; }

    /// <summary>Whether the text comes, as it would stand in a protobuf message.</summary>
    public bool WaitFor(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (long start = Environment.TickCount64; Environment.TickCount64 - start < s_limit.TotalMilliseconds; Thread.Sleep(20))
        {
            lock (_received)
            {
                if (_received.GetBuffer().AsSpan(0, (int)_received.Length).IndexOf(bytes) >= 0)
                    return true;
            }
        }

        return false;
    }

    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            lock (_received)
                body.WriteTo(_received);

            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
