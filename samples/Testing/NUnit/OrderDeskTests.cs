using Bolt;
using Bolt.Sinks;
using Bolt.Testing;
using Microsoft.Extensions.Logging;

namespace Shop.Tests;

/// <summary>With NUnit: an instance for each test case, asked for by <c>FixtureLifeCycle</c>, so that tests may run in parallel.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public sealed class OrderDeskTests : IDisposable
{
    private readonly LogRecorder _recorder = new();

    public void Dispose() => _recorder.Dispose();

    [Test]
    public void An_order_is_logged()
    {
        var desk = new OrderDesk(_recorder.CreateLogger<OrderDesk>(), stock: 5);

        Assert.That(desk.Place(42, pieces: 3), Is.True);

        LogRecord record = _recorder.Records.Event("OrderPlaced").Level(LogLevel.Information).With("orderId", 42).Single();
        Assert.That(record.Get<int>("pieces"), Is.EqualTo(3));
        Assert.That(record.Message, Is.EqualTo("Order 42 placed: 3 pieces"));
        _recorder.AssertNone(log => log.AtLeast(LogLevel.Warning));
    }

    [Test]
    public async Task An_order_of_another_thread_is_waited_for()
    {
        var desk = new OrderDesk(_recorder.CreateLogger<OrderDesk>(), stock: 1);
        Task<bool> order = desk.PlaceLaterAsync(7, pieces: 2);

        LogRecords found = await _recorder.WaitForAsync(log => log.Event("OrderRejected").With("stock", 1), TimeSpan.FromSeconds(10));

        Assert.That(found.Single().Get<long>("orderId"), Is.EqualTo(7));
        Assert.That(await order, Is.False);
    }

    [Test]
    public void An_order_allocates_nothing()
    {
        using var factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(Stream.Null));
        });
        var desk = new OrderDesk(factory.CreateLogger("Shop"), stock: int.MaxValue);

        AllocationAssert.Zero(() => desk.Place(42, pieces: 1));
    }
}
