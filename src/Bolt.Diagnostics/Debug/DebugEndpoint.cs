using System.Net;
using System.Security.Cryptography;
using System.Text;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Debug;

/// <summary><c>/debug/pprof/…</c> and <c>/debug/gc</c>: one observation at a time, for those who may.</summary>
internal sealed class DebugEndpoint : IDisposable
{
    /// <summary>How long requests may take to be told that the server stops.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly HttpListener _listener;
    private readonly byte[]? _tokenHash;
    private readonly TimeSpan _longest;
    private readonly Func<ProfileRequest, CancellationToken, Task<ProfileAnswer>> _observe;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>One for accepting requests, and one for each that is being answered.</summary>
    private readonly CountdownEvent _open = new(1);

    private DebugEndpoint(HttpListener listener, Uri address, string? token, TimeSpan longest, Func<ProfileRequest, CancellationToken, Task<ProfileAnswer>> observe)
    {
        _listener = listener;
        Address = address;
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
        HttpListener listener = address.Bind(Listen, out Uri bound);
        var endpoint = new DebugEndpoint(listener, bound, token, longest, observe);
        _ = endpoint.AcceptAsync();
        return endpoint;
    }

    public void Dispose()
    {
        if (_stopped.IsCancellationRequested)
            return;

        _stopped.Cancel();
        _open.Signal();
        _open.Wait(s_patience);
        _listener.Close();
    }

    private static HttpListener Listen(IReadOnlyList<string> prefixes, int port)
    {
        var listener = new HttpListener();
        try
        {
            foreach (string prefix in prefixes)
                listener.Prefixes.Add(prefix);

            listener.Start();
            return listener;
        }
        catch
        {
            listener.Close();
            throw;
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private async Task AcceptAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!_listener.IsListening)
                    return;

                continue;
            }

            if (_open.TryAddCount())
                _ = AnswerAsync(context);
            else
                context.Response.Abort();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await using ProfileAnswer answer = await FindAnswerAsync(context).ConfigureAwait(false);
            HttpListenerResponse response = context.Response;
            response.StatusCode = answer.StatusCode;
            response.ContentType = answer.ContentType;
            response.ContentLength64 = answer.Body.Length;
            response.Headers["X-Content-Type-Options"] = "nosniff";
            if (answer.FileName is not null)
                response.Headers["Content-Disposition"] = $"attachment; filename=\"{answer.FileName}\"";

            await answer.Body.CopyToAsync(response.OutputStream).ConfigureAwait(false);
            response.Close();
        }
        catch (Exception)
        {
            // The client has hung up: there is nobody to tell, and nothing of it may reach the program.
            context.Response.Abort();
        }
        finally
        {
            _open.Signal();
        }
    }

    private async Task<ProfileAnswer> FindAnswerAsync(HttpListenerContext context)
    {
        HttpListenerRequest request = context.Request;
        if (!MayAsk(request.Headers["Authorization"]))
        {
            context.Response.Headers["WWW-Authenticate"] = "Bearer";
            return ProfileAnswer.OfFailure(401, "Send the token of BOLT_DEBUG_TOKEN, as in: curl -H \"Authorization: Bearer $BOLT_DEBUG_TOKEN\".");
        }

        DebugRequest asked = DebugRequest.Parse(request.HttpMethod, request.Url?.AbsolutePath ?? "", request.QueryString, _longest);
        if (asked.Profile is null)
            return ProfileAnswer.OfFailure(asked.StatusCode, asked.Problem);

        if (!_turn.Wait(0, CancellationToken.None))
            return ProfileAnswer.OfFailure(429, "A profile is being taken; one is taken at a time. Try again when it is done.");

        try
        {
            return await _observe(asked.Profile, _stopped.Token).ConfigureAwait(false);
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
