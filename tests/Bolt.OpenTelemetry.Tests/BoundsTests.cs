using System.Diagnostics;
using System.Globalization;
using Bolt.OpenTelemetry.Tests.Receiver;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>What a sink holds, and what becomes of the rest.</summary>
public sealed class BoundsTests
{
    [Fact]
    public async Task A_full_queue_holds_the_writer_up_once_then_refuses_at_once_then_recovers()
    {
        (Uri address, Func<Task<OtlpReceiver>> start) = await GoneAsync();
        using var sink = new OtlpSink(Options(address, static options =>
        {
            options.MaxQueueRecords = 100;
            options.WriteTimeout = TimeSpan.FromSeconds(2);
        }));
        for (int n = 0; n < 100; n += 20)
            sink.Write(Lines.Of(n, 20), 20);

        long before = Stopwatch.GetTimestamp();
        IOException error = Assert.Throws<IOException>(() => sink.Write(Lines.Of(100, 1), 1));
        Assert.InRange(Stopwatch.GetElapsedTime(before).TotalMilliseconds, 1990, 20_000);
        Assert.Contains("100 records", error.Message);
        Assert.Contains(address.ToString(), error.Message);
        Assert.Contains("MaxQueueBytes", error.Message);

        before = Stopwatch.GetTimestamp();
        Assert.Throws<IOException>(() => sink.Write(Lines.Of(101, 1), 1));
        Assert.InRange(Stopwatch.GetElapsedTime(before).TotalMilliseconds, 0, 1500);
        Assert.Equal(100, sink.QueuedRecords);

        await using OtlpReceiver receiver = await start();
        sink.Flush();
        sink.Write(Lines.Of(102, 1), 1);
        sink.Flush();
        Assert.Equal([.. Enumerable.Range(0, 100), 102], Numbers(receiver));
        Assert.Equal(0, sink.QueuedRecords);
        Assert.Equal(0, sink.QueuedBytes);
    }

    [Fact]
    public async Task A_writer_that_is_held_up_goes_on_when_there_is_room()
    {
        (Uri address, Func<Task<OtlpReceiver>> start) = await GoneAsync();
        using var sink = new OtlpSink(Options(address, static options =>
        {
            options.MaxQueueRecords = 10;
            options.WriteTimeout = Timeout.InfiniteTimeSpan;
        }));
        sink.Write(Lines.Of(0, 10), 10);
        Task held = Task.Run(() => sink.Write(Lines.Of(10, 5), 5));
        await Task.Delay(300);
        Assert.False(held.IsCompleted);

        await using OtlpReceiver receiver = await start();
        await held.WaitAsync(TimeSpan.FromSeconds(30));
        sink.Flush();
        Assert.Equal(Enumerable.Range(0, 15), Numbers(receiver));
    }

    [Fact]
    public async Task Memory_stays_within_the_bound()
    {
        const int Bound = 2 << 20;
        (Uri address, _) = await GoneAsync();
        using var sink = new OtlpSink(Options(address, static options =>
        {
            options.MaxQueueBytes = Bound;
            options.WriteTimeout = TimeSpan.Zero;
            options.FlushTimeout = TimeSpan.Zero;
        }));
        byte[] batch = Lines.Of(0, 50, padding: 1000);
        int refused = 0;
        long most = 0;
        for (int i = 0; i < 2000; i++)
        {
            try
            {
                sink.Write(batch, 50);
            }
            catch (IOException)
            {
                refused++;
            }

            most = Math.Max(most, sink.QueuedBytes);
        }

        Assert.InRange(most, Bound - (128 << 10), Bound);
        Assert.Equal(2000 - (int)(most / (64 << 10)), refused);

        GC.Collect();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, 40 << 20);
    }

    [Fact]
    public async Task A_batch_that_is_larger_than_the_queue_fits_an_empty_one()
    {
        (Uri address, Func<Task<OtlpReceiver>> start) = await GoneAsync();
        using var sink = new OtlpSink(Options(address, static options =>
        {
            options.MaxQueueBytes = 1;
            options.MaxQueueRecords = 1;
            options.WriteTimeout = TimeSpan.Zero;
        }));
        sink.Write(Lines.Of(0, 3), 3);
        Assert.Throws<IOException>(() => sink.Write(Lines.Of(3, 1), 1));
        await using OtlpReceiver receiver = await start();
        sink.Flush();
        Assert.Equal([0, 1, 2], Numbers(receiver));
    }

    [Fact]
    public async Task What_Bolt_logs_while_the_queue_is_full_is_sent_or_counted()
    {
        const int Total = 20_000;
        (Uri address, Func<Task<OtlpReceiver>> start) = await GoneAsync();
        var errors = new SinkErrors();
        OtlpReceiver receiver;
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.EventPoolSize = 512;
            options.OnError = errors.Add;
            options.Sinks.Add(new OtlpSink(Options(address, static sink =>
            {
                sink.MaxQueueRecords = 3000;
                sink.WriteTimeout = TimeSpan.FromMilliseconds(100);
                sink.FlushTimeout = TimeSpan.FromSeconds(2);
            })));
        }))
        {
            BoltLogger logger = factory.CreateLogger("full");
            for (int n = 0; n < Total; n++)
                TestLog.Step(logger, 0, n);
            receiver = await start();
        }

        await using (receiver)
        {
            int[] numbers = receiver.Logs.Select(static log => (int)log["N"].IntValue).ToArray();
            Assert.Equal(Total, numbers.Length + errors.LostRecords);
            Assert.InRange(numbers.Length, 1, 3512);
            Assert.Equal(numbers.Order().Distinct(), numbers);
            Assert.All(errors.All, static error => Assert.Equal(LogErrorReason.Sink, error.Reason));
        }
    }

    [Fact]
    public async Task Disposal_ends_in_time_counts_what_is_left_and_leaves_no_thread()
    {
        (Uri address, _) = await GoneAsync();
        var errors = new SinkErrors();
        int threads = Senders();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.OnError = errors.Add;
            options.Sinks.Add(new OtlpSink(Options(address, static sink => sink.FlushTimeout = TimeSpan.FromMilliseconds(300))));
        });
        for (int n = 0; n < 42; n++)
            TestLog.Step(factory.CreateLogger("left"), 0, n);
        long start = Stopwatch.GetTimestamp();
        factory.Dispose();
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0, 4000);
        Assert.Equal(42, errors.LostRecords);

        // A thread that has ended is still listed for a moment.
        for (int waits = 0; waits < 500 && Senders() > threads; waits++)
            await Task.Delay(10);

        Assert.InRange(Senders(), 0, threads);
    }

    [Fact]
    public async Task Disposal_ends_a_request_that_gets_no_answer()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        receiver.Script = static _ => new OtlpReply(3, Until: Task.Delay(Timeout.Infinite));
        var sink = new OtlpSink(Options(receiver.Address, static options =>
        {
            options.Protocol = OtlpProtocol.Grpc;
            options.FlushTimeout = TimeSpan.FromMilliseconds(200);
            options.Timeout = TimeSpan.FromSeconds(60);
        }));
        sink.Write(Lines.Of(0, 1), 1);
        await receiver.WaitForRequestsAsync(1);
        long start = Stopwatch.GetTimestamp();
        sink.Dispose();
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        sink.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sink.Write(Lines.Of(0, 1), 1));
        Assert.Throws<ObjectDisposedException>(sink.Flush);
    }

    [Fact]
    public void Disposal_ends_though_a_handler_of_the_caller_s_never_does()
    {
        using var never = new ManualResetEventSlim();
        var handler = new DeafHandler(never);
        var errors = new SinkErrors();
        BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.DrainTimeout = TimeSpan.FromSeconds(60);
            options.OnError = errors.Add;
            options.Sinks.Add(new OtlpSink(Options(new Uri("http://127.0.0.1:9"), sink =>
            {
                sink.ConnectionHandler = () => handler;
                sink.FlushTimeout = TimeSpan.FromMilliseconds(100);
            })));
        });
        TestLog.Step(factory.CreateLogger("deaf"), 0, 1);
        Assert.True(handler.Entered.Wait(TimeSpan.FromSeconds(30)));
        factory.Dispose();
        never.Set();
        Assert.Equal(1, errors.LostRecords);
    }

    [Fact]
    public async Task No_request_is_larger_than_asked_for()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        using (var sink = new OtlpSink(Options(receiver.Address, static options =>
        {
            options.MaxBatchRecords = 30;
            options.MaxBatchBytes = 10_000;
            options.BatchDelay = TimeSpan.FromSeconds(5);
        })))
        {
            sink.Write(Lines.Of(0, 100), 100);
            sink.Write(Lines.Of(100, 40, padding: 1000), 40);
            sink.Write(Lines.Of(140, 1, padding: 20_000), 1);
            sink.Flush();
        }

        Assert.Equal(Enumerable.Range(0, 141), Numbers(receiver));
        Assert.Equal(30, receiver.Sizes.Max());
        Assert.All(receiver.Sizes.Take(3), static size => Assert.Equal(30, size));
        Assert.Contains(9, receiver.Sizes);
        Assert.Equal(1, receiver.Sizes.Last());
    }

    [Fact]
    public async Task Batches_of_4_MiB_receivers_are_never_too_large()
    {
        // Short fields grow most from JSON to OTLP.
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        string record = "{" + string.Join(',', Enumerable.Range(0, 120).Select(static n => $"\"{(char)('a' + (n % 26))}{n}\":{n % 10}.5")) + "}\n";
        byte[] batch = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(record, 100)));
        using (var sink = new OtlpSink(Options(receiver.Address, static options =>
        {
            options.Protocol = OtlpProtocol.Grpc;
            options.MaxBatchRecords = 100_000;
            options.BatchDelay = TimeSpan.FromSeconds(5);
        })))
        {
            for (int i = 0; i < 100; i++)
                sink.Write(batch, 100);
        }

        Assert.Equal(10_000, receiver.Logs.Count);
        Assert.InRange(receiver.Sizes.Max(), 500, 10_000);
    }

    [Fact]
    public async Task A_hundred_thousand_records_of_four_threads_arrive_once_each_and_in_their_thread_s_order()
    {
        const int Each = 25_000;
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        var errors = new SinkErrors();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
        {
            options.OnError = errors.Add;
            options.DrainTimeout = TimeSpan.FromSeconds(60);
            options.Sinks.Add(new OtlpSink(Options(receiver.Address, static sink => sink.Protocol = OtlpProtocol.Grpc)));
        }))
        {
            BoltLogger logger = factory.CreateLogger("many");
            Thread[] threads = Enumerable.Range(0, 4).Select(producer => new Thread(() =>
            {
                for (int n = 0; n < Each; n++)
                    TestLog.Step(logger, producer, n);
            })).ToArray();
            foreach (Thread thread in threads)
                thread.Start();
            foreach (Thread thread in threads)
                thread.Join();
        }

        Assert.Empty(errors.All);
        ReceivedLog[] logs = receiver.Logs.ToArray();
        Assert.Equal(4 * Each, logs.Length);
        for (int producer = 0; producer < 4; producer++)
            Assert.Equal(Enumerable.Range(0, Each), logs.Where(log => log["Producer"].IntValue == producer).Select(static log => (int)log["N"].IntValue));
    }

    private static OtlpSinkOptions Options(Uri address, Action<OtlpSinkOptions>? configure = null)
    {
        var options = new OtlpSinkOptions
        {
            Endpoint = address,
            Protocol = OtlpProtocol.HttpProtobuf,
            FlushTimeout = TimeSpan.FromSeconds(30),
            RetryDelay = TimeSpan.FromMilliseconds(20),
            MaxRetryDelay = TimeSpan.FromMilliseconds(100),
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>The address of a receiver that is away, and what brings it back.</summary>
    private static async Task<(Uri Address, Func<Task<OtlpReceiver>> Start)> GoneAsync()
    {
        OtlpReceiver gone = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf);
        await gone.DisposeAsync();
        return (gone.Address, () => OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf, gone.Address.Port));
    }

    private static IEnumerable<int> Numbers(OtlpReceiver receiver) => receiver.Logs.Select(static log => int.Parse(log.Body, CultureInfo.InvariantCulture));

    /// <summary>The threads of sinks in this process, by the name that the system knows.</summary>
    private static int Senders()
    {
        int count = 0;
        foreach (string task in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                count += File.ReadAllText(Path.Combine(task, "comm")).StartsWith("Bolt OTLP", StringComparison.Ordinal) ? 1 : 0;
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return count;
    }

    /// <summary>Answers when it is let go, whatever the token says.</summary>
    private sealed class DeafHandler(ManualResetEventSlim answer) : HttpMessageHandler
    {
        public ManualResetEventSlim Entered { get; } = new();

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Entered.Set();
            answer.Wait(CancellationToken.None);
            return new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }
}
