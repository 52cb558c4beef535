using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Debug;

/// <summary>
/// One request and its answer, over a connection that is closed after it. HTTP as simple as it can be, on a socket of our own, because
/// <see cref="HttpListener"/> does not tell when a client hangs up: the profile that nobody waits for would keep others from being taken.
/// </summary>
internal sealed class DebugConnection : IDisposable
{
    private static readonly TimeSpan s_head = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_sending = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_parting = TimeSpan.FromSeconds(1);

    private readonly NetworkStream _stream;
    private readonly CancellationTokenSource _gone;
    private Task _listening = Task.CompletedTask;

    /// <param name="socket">The connection, which this object closes.</param>
    /// <param name="stopped">Ends the observation too.</param>
    internal DebugConnection(Socket socket, CancellationToken stopped)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _gone = CancellationTokenSource.CreateLinkedTokenSource(stopped);
    }

    /// <summary>Whether nobody waits for an answer any more: the client has hung up, or the server stops.</summary>
    internal CancellationToken Gone => _gone.Token;

    /// <summary>Reads the request; null where what comes is none. From then on, <see cref="Gone"/> tells when the client hangs up.</summary>
    internal async Task<HttpRequestHead?> ReadAsync()
    {
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
        tooLong.CancelAfter(s_head);
        HttpRequestHead? request = await HttpRequestHead.ReadAsync(_stream, tooLong.Token).ConfigureAwait(false);
        _listening = ListenAsync();
        return request;
    }

    /// <summary>Answers.</summary>
    internal async Task WriteAsync(ProfileAnswer answer)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.StatusCode} {(HttpStatusCode)answer.StatusCode}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {answer.ContentType}\r\nContent-Length: {answer.Body.Length}\r\n")
            .Append("X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n");
        if (answer.FileName is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Disposition: attachment; filename=\"{answer.FileName}\"\r\n");

        if (answer.StatusCode == (int)HttpStatusCode.Unauthorized)
            head.Append("WWW-Authenticate: Bearer\r\n");

        using var tooLong = new CancellationTokenSource(s_sending);
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), tooLong.Token).ConfigureAwait(false);
        await answer.Body.CopyToAsync(_stream, tooLong.Token).ConfigureAwait(false);

        // Closing while something of the client's is unread would reset the connection, and what was sent could be lost.
        _stream.Socket.Shutdown(SocketShutdown.Send);
        await Task.WhenAny(_listening, Task.Delay(s_parting)).ConfigureAwait(false);
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Reads on, whatever comes, until the client is gone.</summary>
    private async Task ListenAsync()
    {
        byte[] ignored = new byte[1024];
        try
        {
            while (await _stream.ReadAsync(ignored).ConfigureAwait(false) > 0)
            {
                // A body, which no request needs.
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // That is being gone, too.
        }

        await _gone.CancelAsync().ConfigureAwait(false);
    }
}
