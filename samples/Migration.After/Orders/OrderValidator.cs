using Microsoft.Extensions.Logging;

namespace Migration.Orders;

internal sealed class OrderValidator
{
    private const int MaxCount = 50;

    private readonly ILogger<OrderValidator> _logger;

    public OrderValidator(ILogger<OrderValidator> logger)
    {
        _logger = logger;
        Customers.Log.OrdersAreLimitedPieces(_logger, MaxCount);
    }

    public string? Problem(Order order)
    {
        Customers.Log.ValidatingOrder(_logger, order.Number);
        if (order.Count <= 0)
        {
            Customers.Log.OrderHasCountWhichIs(_logger, order.Number, order.Count);
            return "bad count";
        }

        if (order.Count > MaxCount)
        {
            Customers.Log.OrderIsPiecesOverLimit(_logger, order.Number, order.Count - MaxCount, MaxCount);
            return "too many";
        }

        Customers.Log.OrderIsValidPieces(_logger, order.Number, order.Count);
        return null;
    }
}
