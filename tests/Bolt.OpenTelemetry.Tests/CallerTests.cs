using Bolt.OpenTelemetry.Tests.Receiver;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>What a sink costs the thread that logs: nothing.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_logging_thread_allocates_nothing_whether_the_endpoint_is_there_or_not(bool isThere)
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.Grpc);
        Uri address = receiver.Address;
        if (!isThere)
            await receiver.DisposeAsync();

        using BoltLoggerFactory factory = BoltLoggerFactory.Create(options =>
            options.Sinks.Add(new OtlpSink(new OtlpSinkOptions { Endpoint = address, FlushTimeout = TimeSpan.FromMilliseconds(isThere ? 30_000 : 100) })));
        BoltLogger logger = factory.CreateLogger("caller");

        // The thread's first records take its segments from the pool.
        long allocated = -1;
        var thread = new Thread(() =>
        {
            for (int n = 0; n < 2000; n++)
                TestLog.OrderPaid(logger, n, 59.90m, "Wien");
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int n = 0; n < 2000; n++)
                TestLog.OrderPaid(logger, n, 59.90m, "Wien");
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        thread.Start();
        thread.Join();
        Assert.Equal(0, allocated);
    }
}
