using System.Text;

namespace Bolt.Diagnostics.Profiles;

/// <summary>What to send to the client. Disposing it deletes whatever the body is read from.</summary>
internal sealed class ProfileAnswer : IAsyncDisposable
{
    private const string Text = "text/plain; charset=utf-8";

    private readonly IDisposable? _source;

    private ProfileAnswer(int statusCode, string contentType, string? fileName, Stream body, IDisposable? source = null)
    {
        _source = source;
        StatusCode = statusCode;
        ContentType = contentType;
        FileName = fileName;
        Body = body;
    }

    /// <summary>200; 501 where the process cannot be observed at all; 503 where it could not be observed this time.</summary>
    public int StatusCode { get; }

    /// <summary>The body's media type.</summary>
    public string ContentType { get; }

    /// <summary>What a browser should name the file; null for text.</summary>
    public string? FileName { get; }

    /// <summary>The body, at its beginning and of known length.</summary>
    public Stream Body { get; }

    /// <summary>A profile.</summary>
    /// <param name="contentType">The body's media type.</param>
    /// <param name="fileName">What a browser should name the file.</param>
    /// <param name="body">The body, at its beginning.</param>
    /// <param name="source">What is to be disposed of after the body.</param>
    public static ProfileAnswer OfFile(string contentType, string fileName, Stream body, IDisposable? source = null) => new(200, contentType, fileName, body, source);

    public static ProfileAnswer OfText(string text) => new(200, Text, null, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static ProfileAnswer OfFailure(int statusCode, string reason) => new(statusCode, Text, null, new MemoryStream(Encoding.UTF8.GetBytes(reason + "\n")));

    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync().ConfigureAwait(false);
        _source?.Dispose();
    }
}
