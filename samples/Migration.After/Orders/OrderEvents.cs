using Microsoft.Extensions.Logging;

namespace Migration.Orders;

/// <summary>The event ids that the alerts know.</summary>
internal static class OrderEvents
{
    public static readonly EventId Placed = new(1001, "OrderPlaced");
    public static readonly EventId Rejected = new(1002, "OrderRejected");
    public static readonly EventId Failed = new(1003, "OrderFailed");
}
