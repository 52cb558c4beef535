using Bolt.Benchmarks.Workloads;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Candidates;

/// <summary>Log methods of Microsoft.Extensions.Logging.</summary>
internal static partial class MicrosoftEvents
{
    [LoggerMessage(LogLevel.Debug, "User {userId} logged in from {ip}")]
    public static partial void Disabled(ILogger logger, int userId, string ip);

    [LoggerMessage(LogLevel.Information, "Service started")]
    public static partial void ServiceStarted(ILogger logger);

    [LoggerMessage(LogLevel.Information, "User {userId} logged in from {ip}")]
    public static partial void UserLoggedIn(ILogger logger, int userId, string ip);

    [LoggerMessage(
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

    [LoggerMessage(LogLevel.Error, "Order {orderId} failed")]
    public static partial void OrderFailed(ILogger logger, long orderId, Exception exception);

    [LoggerMessage(LogLevel.Information, "Payload received")]
    public static partial void PayloadReceived(ILogger logger, string payload);

    [LoggerMessage(LogLevel.Information, "Shipment packed")]
    public static partial void ShipmentPacked(ILogger logger, List<int> quantities, Shipment shipment);

    /// <summary>For a formatter that would write only the type's name of an object: with its JSON.</summary>
    [LoggerMessage(LogLevel.Information, "Shipment packed")]
    public static partial void ShipmentPacked(ILogger logger, string quantities, string shipment);
}
