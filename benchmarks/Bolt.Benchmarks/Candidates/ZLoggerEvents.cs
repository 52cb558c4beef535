using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Benchmarks.Candidates;

/// <summary>ZLogger's log methods.</summary>
internal static partial class ZLoggerEvents
{
    [ZLoggerMessage(LogLevel.Debug, "User {userId} logged in from {ip}")]
    public static partial void Disabled(ILogger logger, int userId, string ip);

    [ZLoggerMessage(LogLevel.Information, "Service started")]
    public static partial void ServiceStarted(ILogger logger);

    [ZLoggerMessage(LogLevel.Information, "User {userId} logged in from {ip}")]
    public static partial void UserLoggedIn(ILogger logger, int userId, string ip);

    [ZLoggerMessage(
        LogLevel.Information,
        "Order {orderId} of {customer}: {items} items for {total}, express {express}, batch {batch}, placed {placed}, took {took}, state {state}, note {note}")]
    public static partial void OrderPlaced(
        ILogger logger,
        long orderId,
        string customer,
        int items,
        double total,
        bool express,
        Guid batch,
        DateTimeOffset placed,
        TimeSpan took,
        OrderState state,
        string note);

    [ZLoggerMessage(LogLevel.Error, "Order {orderId} failed")]
    public static partial void OrderFailed(ILogger logger, long orderId, Exception exception);

    [ZLoggerMessage(LogLevel.Information, "Payload {payload} received")]
    public static partial void PayloadReceived(ILogger logger, string payload);

    [ZLoggerMessage(LogLevel.Information, "Shipment {shipment:json} of {quantities:json} packed")]
    public static partial void ShipmentPacked(ILogger logger, List<int> quantities, Shipment shipment);
}
