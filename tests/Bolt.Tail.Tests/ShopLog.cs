using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Tail.Tests;

/// <summary>A log that Bolt writes to a file, with a clock of its own.</summary>
internal sealed class ShopLog : IDisposable
{
    /// <summary>The number of records of <see cref="WriteDay"/>.</summary>
    public const int DayLength = 6;

    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 23, 12, 30, 0, TimeSpan.Zero));
    private readonly BoltLoggerFactory _factory;
    private readonly ILogger _notes;

    public ShopLog(string path, FileSinkOptions? options = null)
    {
        options ??= new FileSinkOptions();
        options.TimeProvider = _time;
        options.ReopenCheckInterval = TimeSpan.Zero;
        _factory = BoltLoggerFactory.Create(bolt =>
        {
            bolt.MinimumLevel = LogLevel.Trace;
            bolt.Delivery = Delivery.Synchronous;
            bolt.Clock = _time;
            bolt.Sinks.Add(new FileSink(path, options));
        });
        _notes = _factory.CreateLogger("Shop.Notes");
    }

    /// <summary>Writes a log of six records, a minute apart from 12:30, and returns its lines.</summary>
    public static string[] WriteDay(string path)
    {
        using (var log = new ShopLog(path))
            log.WriteDay();
        return File.ReadAllLines(path);
    }

    public void WriteDay()
    {
        ILogger web = _factory.CreateLogger("Shop.Web");
        ILogger orders = _factory.CreateLogger("Shop.Orders").With("tenant.name", "acme");
        ILogger stock = _factory.CreateLogger("Shop.Stock");

        ShopEvents.RequestEnded(web, "/orders", 80.5);
        NextMinute();
        ShopEvents.OrderPaid(orders, 42, new ShopEvents.Order(3, new ShopEvents.Customer("Ada \"Countess\"\nLovelace")));
        NextMinute();
        ShopEvents.OrderPaid(orders, 421, new ShopEvents.Order(33, new ShopEvents.Customer("Grüße 東京 🚀 \e[31m")));
        NextMinute();
        ShopEvents.SlowRequest(web, "/stock", 100.25);
        NextMinute();
        ShopEvents.PaymentFailed(orders, 42, Thrown());
        NextMinute();
        ShopEvents.StockLost(stock, 9007199254740993, insured: false);
    }

    public void Note(string text) => ShopEvents.Note(_notes, text);

    public void NextDay() => _time.Now = _time.Now.AddDays(1);

    public void Dispose() => _factory.Dispose();

    private void NextMinute() => _time.Now = _time.Now.AddMinutes(1);

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("The card has expired.");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
