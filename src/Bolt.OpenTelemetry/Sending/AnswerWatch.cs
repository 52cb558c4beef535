namespace Bolt.OpenTelemetry.Sending;

/// <summary>
/// Stands between the SDK's exporter and the connection, and remembers what the endpoint answered: the exporter itself tells no more than
/// success or failure, and passes over records that a partial success rejects.
/// </summary>
internal sealed class AnswerWatch(HttpMessageHandler connection, OtlpSettings settings) : DelegatingHandler(connection)
{
    private const int MaxAnswer = 1 << 20;

    private readonly CancellationTokenSource _abandoned = new();

    /// <summary>What became of the latest request; null before one was made.</summary>
    internal SendOutcome? Latest { get; set; }

    /// <summary>Ends the request under way, and each one that follows.</summary>
    internal void Abandon() => _abandoned.Cancel();

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _abandoned.Token);
        try
        {
            AddHeaders(request);
            HttpResponseMessage response = base.Send(request, either.Token);
            response.Content.LoadIntoBufferAsync(MaxAnswer, either.Token).GetAwaiter().GetResult();
            Latest = Read(response);
            return response;
        }
        catch (Exception error)
        {
            Latest = Unreached(error);
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _abandoned.Token);
        try
        {
            AddHeaders(request);
            HttpResponseMessage response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxAnswer, either.Token).ConfigureAwait(false);
            Latest = Read(response);
            return response;
        }
        catch (Exception error)
        {
            Latest = Unreached(error);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _abandoned.Dispose();
        base.Dispose(disposing);
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        // Not by the exporter, which decodes them before it splits them at commas.
        foreach ((string name, string value) in settings.Headers)
        {
            _ = request.Headers.Remove(name);
            request.Headers.Add(name, value);
        }
    }

    private SendOutcome Read(HttpResponseMessage response)
    {
        using var body = new MemoryStream();
        response.Content.CopyTo(body, null, CancellationToken.None);
        ReadOnlySpan<byte> bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        return settings.Protocol == OtlpProtocol.Grpc ? OtlpAnswer.ToGrpc(response, bytes) : OtlpAnswer.ToHttp(response, bytes);
    }

    private static SendOutcome Unreached(Exception error) =>
        new(RecordFate.Waiting, error is OperationCanceledException ? "no answer in time" : error.Message, Exception: error);
}
