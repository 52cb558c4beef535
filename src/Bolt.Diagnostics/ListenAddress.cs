using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bolt.Diagnostics;

/// <summary>An address to listen on, as it was configured.</summary>
internal sealed class ListenAddress
{
    /// <summary>Between asking for a free port and binding it, another process may take it.</summary>
    private const int PortAttempts = 10;

    private readonly string _source;
    private readonly string _text;
    private readonly IPAddress? _address;
    private readonly int _port;

    private ListenAddress(string source, string text, IPAddress? address, int port)
    {
        _source = source;
        _text = text;
        _address = address;
        _port = port;
    }

    /// <summary>Whether only this machine can reach the address.</summary>
    internal bool IsLoopback => _address is not null && IPAddress.IsLoopback(_address);

    /// <summary>Reads an address.</summary>
    /// <param name="source">The option or variable that it comes from, for messages.</param>
    /// <param name="text">The address.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static ListenAddress Parse(string source, string? text)
    {
        text = text?.Trim() ?? "";
        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? "" : text[..colon];
        if (colon < 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port > IPEndPoint.MaxPort)
            throw Malformed("has no port");

        if (host is "" or "0.0.0.0" or "*" or "+")
            return new ListenAddress(source, text, null, port);

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return new ListenAddress(source, text, IPAddress.Loopback, port);

        bool isBracketed = host is ['[', .., ']'];
        if (!IPAddress.TryParse(isBracketed ? host[1..^1] : host, out IPAddress? address) || (address.AddressFamily == AddressFamily.InterNetworkV6) != isBracketed)
            throw Malformed("names no address of this machine");

        if (address.Equals(IPAddress.IPv6Any))
            throw Malformed("asks for every IPv6 address, which the listener cannot do; name one, or use 0.0.0.0");

        return new ListenAddress(source, text, address, port);

        ArgumentException Malformed(string what) => new($"{source} is '{text}', which {what}: use host:port, as in localhost:6060, 127.0.0.1:6060, [::1]:6060, or 0.0.0.0:6060 for every address.");
    }

    /// <summary>The prefixes for an <see cref="HttpListener"/>, each ending in a slash. They also say which Host headers it answers: a loopback address is called by its name as well.</summary>
    internal IReadOnlyList<string> Prefixes(int port)
    {
        if (_address is null)
            return [$"http://+:{port}/"];

        List<string> prefixes = [$"http://{HostOf(_address)}:{port}/"];
        if (_address.Equals(IPAddress.Loopback))
            prefixes.Add($"http://localhost:{port}/");

        return prefixes;
    }

    /// <summary>Starts something on this address.</summary>
    /// <param name="start">Starts it, at an address and port.</param>
    /// <param name="bound">Where it listens.</param>
    /// <exception cref="InvalidOperationException">The address cannot be bound; the message says why.</exception>
    internal T Bind<T>(Func<IPEndPoint, T> start, out Uri bound)
    {
        for (int attempt = 1; ; attempt++)
        {
            int port = _port == 0 ? FreePort() : _port;
            try
            {
                T started = start(new IPEndPoint(_address ?? IPAddress.Any, port));
                bound = new UriBuilder(Uri.UriSchemeHttp, _address is null ? "127.0.0.1" : HostOf(_address), port).Uri;
                return started;
            }
            catch (Exception error) when (IsRefusal(error, out string? reason))
            {
                if (_port == 0 && attempt < PortAttempts)
                    continue;

                throw new InvalidOperationException($"{_source} is '{_text}', which cannot be listened on: {reason}. Choose another port, or stop what uses it.", error);
            }
        }
    }

    private static bool IsRefusal(Exception error, [NotNullWhen(true)] out string? reason)
    {
        reason = (error as HttpListenerException ?? error.InnerException as HttpListenerException)?.Message
            ?? (error as SocketException ?? error.InnerException as SocketException)?.Message;
        return reason is not null;
    }

    private static string HostOf(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private int FreePort()
    {
        using var listener = new TcpListener(_address ?? IPAddress.Any, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
