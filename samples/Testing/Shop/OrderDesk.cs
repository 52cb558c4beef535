using Bolt;
using Microsoft.Extensions.Logging;

namespace Shop;

/// <summary>The class under test: takes orders while there is stock, and says so in the log.</summary>
public sealed partial class OrderDesk(ILogger logger, int stock)
{
    private int _stock = stock;

    public bool Place(long orderId, int pieces)
    {
        if (pieces > _stock)
        {
            OrderRejected(orderId, pieces, _stock);
            return false;
        }

        _stock -= pieces;
        OrderPlaced(orderId, pieces);
        return true;
    }

    /// <summary>Places an order on another thread.</summary>
    public Task<bool> PlaceLaterAsync(long orderId, int pieces) => Task.Run(() => Place(orderId, pieces));

    [LogEvent(LogLevel.Information, "Order {orderId} placed: {pieces} pieces")]
    private partial void OrderPlaced(long orderId, int pieces);

    [LogEvent(LogLevel.Warning, "Order {orderId} rejected: {pieces} pieces, {stock} in stock")]
    private partial void OrderRejected(long orderId, int pieces, int stock);
}
