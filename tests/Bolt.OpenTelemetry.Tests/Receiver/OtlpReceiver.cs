using System.Collections.Concurrent;
using System.Net;
using Bolt.OpenTelemetry.Tests.Receiver.Proto;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.OpenTelemetry.Tests.Receiver;

/// <summary>An OTLP endpoint on a free port of loopback: the gRPC service, or POST /v1/logs. Keeps what it accepts; a script may answer otherwise.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly OtlpProtocol _protocol;
    private readonly int _port;
    private readonly ConcurrentQueue<ReceivedLog> _logs = new();
    private WebApplication? _application;
    private int _requests;

    private OtlpReceiver(OtlpProtocol protocol, int port)
    {
        _protocol = protocol;
        _port = port;
    }

    /// <summary>Where to send.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Answers a request; null accepts it. Runs before anything is kept.</summary>
    public Func<int, OtlpReply?>? Script { get; set; }

    /// <summary>The headers of the latest request.</summary>
    public IHeaderDictionary? Headers { get; private set; }

    /// <summary>Requests so far, refused ones included.</summary>
    public int Requests => _requests;

    /// <summary>When each request came, by the clock of <see cref="Environment.TickCount64"/>.</summary>
    public ConcurrentQueue<long> Times { get; } = new();

    /// <summary>The sizes of the accepted requests, in records.</summary>
    public ConcurrentQueue<int> Sizes { get; } = new();

    /// <summary>Everything accepted, in order.</summary>
    public IReadOnlyCollection<ReceivedLog> Logs => _logs;

    public static async Task<OtlpReceiver> StartAsync(OtlpProtocol protocol, int port = 0, Action<HttpsListen>? https = null)
    {
        var receiver = new OtlpReceiver(protocol, port);
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await receiver.StartAsync(https);
                return receiver;
            }
            catch (IOException) when (port != 0 && attempt < 100)
            {
                // Somebody's connection may have the port for a moment, as its own end.
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Waits until so many records were accepted.</summary>
    public async Task<ReceivedLog[]> WaitForAsync(int count, int seconds = 30)
    {
        for (int i = 0; i < seconds * 100 && _logs.Count < count; i++)
            await Task.Delay(10);
        ReceivedLog[] logs = _logs.ToArray();
        Assert.True(logs.Length >= count, $"{logs.Length} of {count} records came within {seconds} s.");
        return logs;
    }

    /// <summary>Waits until so many requests came.</summary>
    public async Task WaitForRequestsAsync(int count)
    {
        for (int i = 0; i < 3000 && _requests < count; i++)
            await Task.Delay(10);
        Assert.True(_requests >= count, $"{_requests} of {count} requests came within 30 s.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is null)
            return;

        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
        _application = null;
    }

    private async Task StartAsync(Action<HttpsListen>? https)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseKestrelHttpsConfiguration();
        _ = builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, _port, listen =>
            {
                listen.Protocols = _protocol == OtlpProtocol.Grpc ? HttpProtocols.Http2 : HttpProtocols.Http1;
                https?.Invoke(new HttpsListen(listen));
            });
        });
        _ = builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = 4 << 20);
        _ = builder.Services.AddSingleton(this);
        _application = builder.Build();
        if (_protocol == OtlpProtocol.Grpc)
            _ = _application.MapGrpcService<GrpcLogs>();
        else
            _ = _application.MapPost("/v1/logs", AnswerAsync);
        await _application.StartAsync();
        Address = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        if (context.Request.Headers.ContentEncoding == "gzip")
            await new System.IO.Compression.GZipStream(context.Request.Body, System.IO.Compression.CompressionMode.Decompress).CopyToAsync(body);
        else
            await context.Request.Body.CopyToAsync(body);
        OtlpReply? reply = Begin(context.Request.Headers);
        if (reply?.Until is { } until)
            await until.WaitAsync(context.RequestAborted);
        if (context.Request.ContentType != "application/x-protobuf")
            reply = new OtlpReply(StatusCodes.Status415UnsupportedMediaType);
        context.Response.StatusCode = reply?.Status ?? StatusCodes.Status200OK;
        if (reply?.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = wait;
        context.Response.ContentType = "application/x-protobuf";
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            Keep(ExportLogsServiceRequest.Parser.ParseFrom(body.GetBuffer(), 0, (int)body.Length));
        await context.Response.Body.WriteAsync((reply?.Body ?? new ExportLogsServiceResponse()).ToByteArray());
    }

    private OtlpReply? Begin(IHeaderDictionary headers)
    {
        Headers = new HeaderDictionary(headers.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase));
        Times.Enqueue(Environment.TickCount64);
        int request = Interlocked.Increment(ref _requests);
        return Script?.Invoke(request);
    }

    private void Keep(ExportLogsServiceRequest request)
    {
        int size = 0;
        foreach (ResourceLogs resource in request.ResourceLogs)
        {
            foreach (ScopeLogs scope in resource.ScopeLogs)
            {
                foreach (LogRecord record in scope.LogRecords)
                {
                    _logs.Enqueue(new ReceivedLog(resource.Resource, scope.Scope, record));
                    size++;
                }
            }
        }

        Sizes.Enqueue(size);
    }

    /// <summary>Where a receiver listens, to be told to speak TLS.</summary>
    internal sealed record HttpsListen(ListenOptions Options);

    /// <summary>The service that collectors have.</summary>
    private sealed class GrpcLogs(OtlpReceiver receiver) : LogsService.LogsServiceBase
    {
        public override async Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context)
        {
            OtlpReply? reply = receiver.Begin(context.GetHttpContext().Request.Headers);
            if (reply?.Until is { } until)
                await until.WaitAsync(context.CancellationToken);
            if (reply is { Status: not 0 and not StatusCodes.Status200OK })
                throw new RpcException(new Status((StatusCode)reply.Status, "as the script says"), reply.Trailers ?? []);
            receiver.Keep(request);
            return reply?.Body as ExportLogsServiceResponse ?? new ExportLogsServiceResponse();
        }
    }
}
