using System.Net;
using Bolt;
using Bolt.OpenTelemetry;
using Microsoft.Extensions.Logging;

// Sends records of every type of field by either protocol, to an endpoint that is a handler, and says whether they were in the request.
string[] expected = ["Shop", "OrderPaid", "OrderId", "Wien", "tags", "red", "service.name", "native", "exception.type", "System.InvalidOperationException"];
int failed = 0;
foreach (OtlpProtocol protocol in new[] { OtlpProtocol.Grpc, OtlpProtocol.HttpProtobuf })
{
    var endpoint = new Endpoint(protocol);
    using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
    {
        options.OnError = error =>
        {
            Console.Error.WriteLine(error);
            failed++;
        };
        options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Protocol = protocol, ServiceName = "native", ConnectionHandler = () => endpoint }));
    }))
        Log.OrderPaid(factory.CreateLogger("Shop"), 4711, 59.90, "Wien", ["red", "blue"], true, new InvalidOperationException("no stock"));

    string request = System.Text.Encoding.Latin1.GetString(endpoint.Request);
    foreach (string text in expected)
    {
        if (request.Contains(text, StringComparison.Ordinal))
            continue;
        Console.Error.WriteLine($"{protocol}: '{text}' is not in the request of {request.Length} bytes.");
        failed++;
    }
}

Console.WriteLine(failed == 0 ? "sent" : $"{failed} failed");
return failed == 0 ? 0 : 1;

internal static partial class Log
{
    [LogEvent(LogLevel.Error, "Order {OrderId} paid: {Amount} in {City}")]
    public static partial void OrderPaid(ILogger logger, long orderId, double amount, string city, string[] tags, bool isFirst, Exception error);
}

/// <summary>Accepts what is sent.</summary>
internal sealed class Endpoint(OtlpProtocol protocol) : HttpMessageHandler
{
    public byte[] Request { get; private set; } = [];

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        request.Content!.CopyTo(body, null, cancellationToken);
        Request = body.ToArray();
        bool isGrpc = protocol == OtlpProtocol.Grpc;
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(isGrpc ? new byte[5] : []), RequestMessage = request };
        if (isGrpc)
            response.TrailingHeaders.Add("grpc-status", "0");
        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
}
