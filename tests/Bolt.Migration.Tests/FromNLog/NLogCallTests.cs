using Microsoft.Extensions.Logging;
using NLog;
using ILogger = Microsoft.Extensions.Logging.ILogger;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Bolt.Migration.Tests.FromNLog;

public sealed partial class NLogCallTests : NLogTable
{
    // row: Trace
    [LogEvent(LogLevel.Trace, "Cache read")]
    private static partial void CacheRead(ILogger logger);

    [Fact]
    public void Trace() => Row(log => log.Trace("Cache read"), logger => CacheRead(logger));

    // row: Debug
    [LogEvent(LogLevel.Debug, "Cache filled")]
    private static partial void CacheFilled(ILogger logger);

    [Fact]
    public void Debug() => Row(log => log.Debug("Cache filled"), logger => CacheFilled(logger));

    // row: Info
    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    [Fact]
    public void Info() => Row(log => log.Info("Shop opened"), logger => ShopOpened(logger));

    // row: Warn
    [LogEvent(LogLevel.Warning, "Stock is low")]
    private static partial void StockLow(ILogger logger);

    [Fact]
    public void Warn() => Row(log => log.Warn("Stock is low"), logger => StockLow(logger));

    // row: Error
    [LogEvent(LogLevel.Error, "Payment failed")]
    private static partial void PaymentFailed(ILogger logger);

    [Fact]
    public void Error() => Row(log => log.Error("Payment failed"), logger => PaymentFailed(logger));

    // row: Fatal
    [LogEvent(LogLevel.Critical, "Database is gone")]
    private static partial void DatabaseGone(ILogger logger);

    [Fact]
    public void Fatal() => Row(log => log.Fatal("Database is gone"), logger => DatabaseGone(logger));

    // row: A level known at run time
    [LogEvent("Stock is {State}")]
    private static partial void StockIs(ILogger logger, LogLevel level, string state);

    [Fact]
    public void A_level_known_at_run_time() => Row(
        log => log.Log(NLog.LogLevel.Warn, "Stock is {State}", "low"),
        logger => StockIs(logger, LogLevel.Warning, "low"));

    // row: Named holes
    [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
    private static partial void OrderGoes(ILogger logger, int orderId, string city);

    [Fact]
    public void Named_holes() => Row(
        log => log.Info("Order {OrderId} goes to {City}", 4711, "Berlin"),
        logger => OrderGoes(logger, 4711, "Berlin"));

    // row: Holes with numbers
    [LogEvent(LogLevel.Information, "Order {OrderId} comes from {City}")]
    private static partial void OrderComes(ILogger logger, int orderId, string city);

    [Fact]
    public void Holes_with_numbers() => Row(
        log => log.Info("Order {0} comes from {1}", 4711, "Berlin"),
        logger => OrderComes(logger, 4711, "Berlin"));

    // row: A format
    [LogEvent(LogLevel.Information, "Total is {Total:0.00}")]
    private static partial void TotalIs(ILogger logger, decimal total);

    [Fact]
    public void A_format() => Row(log => log.Info("Total is {Total:0.00}", 59.9m), logger => TotalIs(logger, 59.9m));

    // row: The properties of an object
    [LogEvent(LogLevel.Information, "Seen {User}")]
    private static partial void UserSeen(ILogger logger, [LogFields] User user);

    [Fact]
    public void The_properties_of_an_object() => Row(
        log => log.Info("Seen {@User}", new User("Ada", 36)),
        logger => UserSeen(logger, new User("Ada", 36)));

    // row: The text of an object
    [LogEvent(LogLevel.Information, "Seen {User}")]
    private static partial void UserNamed(ILogger logger, string user);

    [Fact]
    public void The_text_of_an_object() => Row(
        log => log.Info("Seen {$User}", new User("Ada", 36)),
        logger => UserNamed(logger, new User("Ada", 36).ToString()));

    // row: A list
    [LogEvent(LogLevel.Information, "Items {Items}")]
    private static partial void ItemsSeen(ILogger logger, string[] items);

    [Fact]
    public void A_list() => Row(
        log => log.Info("Items {Items}", (object)new[] { "bolt", "nut" }),
        logger => ItemsSeen(logger, ["bolt", "nut"]));

    // row: An enumeration
    [LogEvent(LogLevel.Information, "Order is {State}")]
    private static partial void StateSeen(ILogger logger, OrderState state);

    [Fact]
    public void An_enumeration() => Row(log => log.Info("Order is {State}", OrderState.Paid), logger => StateSeen(logger, OrderState.Paid));

    // row: A duration
    [LogEvent(LogLevel.Information, "Took {Elapsed}")]
    private static partial void TimeTaken(ILogger logger, TimeSpan elapsed);

    [Fact]
    public void A_duration() => Row(
        log => log.Info("Took {Elapsed}", TimeSpan.FromMilliseconds(1250)),
        logger => TimeTaken(logger, TimeSpan.FromMilliseconds(1250)));

    // row: An exception
    [LogEvent(LogLevel.Error, "Order {OrderId} failed")]
    private static partial void OrderFailed(ILogger logger, int orderId, Exception exception);

    [Fact]
    public void An_exception() => Row(
        log => log.Error(new InvalidOperationException("no stock"), "Order {OrderId} failed", 4711),
        logger => OrderFailed(logger, 4711, new InvalidOperationException("no stock")));

    // row: A value that is not in the message
    [LogEvent(LogLevel.Information, "Order paid")]
    private static partial void OrderPaid(ILogger logger, int orderId);

    [Fact]
    public void A_value_that_is_not_in_the_message() => Row(
        log => log.WithProperty("orderId", 4711).Info("Order paid"),
        logger => OrderPaid(logger, 4711));

    // row: A fluent event
    [LogEvent(LogLevel.Information, "Order {OrderId} packed")]
    private static partial void OrderPacked(ILogger logger, int orderId, double weight);

    [Fact]
    public void A_fluent_event() => Row(
        log => log.ForInfoEvent().Message("Order {OrderId} packed", 4711).Property("weight", 1.25).Log(),
        logger => OrderPacked(logger, 4711, 1.25));

    // row: A value that costs
    [LogEvent(LogLevel.Information, "Stock is {Count}")]
    private static partial void StockCounted(ILogger logger, int count);

    [Fact]
    public void A_value_that_costs() => Row(
        log => log.Info(() => "Stock is " + Enumerable.Range(0, 3).Sum()),
        logger =>
        {
            if (logger.IsEnabled(LogLevel.Information))
                StockCounted(logger, Enumerable.Range(0, 3).Sum());
        });
}
