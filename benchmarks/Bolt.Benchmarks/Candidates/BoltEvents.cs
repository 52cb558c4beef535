using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Candidates;

/// <summary>Bolt's log methods.</summary>
internal static partial class BoltEvents
{
    [LogEvent(LogLevel.Debug, "User {userId} logged in from {ip}")]
    public static partial void Disabled(ILogger logger, int userId, string ip);

    [LogEvent(LogLevel.Information, "Service started")]
    public static partial void ServiceStarted(ILogger logger);

    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}")]
    public static partial void UserLoggedIn(ILogger logger, int userId, string ip);

    [LogEvent(
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

    [LogEvent(LogLevel.Error, "Order {orderId} failed")]
    public static partial void OrderFailed(ILogger logger, long orderId, Exception exception);

    [LogEvent(LogLevel.Information, "Payload received")]
    public static partial void PayloadReceived(ILogger logger, string payload);

    [LogEvent(LogLevel.Information, "Shipment packed")]
    public static partial void ShipmentPacked(ILogger logger, List<int> quantities, [LogFields] Shipment shipment);

    [LogEvent(LogLevel.Critical, "Everything before this is delivered")]
    public static partial void Drained(ILogger logger);
}
