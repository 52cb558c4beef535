using System.Globalization;
using Bolt.OpenTelemetry.Tests.Receiver;
using Bolt.OpenTelemetry.Tests.Receiver.Proto;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>Endpoints that are away, slow or unwilling.</summary>
public sealed class DeliveryTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(OtlpProtocol.Grpc)]
    [InlineData(OtlpProtocol.HttpProtobuf)]
    public async Task An_endpoint_that_comes_back_gets_everything_once_and_in_order(OtlpProtocol protocol)
    {
        const int Total = 5000;
        OtlpReceiver gone = await OtlpReceiver.StartAsync(protocol);
        Uri address = gone.Address;
        await gone.DisposeAsync();

        var errors = new SinkErrors();
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 256;
            options.DrainTimeout = 2 * s_long;
            options.OnError = errors.Add;
            options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Endpoint = address, Protocol = protocol, RetryDelay = TimeSpan.FromMilliseconds(20), MaxRetryDelay = TimeSpan.FromMilliseconds(100), FlushTimeout = s_long }));
        });
        BoltLogger logger = factory.CreateLogger("back");
        for (int n = 0; n < Total; n++)
            TestLog.Step(logger, 0, n);
        await errors.WaitForAsync(1);

        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol, address.Port);
        factory.Flush();
        Assert.Equal(Enumerable.Range(0, Total), receiver.Logs.Select(static log => (int)log["N"].IntValue));

        // The outage is one error, whatever the number of tries; no record is lost by it.
        LogError error = Assert.Single(errors.All);
        Assert.Equal(LogErrorReason.Sink, error.Reason);
        Assert.Equal(0, error.RecordCount);
        Assert.Contains(address.ToString(), error.Message);
    }

    [Fact]
    public async Task Each_outage_is_reported_again()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        receiver.Script = static request => request is 1 or 2 or 4 ? new OtlpReply(503) : null;
        var errors = new SinkErrors();
        using BoltLoggerFactory factory = Create(receiver, errors);
        BoltLogger logger = factory.CreateLogger("outages");
        TestLog.Step(logger, 0, 0);
        factory.Flush();
        TestLog.Step(logger, 0, 1);
        factory.Flush();
        Assert.Equal(2, receiver.Logs.Count);
        Assert.Equal(5, receiver.Requests);
        Assert.Equal(2, errors.All.Count);
        Assert.All(errors.All, static error => Assert.Contains("HTTP status 503", error.Message));
    }

    [Theory]
    [InlineData(OtlpProtocol.HttpProtobuf, 429)]
    [InlineData(OtlpProtocol.HttpProtobuf, 502)]
    [InlineData(OtlpProtocol.HttpProtobuf, 503)]
    [InlineData(OtlpProtocol.HttpProtobuf, 504)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.Cancelled)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.DeadlineExceeded)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.Aborted)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.OutOfRange)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.Unavailable)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.DataLoss)]
    public async Task A_status_that_may_pass_is_tried_again(OtlpProtocol protocol, int status)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol);
        receiver.Script = request => request < 3 ? new OtlpReply(status) : null;
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = Create(receiver, errors, protocol))
            TestLog.Step(factory.CreateLogger("again"), 0, 1);
        Assert.Single(receiver.Logs);
        Assert.Equal(3, receiver.Requests);
        Assert.Equal(0, errors.LostRecords);
    }

    [Theory]
    [InlineData(OtlpProtocol.HttpProtobuf, 400)]
    [InlineData(OtlpProtocol.HttpProtobuf, 401)]
    [InlineData(OtlpProtocol.HttpProtobuf, 404)]
    [InlineData(OtlpProtocol.HttpProtobuf, 413)]
    [InlineData(OtlpProtocol.HttpProtobuf, 500)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.InvalidArgument)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.PermissionDenied)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.Unauthenticated)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.Unimplemented)]
    [InlineData(OtlpProtocol.Grpc, (int)StatusCode.ResourceExhausted)]
    public async Task A_status_that_stays_loses_the_batch_and_counts_it_and_the_next_goes_on(OtlpProtocol protocol, int status)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol);
        receiver.Script = request => request == 1 ? new OtlpReply(status) : null;
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = Create(receiver, errors, protocol, static options => options.BatchDelay = TimeSpan.FromSeconds(10)))
        {
            BoltLogger logger = factory.CreateLogger("refused");
            for (int n = 0; n < 7; n++)
                TestLog.Step(logger, 0, n);
            factory.Flush();
            TestLog.Step(logger, 0, 7);
        }

        Assert.Equal(7, Assert.Single(receiver.Logs)["N"].IntValue);
        Assert.Equal(2, receiver.Requests);
        LogError error = Assert.Single(errors.All);
        Assert.Equal(LogErrorReason.Sink, error.Reason);
        Assert.Equal(7, error.RecordCount);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), error.Message);
    }

    [Fact]
    public async Task What_an_endpoint_says_about_a_refusal_is_in_the_error()
    {
        await using OtlpReceiver http = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        await using OtlpReceiver grpc = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);

        // google.rpc.Status has its message where a partial success has its own.
        http.Script = static _ => new OtlpReply(400, Body: new ExportLogsPartialSuccess { ErrorMessage = "no such tenant" });
        grpc.Script = static _ => new OtlpReply((int)StatusCode.InvalidArgument);
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = Create(http, errors))
            TestLog.Step(factory.CreateLogger("why"), 0, 0);
        using (BoltLoggerFactory factory = Create(grpc, errors, OtlpProtocol.Grpc))
            TestLog.Step(factory.CreateLogger("why"), 0, 0);
        Assert.Contains("HTTP status 400: no such tenant", errors.All.First().Message);
        Assert.Contains("gRPC status 3: as the script says", errors.All.Last().Message);
    }

    [Fact]
    public async Task Retry_After_is_waited_for_even_by_a_flush()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        receiver.Script = static request => request == 1 ? new OtlpReply(503, RetryAfter: "1") : null;
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = Create(receiver, errors))
        {
            TestLog.Step(factory.CreateLogger("later"), 0, 1);
            factory.Flush();
        }

        Assert.Single(receiver.Logs);
        long[] times = receiver.Times.ToArray();
        Assert.InRange(times[1] - times[0], 980, 20_000);
    }

    [Fact]
    public async Task An_exhausted_gRPC_endpoint_that_says_when_it_recovers_is_waited_for()
    {
        // google.rpc.Status { details: Any { type_url: "type.googleapis.com/google.rpc.RetryInfo", value: RetryInfo { retry_delay: 0.7 s } } }
        byte[] delay = [0x0A, 0x06, 0x10, 0x80, 0xCE, 0xE4, 0xCD, 0x02];
        byte[] type = [.. "type.googleapis.com/google.rpc.RetryInfo"u8];
        byte[] any = [0x0A, (byte)type.Length, .. type, 0x12, (byte)delay.Length, .. delay];
        byte[] details = [0x08, 0x08, 0x1A, (byte)any.Length, .. any];
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        receiver.Script = request => request == 1 ? new OtlpReply((int)StatusCode.ResourceExhausted, Trailers: new Metadata { { "grpc-status-details-bin", details } }) : null;
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = Create(receiver, errors, OtlpProtocol.Grpc))
            TestLog.Step(factory.CreateLogger("exhausted"), 0, 1);

        Assert.Single(receiver.Logs);
        Assert.Equal(0, errors.LostRecords);
        long[] times = receiver.Times.ToArray();
        Assert.InRange(times[1] - times[0], 680, 20_000);
    }

    [Fact]
    public async Task The_wait_between_tries_grows()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        receiver.Script = static request => request < 6 ? new OtlpReply(503) : null;
        using var sink = new OtlpSink(Options(receiver, static options =>
        {
            options.RetryDelay = TimeSpan.FromMilliseconds(40);
            options.MaxRetryDelay = TimeSpan.FromMilliseconds(160);
        }));
        sink.Write(Lines.Of(0, 1), 1);
        await receiver.WaitForAsync(1);
        long[] times = receiver.Times.ToArray();
        long[] least = [30, 60, 120, 120, 120];
        for (int i = 0; i < least.Length; i++)
            Assert.InRange(times[i + 1] - times[i], least[i] - 1, 20_000);
    }

    [Fact]
    public async Task A_flush_does_not_wait_for_a_growing_wait()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        receiver.Script = static request => request == 1 ? new OtlpReply(503) : null;
        using var sink = new OtlpSink(Options(receiver, static options =>
        {
            options.RetryDelay = options.MaxRetryDelay = TimeSpan.FromMinutes(10);
            options.FlushTimeout = TimeSpan.FromSeconds(1);
        }));
        sink.Write(Lines.Of(0, 1), 1);
        await receiver.WaitForRequestsAsync(1);

        // A flush that comes before the answer has been read waits with it; the next finds the sink waiting.
        for (int i = 0; i < 30 && receiver.Logs.Count == 0; i++)
            _ = Record.Exception(sink.Flush);
        Assert.Single(receiver.Logs);
    }

    [Fact]
    public async Task Records_that_a_partial_success_rejects_are_counted()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        await using OtlpReceiver http = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        OtlpReply partial = new(0, Body: new ExportLogsServiceResponse { PartialSuccess = new ExportLogsPartialSuccess { RejectedLogRecords = 3, ErrorMessage = "too old" } });
        receiver.Script = _ => partial;
        http.Script = _ => partial with { Status = 200 };
        foreach ((OtlpReceiver endpoint, OtlpProtocol protocol) in new[] { (receiver, OtlpProtocol.Grpc), (http, OtlpProtocol.HttpProtobuf) })
        {
            var errors = new SinkErrors();
            using (BoltLoggerFactory factory = Create(endpoint, errors, protocol, static options => options.BatchDelay = TimeSpan.FromSeconds(10)))
            {
                for (int n = 0; n < 10; n++)
                    TestLog.Step(factory.CreateLogger("partial"), 0, n);
            }

            Assert.Equal(1, endpoint.Requests);
            LogError error = Assert.Single(errors.All);
            Assert.Equal(3, error.RecordCount);
            Assert.Contains("too old", error.Message);
        }
    }

    [Fact]
    public async Task A_request_without_answer_ends_at_the_timeout_and_is_sent_again()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        receiver.Script = static request => request == 1 ? new OtlpReply(400, Until: Task.Delay(Timeout.Infinite)) : null;
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = Create(receiver, errors, configure: static options => options.Timeout = TimeSpan.FromMilliseconds(250)))
            TestLog.Step(factory.CreateLogger("silent"), 0, 1);

        Assert.Single(receiver.Logs);
        Assert.Contains("no answer in time", Assert.Single(errors.All).Message);
    }

    [Fact]
    public async Task A_slow_endpoint_holds_nobody_up_while_there_is_room()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        var answer = new TaskCompletionSource();
        receiver.Script = _ => new OtlpReply(0, Until: answer.Task);
        using var sink = new OtlpSink(Options(receiver, static options =>
        {
            options.Protocol = OtlpProtocol.Grpc;
            options.MaxBatchRecords = 1000;
        }));
        sink.Write(Lines.Of(0, 10), 10);
        await receiver.WaitForRequestsAsync(1);
        for (int n = 10; n < 2000; n += 10)
            sink.Write(Lines.Of(n, 10), 10);
        Assert.Equal(2000, sink.QueuedRecords);
        Assert.Empty(receiver.Logs);

        answer.SetResult();
        sink.Flush();
        Assert.Equal(Enumerable.Range(0, 2000), receiver.Logs.Select(static log => int.Parse(log.Body, CultureInfo.InvariantCulture)));
        Assert.Equal([10, 1000, 990], receiver.Sizes);
    }

    [Fact]
    public async Task A_flush_returns_when_the_endpoint_has_everything()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        receiver.Script = static _ => new OtlpReply(200, Until: Task.Delay(200));
        var errors = new SinkErrors();
        using BoltLoggerFactory factory = Create(receiver, errors, configure: static options => options.BatchDelay = TimeSpan.FromMinutes(1));
        BoltLogger logger = factory.CreateLogger("flush");
        for (int n = 0; n < 1500; n++)
            TestLog.Step(logger, 0, n);
        factory.Flush();
        Assert.Equal(1500, receiver.Logs.Count);
        Assert.Empty(errors.All);
    }

    [Fact]
    public async Task A_flush_that_runs_out_of_time_says_so_and_loses_nothing()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        bool isWilling = false;
        receiver.Script = _ => Volatile.Read(ref isWilling) ? null : new OtlpReply(503);
        using var sink = new OtlpSink(Options(receiver, static options => options.FlushTimeout = TimeSpan.FromMilliseconds(300)));
        sink.Write(Lines.Of(0, 3), 3);
        TimeoutException error = Assert.Throws<TimeoutException>(sink.Flush);
        Assert.Contains("3 records wait", error.Message);
        Assert.Contains("HTTP status 503", error.Message);
        Volatile.Write(ref isWilling, true);
        Assert.Equal(["0", "1", "2"], (await receiver.WaitForAsync(3)).Select(static log => log.Body));
    }

    [Fact]
    public async Task A_critical_record_is_with_the_endpoint_when_its_call_returns()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        var errors = new SinkErrors();
        using BoltLoggerFactory factory = Create(receiver, errors, OtlpProtocol.Grpc, static options => options.BatchDelay = TimeSpan.FromMinutes(1));
        TestLog.Down(factory.CreateLogger("critical"));
        Assert.Equal(21, Assert.Single(receiver.Logs).Record.SeverityNumber);
    }

    [Theory]
    [InlineData(OtlpProtocol.Grpc)]
    [InlineData(OtlpProtocol.HttpProtobuf)]
    public async Task Headers_go_with_every_request(OtlpProtocol protocol)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol);
        using (var sink = new OtlpSink(
            Options(receiver, options =>
            {
                options.Protocol = protocol;
                options.Headers["X-Tenant"] = "a, b=c%20";
            }),
            static name => name == "OTEL_EXPORTER_OTLP_HEADERS" ? "authorization=Bearer%20s3cret,x-tenant=other" : null))
            sink.Write(Lines.Of(0, 1), 1);
        Assert.Equal("a, b=c%20", receiver.Headers!["X-Tenant"]);
        Assert.Equal("Bearer s3cret", receiver.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_sink_in_a_host_s_logging_sends()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        using (ILoggerFactory factory = LoggerFactory.Create(logging => logging.AddBolt(options => options.Sinks.Add(new OtlpSink(Options(receiver))))))
            TestLog.Step(factory.CreateLogger("host"), 0, 1);
        Assert.Equal("host", Assert.Single(receiver.Logs).Scope.Name);
    }

    [Fact]
    public async Task A_sink_that_is_created_where_instrumentation_is_suppressed_sends_all_the_same()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        OtlpSink sink;
        using (SuppressInstrumentationScope.Begin())
            sink = new OtlpSink(Options(receiver));
        using (sink)
        {
            sink.Write(Lines.Of(0, 1), 1);
            sink.Flush();
        }

        Assert.Single(receiver.Logs);
    }

    [Fact]
    public async Task Options_that_are_changed_later_change_nothing()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        OtlpSinkOptions options = Options(receiver, static options => options.MaxBatchRecords = 10);
        using var sink = new OtlpSink(options);
        options.MaxBatchRecords = 1000;
        options.Headers["x-late"] = "1";
        sink.Write(Lines.Of(0, 100), 100);
        sink.Flush();
        Assert.Equal(10, receiver.Sizes.Max());
        Assert.False(receiver.Headers!.ContainsKey("x-late"));
    }

    [Fact]
    public async Task A_disabled_SDK_sends_nothing_and_holds_nobody_up()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        using (var sink = new OtlpSink(Options(receiver), static name => name == "OTEL_SDK_DISABLED" ? "true" : null))
        {
            sink.Write(Lines.Of(0, 5), 5);
            sink.Flush();
            Assert.Equal(0, sink.QueuedRecords);
        }

        Assert.Equal(0, receiver.Requests);
    }

    private static OtlpSinkOptions Options(OtlpReceiver receiver, Action<OtlpSinkOptions>? configure = null)
    {
        var options = new OtlpSinkOptions
        {
            Endpoint = receiver.Address,
            Protocol = OtlpProtocol.HttpProtobuf,
            FlushTimeout = s_long,
            RetryDelay = TimeSpan.FromMilliseconds(20),
            MaxRetryDelay = TimeSpan.FromMilliseconds(100),
        };
        configure?.Invoke(options);
        return options;
    }

    private static BoltLoggerFactory Create(OtlpReceiver receiver, SinkErrors errors, OtlpProtocol protocol = OtlpProtocol.HttpProtobuf, Action<OtlpSinkOptions>? configure = null) =>
        BoltLoggerFactory.Create(options =>
        {
            options.DrainTimeout = 2 * s_long;
            options.OnError = errors.Add;
            options.Sinks.Add(new OtlpSink(Options(receiver, sink =>
            {
                sink.Protocol = protocol;
                configure?.Invoke(sink);
            })));
        });
}
