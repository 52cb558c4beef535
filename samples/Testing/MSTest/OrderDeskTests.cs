using Bolt;
using Bolt.Sinks;
using Bolt.Testing;
using Microsoft.Extensions.Logging;

namespace Shop.Tests;

/// <summary>With MSTest: an instance for each test, so the recorder is a field.</summary>
[TestClass]
public sealed class OrderDeskTests : IDisposable
{
    private readonly LogRecorder _recorder = new();

    public void Dispose() => _recorder.Dispose();

    [TestMethod]
    public void An_order_is_logged()
    {
        var desk = new OrderDesk(_recorder.CreateLogger<OrderDesk>(), stock: 5);

        Assert.IsTrue(desk.Place(42, pieces: 3));

        LogRecord record = _recorder.Records.Event("OrderPlaced").Level(LogLevel.Information).With("orderId", 42).Single();
        Assert.AreEqual(3, record.Get<int>("pieces"));
        Assert.AreEqual("Order 42 placed: 3 pieces", record.Message);
        _recorder.AssertNone(log => log.AtLeast(LogLevel.Warning));
    }

    [TestMethod]
    public async Task An_order_of_another_thread_is_waited_for()
    {
        var desk = new OrderDesk(_recorder.CreateLogger<OrderDesk>(), stock: 1);
        Task<bool> order = desk.PlaceLaterAsync(7, pieces: 2);

        LogRecords found = await _recorder.WaitForAsync(log => log.Event("OrderRejected").With("stock", 1), TimeSpan.FromSeconds(10));

        Assert.AreEqual(7, found.Single().Get<long>("orderId"));
        Assert.IsFalse(await order);
    }

    [TestMethod]
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
