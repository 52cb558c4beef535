using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLog4Net;

public sealed partial class Log4NetCallTests : Log4NetTable
{
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

    // row: A level of log4net alone
    [LogEvent(LogLevel.Information, "Shop moved")]
    private static partial void ShopMoved(ILogger logger);

    [Fact]
    public void A_level_of_log4net_alone() => Row(
        log => log.Logger.Log(typeof(Log4NetCallTests), log4net.Core.Level.Notice, "Shop moved", null),
        logger => ShopMoved(logger));

    // row: A format string
    [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
    private static partial void OrderGoes(ILogger logger, int orderId, string city);

    [Fact]
    public void A_format_string() => Row(
        log => log.InfoFormat("Order {0} goes to {1}", 4711, "Berlin"),
        logger => OrderGoes(logger, 4711, "Berlin"));

    // row: A format
    [LogEvent(LogLevel.Information, "Total is {Total:0.00}")]
    private static partial void TotalIs(ILogger logger, decimal total);

    [Fact]
    public void A_format() => Row(
        log => log.InfoFormat(CultureInfo.InvariantCulture, "Total is {0:0.00}", 59.9m),
        logger => TotalIs(logger, 59.9m));

    // row: An interpolated text
    [LogEvent(LogLevel.Information, "Order {OrderId} paid")]
    private static partial void OrderPaid(ILogger logger, int orderId);

    [Fact]
    public void An_interpolated_text() => Row(log => log.Info($"Order {4711} paid"), logger => OrderPaid(logger, 4711));

    // row: An object
    [LogEvent(LogLevel.Information, "{User}")]
    private static partial void UserSeen(ILogger logger, [LogFields] User user);

    [Fact]
    public void An_object() => Row(log => log.Info(new User("Ada", 36)), logger => UserSeen(logger, new User("Ada", 36)));

    // row: An exception
    [LogEvent(LogLevel.Error, "Order {OrderId} failed")]
    private static partial void OrderFailed(ILogger logger, int orderId, Exception exception);

    [Fact]
    public void An_exception() => Row(
        log => log.Error("Order 4711 failed", new InvalidOperationException("no stock")),
        logger => OrderFailed(logger, 4711, new InvalidOperationException("no stock")));

    // row: A guard
    [LogEvent(LogLevel.Information, "Stock is {Count}")]
    private static partial void StockCounted(ILogger logger, int count);

    [Fact]
    public void A_guard() => Row(
        log =>
        {
            if (log.IsInfoEnabled)
                log.Info("Stock is " + Enumerable.Range(0, 3).Sum());
        },
        logger =>
        {
            if (logger.IsEnabled(LogLevel.Information))
                StockCounted(logger, Enumerable.Range(0, 3).Sum());
        });

    // row: A line break
    [LogEvent(LogLevel.Information, "Said {Text}")]
    private static partial void Said(ILogger logger, string text);

    [Fact]
    public void A_line_break() => Row(log => log.Info("Said a\nINFO Shop - forged"), logger => Said(logger, "a\nINFO Shop - forged"));
}
