using System.Text;

namespace Bolt.Diagnostics.Debug;

/// <summary>What the debug endpoints need of a request: its first line and two of its headers.</summary>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">The path, as it was sent.</param>
/// <param name="Query">What follows the question mark, as it was sent.</param>
/// <param name="Host">The header <c>Host</c>, without the port; empty if there is none.</param>
/// <param name="Authorization">The header <c>Authorization</c>; null if there is none.</param>
internal sealed record HttpRequestHead(string Method, string Path, string Query, string Host, string? Authorization)
{
    private const int LongestHead = 16 * 1024;

    /// <summary>Reads from a connection up to the end of the head; null where what comes is none.</summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    internal static async Task<HttpRequestHead?> ReadAsync(Stream connection, CancellationToken tooLong)
    {
        byte[] buffer = new byte[LongestHead];
        int length = 0;
        while (length < buffer.Length)
        {
            int read = await connection.ReadAsync(buffer.AsMemory(length), tooLong).ConfigureAwait(false);
            if (read == 0)
                return null;

            length += read;
            int end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
                return Parse(Encoding.Latin1.GetString(buffer, 0, end));
        }

        return null;
    }

    internal static HttpRequestHead? Parse(string head)
    {
        string[] lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
            return null;

        string host = "";
        string? authorization = null;
        foreach (string line in lines.AsSpan(1))
        {
            int colon = line.IndexOf(':');
            if (colon <= 0)
                return null;

            string value = line[(colon + 1)..].Trim();
            if (line.AsSpan(0, colon).Equals("Host", StringComparison.OrdinalIgnoreCase))
                host = WithoutPort(value);
            else if (line.AsSpan(0, colon).Equals("Authorization", StringComparison.OrdinalIgnoreCase))
                authorization = value;
        }

        int question = target.IndexOf('?');
        return question < 0
            ? new HttpRequestHead(method, target, "", host, authorization)
            : new HttpRequestHead(method, target[..question], target[(question + 1)..], host, authorization);
    }

    private static string WithoutPort(string host)
    {
        int colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }
}
