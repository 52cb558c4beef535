using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Debug;

/// <summary><c>/debug/pprof/…</c> and <c>/debug/gc</c>: one observation at a time, for those who may.</summary>
internal sealed class DebugEndpoint : IDisposable
{
    /// <summary>Each is a profile that waits its turn, a refusal, or somebody who keeps connections open.</summary>
    private const int MostConnections = 64;

    /// <summary>How long requests may take to be told that the server stops.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly Socket _listener;
    private readonly bool _isLoopback;
    private readonly byte[]? _tokenHash;
    private readonly TimeSpan _longest;
    private readonly Func<ProfileRequest, CancellationToken, Task<ProfileAnswer>> _observe;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>One for accepting requests, and one for each that is being answered.</summary>
    private readonly CountdownEvent _open = new(1);

    private DebugEndpoint(Socket listener, Uri address, bool isLoopback, string? token, TimeSpan longest, Func<ProfileRequest, CancellationToken, Task<ProfileAnswer>> observe)
    {
        _listener = listener;
        Address = address;
        _isLoopback = isLoopback;
        _tokenHash = token is null ? null : Hash(token);
        _longest = longest;
        _observe = observe;
    }

    internal Uri Address { get; }

    /// <param name="address">Where to listen.</param>
    /// <param name="token">What a request must carry; null for nothing.</param>
    /// <param name="longest">The longest observation that may be asked for.</param>
    /// <param name="observe">Takes the profiles: one at a time.</param>
    internal static DebugEndpoint Start(ListenAddress address, string? token, TimeSpan longest, Func<ProfileRequest, CancellationToken, Task<ProfileAnswer>> observe)
    {
        Socket listener = address.Bind(Listen, out Uri bound);
        var endpoint = new DebugEndpoint(listener, bound, address.IsLoopback, token, longest, observe);
        _ = endpoint.AcceptAsync();
        return endpoint;
    }

    public void Dispose()
    {
        if (_stopped.IsCancellationRequested)
            return;

        _stopped.Cancel();
        _listener.Dispose();
        _open.Signal();
        _open.Wait(s_patience);
    }

    private static Socket Listen(IPEndPoint point)
    {
        var listener = new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(point);
            listener.Listen();
            return listener;
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private async Task AcceptAsync()
    {
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptAsync().ConfigureAwait(false);
                if (_open.CurrentCount <= MostConnections && _open.TryAddCount())
                    _ = AnswerAsync(socket);
                else
                    socket.Dispose();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                // The server stops, or a connection was gone before it was accepted.
            }
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using var connection = new DebugConnection(socket, _stopped.Token);
        try
        {
            HttpRequestHead? request = await connection.ReadAsync().ConfigureAwait(false);
            await using ProfileAnswer answer = await FindAnswerAsync(request, connection.Gone).ConfigureAwait(false);
            await connection.WriteAsync(answer).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client has hung up, or never asked: there is nobody to tell, and nothing of it may reach the program.
        }
        finally
        {
            _open.Signal();
        }
    }

    private async Task<ProfileAnswer> FindAnswerAsync(HttpRequestHead? request, CancellationToken gone)
    {
        if (request is null)
            return ProfileAnswer.OfFailure(400, "This is no request of HTTP/1.1.");

        if (_isLoopback && !IsLoopbackName(request.Host))
            return ProfileAnswer.OfFailure(421, $"This answers to localhost, not to '{request.Host}': a web page must not read what is here by a name of its own.");

        if (!MayAsk(request.Authorization))
            return ProfileAnswer.OfFailure(401, "Send the token of BOLT_DEBUG_TOKEN, as in: curl -H \"Authorization: Bearer $BOLT_DEBUG_TOKEN\".");

        DebugRequest asked = DebugRequest.Parse(request.Method, request.Path, HttpUtility.ParseQueryString(request.Query), _longest);
        if (asked.Profile is null)
            return ProfileAnswer.OfFailure(asked.StatusCode, asked.Problem);

        if (!_turn.Wait(0, CancellationToken.None))
            return ProfileAnswer.OfFailure(429, "A profile is being taken; one is taken at a time. Try again when it is done.");

        try
        {
            return await _observe(asked.Profile, gone).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ProfileAnswer.OfFailure(503, "The server is stopping; the profile was given up.");
        }
        catch (Exception error)
        {
            return ProfileAnswer.OfFailure(500, $"The request failed: {error.Message.ReplaceLineEndings(" ")}");
        }
        finally
        {
            _turn.Release();
        }
    }

    private static bool IsLoopbackName(string host) =>
        host is "" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private bool MayAsk(string? authorization)
    {
        const string Scheme = "Bearer ";
        if (_tokenHash is null)
            return true;

        return authorization is not null
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), _tokenHash);
    }
}
