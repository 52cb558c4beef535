using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLoggerMessage;

public sealed partial class MicrosoftMethodTests : MicrosoftTable
{
    // row: A method
    [LoggerMessage(Level = LogLevel.Information, Message = "Order {OrderId} paid")]
    private static partial void OrderPaid(ILogger logger, int orderId);
    [LogEvent(LogLevel.Information, "Order {OrderId} paid")]
    private static partial void OrderIsPaid(ILogger logger, int orderId);

    [Fact]
    public void A_method() => Row(log => OrderPaid(log, 4711), logger => OrderIsPaid(logger, 4711));

    // row: Id and name
    [LoggerMessage(EventId = 7, EventName = "Paid", Level = LogLevel.Information, Message = "Order {OrderId} paid")]
    private static partial void OrderPaid7(ILogger logger, int orderId);
    [LogEvent(LogLevel.Information, "Order {OrderId} paid", EventId = 7, EventName = "Paid")]
    private static partial void OrderIsPaid7(ILogger logger, int orderId);

    [Fact]
    public void Id_and_name() => Row(log => OrderPaid7(log, 4711), logger => OrderIsPaid7(logger, 4711));

    // row: A level known at run time
    [LoggerMessage(Message = "Stock is {State}")]
    private static partial void StockIs(ILogger logger, LogLevel level, string state);
    [LogEvent("Stock is {State}")]
    private static partial void StockSeen(ILogger logger, LogLevel level, string state);

    [Fact]
    public void A_level_known_at_run_time() => Row(log => StockIs(log, LogLevel.Warning, "low"), logger => StockSeen(logger, LogLevel.Warning, "low"));

    // row: An exception
    [LoggerMessage(Level = LogLevel.Error, Message = "Order {OrderId} failed")]
    private static partial void OrderFailed(ILogger logger, int orderId, Exception exception);
    [LogEvent(LogLevel.Error, "Order {OrderId} failed")]
    private static partial void OrderHasFailed(ILogger logger, int orderId, Exception exception);

    [Fact]
    public void An_exception() => Row(
        log => OrderFailed(log, 4711, new InvalidOperationException("no stock")),
        logger => OrderHasFailed(logger, 4711, new InvalidOperationException("no stock")));

    // row: A format
    [LoggerMessage(Level = LogLevel.Information, Message = "Total is {Total:0.00}")]
    private static partial void TotalIs(ILogger logger, decimal total);
    [LogEvent(LogLevel.Information, "Total is {Total:0.00}")]
    private static partial void TotalSeen(ILogger logger, decimal total);

    [Fact]
    public void A_format() => Row(log => TotalIs(log, 59.9m), logger => TotalSeen(logger, 59.9m));

    // row: A list
    [LoggerMessage(Level = LogLevel.Information, Message = "Items {Items}")]
    private static partial void ItemsAre(ILogger logger, string[] items);
    [LogEvent(LogLevel.Information, "Items {Items}")]
    private static partial void ItemsSeen(ILogger logger, string[] items);

    [Fact]
    public void A_list() => Row(log => ItemsAre(log, ["bolt", "nut"]), logger => ItemsSeen(logger, ["bolt", "nut"]));

    // row: An object
    [LoggerMessage(Level = LogLevel.Information, Message = "Seen {User}")]
    private static partial void UserIs(ILogger logger, User user);
    [LogEvent(LogLevel.Information, "Seen {User}")]
    private static partial void UserSeen(ILogger logger, [LogFields] User user);

    [Fact]
    public void An_object() => Row(log => UserIs(log, new User("Ada", 36)), logger => UserSeen(logger, new User("Ada", 36)));

    // row: A duration
    [LoggerMessage(Level = LogLevel.Information, Message = "Took {Elapsed}")]
    private static partial void TimeTaken(ILogger logger, TimeSpan elapsed);
    [LogEvent(LogLevel.Information, "Took {Elapsed}")]
    private static partial void TimeSpent(ILogger logger, TimeSpan elapsed);

    [Fact]
    public void A_duration() => Row(log => TimeTaken(log, TimeSpan.FromMilliseconds(1250)), logger => TimeSpent(logger, TimeSpan.FromMilliseconds(1250)));

    // row: Nothing
    [LoggerMessage(Level = LogLevel.Information, Message = "City {City}")]
    private static partial void CityIs(ILogger logger, string? city);
    [LogEvent(LogLevel.Information, "City {City}")]
    private static partial void CitySeen(ILogger logger, string? city);

    [Fact]
    public void Nothing() => Row(log => CityIs(log, null), logger => CitySeen(logger, null));

    // row: A delegate
    private static readonly Action<ILogger, int, Exception?> s_orderPacked = LoggerMessage.Define<int>(LogLevel.Information, new EventId(8, "OrderPacked"), "Order {OrderId} packed");
    [LogEvent(LogLevel.Information, "Order {OrderId} packed", EventId = 8)]
    private static partial void OrderPacked(ILogger logger, int orderId);

    [Fact]
    public void A_delegate() => Row(log => s_orderPacked(log, 4711, null), logger => OrderPacked(logger, 4711));

    // row: A call
    [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
    private static partial void OrderGoes(ILogger logger, int orderId, string city);

    [Fact]
    public void A_call() => Row(log => log.LogInformation("Order {OrderId} goes to {City}", 4711, "Berlin"), logger => OrderGoes(logger, 4711, "Berlin"));

    // row: An interpolated call
    [LogEvent(LogLevel.Information, "Order {Order} goes to {City}")]
    private static partial void OrderSent(ILogger logger, int order, string city);

    [Fact]
    public void An_interpolated_call() => Row(log => log.LogInformation($"Order {4711} goes to {"Berlin"}"), logger => OrderSent(logger, 4711, "Berlin"));
}
