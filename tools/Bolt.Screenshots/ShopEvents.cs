using Microsoft.Extensions.Logging;

namespace Bolt.Screenshots;

/// <summary>What happens in a shop.</summary>
internal static partial class ShopEvents
{
    [LogEvent(LogLevel.Debug, "Cache of {region} filled")]
    public static partial void CacheFilled(ILogger logger, string region, int entries);

    [LogEvent(LogLevel.Information, "Order {orderId} paid: {amount:N2} {currency}")]
    public static partial void OrderPaid(ILogger logger, int orderId, decimal amount, string currency);

    [LogEvent(LogLevel.Warning, "{path} took {elapsedMs:N0} ms")]
    public static partial void SlowRequest(ILogger logger, string path, double elapsedMs);

    [LogEvent(LogLevel.Error, "Order {orderId} could not be paid")]
    public static partial void PaymentFailed(ILogger logger, int orderId, Exception error);
}
