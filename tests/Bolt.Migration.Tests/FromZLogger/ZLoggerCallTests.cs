using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Migration.Tests.FromZLogger;

public sealed partial class ZLoggerCallTests : ZLoggerTable
{
    private readonly int _orderId = 4711;
    private readonly string _city = "Berlin";
    private readonly decimal _total = 59.9m;
    private readonly User _user = new("Ada", 36);
    private readonly string[] _items = ["bolt", "nut"];

    // row: An interpolated call
    [LogEvent(LogLevel.Information, "Order {orderId} goes to {city}")]
    private static partial void OrderGoes(ILogger logger, int orderId, string city);

    [Fact]
    public void An_interpolated_call() => Row(
        log => log.ZLogInformation($"Order {_orderId} goes to {_city}"),
        logger => OrderGoes(logger, _orderId, _city));

    // row: Trace
    [LogEvent(LogLevel.Trace, "Cache read")]
    private static partial void CacheRead(ILogger logger);

    [Fact]
    public void Trace() => Row(log => log.ZLogTrace($"Cache read"), logger => CacheRead(logger));

    // row: Critical
    [LogEvent(LogLevel.Critical, "Database is gone")]
    private static partial void DatabaseGone(ILogger logger);

    [Fact]
    public void Critical() => Row(log => log.ZLogCritical($"Database is gone"), logger => DatabaseGone(logger));

    // row: A name of its own
    [LogEvent(LogLevel.Information, "Order {id} paid")]
    private static partial void OrderPaid(ILogger logger, int id);

    [Fact]
    public void A_name_of_its_own() => Row(
        log => log.ZLogInformation($"Order {_orderId:@id} paid"),
        logger => OrderPaid(logger, _orderId));

    // row: A format
    [LogEvent(LogLevel.Information, "Total is {total:0.00}")]
    private static partial void TotalIs(ILogger logger, decimal total);

    [Fact]
    public void A_format() => Row(
        log => log.ZLogInformation($"Total is {_total:0.00}"),
        logger => TotalIs(logger, _total));

    // row: An alignment
    [LogEvent(LogLevel.Information, "[{orderId,6}]")]
    private static partial void Aligned(ILogger logger, int orderId);

    [Fact]
    public void An_alignment() => Row(log => log.ZLogInformation($"[{_orderId,6}]"), logger => Aligned(logger, _orderId));

    // row: An object as JSON
    [LogEvent(LogLevel.Information, "Seen {user}")]
    private static partial void UserSeen(ILogger logger, [LogFields] User user);

    [Fact]
    public void An_object_as_JSON() => Row(log => log.ZLogInformation($"Seen {_user:json}"), logger => UserSeen(logger, _user));

    // row: A list
    [LogEvent(LogLevel.Information, "Items {items}")]
    private static partial void ItemsSeen(ILogger logger, string[] items);

    [Fact]
    public void A_list() => Row(log => log.ZLogInformation($"Items {_items}"), logger => ItemsSeen(logger, _items));

    // row: An enumeration
    [LogEvent(LogLevel.Information, "Order is {state}")]
    private static partial void StateSeen(ILogger logger, OrderState state);

    [Fact]
    public void An_enumeration()
    {
        var state = OrderState.Paid;
        Row(log => log.ZLogInformation($"Order is {state}"), logger => StateSeen(logger, state));
    }

    // row: Not a number
    [LogEvent(LogLevel.Information, "Rate {rate}")]
    private static partial void RateIs(ILogger logger, double rate);

    [Fact]
    public void Not_a_number()
    {
        var rate = double.NaN;
        Row(log => log.ZLogInformation($"Rate {rate}"), logger => RateIs(logger, rate));
    }

    // row: An exception
    [LogEvent(LogLevel.Error, "Order {orderId} failed")]
    private static partial void OrderFailed(ILogger logger, int orderId, Exception exception);

    [Fact]
    public void An_exception() => Row(
        log => log.ZLogError(new InvalidOperationException("no stock"), $"Order {_orderId} failed"),
        logger => OrderFailed(logger, _orderId, new InvalidOperationException("no stock")));

    // row: A method of its generator
    [ZLoggerMessage(LogLevel.Information, "Order {orderId} packed")]
    private static partial void OrderPacked(ILogger logger, int orderId);
    [LogEvent(LogLevel.Information, "Order {orderId} packed")]
    private static partial void OrderIsPacked(ILogger logger, int orderId);

    [Fact]
    public void A_method_of_its_generator() => Row(log => OrderPacked(log, 4711), logger => OrderIsPacked(logger, 4711));

    // row: A scope of fields
    [LogEvent(LogLevel.Information, "Order sent")]
    private static partial void OrderSent(ILogger logger);

    [Fact]
    public void A_scope_of_fields() => Row(
        log =>
        {
            using (log.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                log.ZLogInformation($"Order sent");
        },
        logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                OrderSent(logger);
        });
}
