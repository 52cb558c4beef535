using System.Globalization;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Screenshots;

/// <summary>A log that is the same whenever it is written.</summary>
internal static class ShopLog
{
    public static void Write(string file)
    {
        var time = new SetTime();
        using var factory = BoltLoggerFactory.Create(options =>
        {
            options.MinimumLevel = LogLevel.Debug;
            options.Delivery = Delivery.Synchronous;
            options.Clock = time;
            // A stack holds where this program was built.
            options.Include &= ~RecordParts.ErrorStack;
            options.Sinks.Add(new FileSink(file));
        });
        ILogger orders = factory.CreateLogger("Shop.Orders").With("tenant", "acme");
        ILogger web = factory.CreateLogger("Shop.Web");

        time.Set("2026-11-23T08:59:58.0150000Z");
        ShopEvents.CacheFilled(web, "prices", 1204);
        time.Set("2026-11-23T09:00:01.7324000Z");
        ShopEvents.OrderPaid(orders, 4711, 59.90m, "EUR");
        time.Set("2026-11-23T09:00:02.0046100Z");
        ShopEvents.OrderPaid(orders, 4712, 1249.00m, "EUR");
        time.Set("2026-11-23T09:00:04.5100000Z");
        ShopEvents.SlowRequest(web, "/orders?page=2", 1270.4);
        time.Set("2026-11-23T09:00:07.1230000Z");
        ShopEvents.PaymentFailed(orders, 4713, new InvalidOperationException("The card has expired."));
        time.Set("2026-11-23T09:00:09.8000000Z");
        ShopEvents.OrderPaid(orders, 4714, 12.50m, "EUR");
    }

    private sealed class SetTime : TimeProvider
    {
        private DateTimeOffset _now;

        public void Set(string time) => _now = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
