using Microsoft.Extensions.Logging;

namespace Migration.Orders;

internal sealed class OrderValidator
{
    private const int MaxCount = 50;

    private readonly ILogger<OrderValidator> _logger;

    public OrderValidator(ILogger<OrderValidator> logger)
    {
        _logger = logger;
        _logger.LogDebug("Orders are limited to {MaxCount} pieces", MaxCount);
    }

    public string? Problem(Order order)
    {
        _logger.LogTrace("Validating order {Number}", order.Number);
        if (order.Count <= 0)
        {
            _logger.LogInformation("Order {Number} has a count of {Count}, which is not positive", order.Number, order.Count);
            return "bad count";
        }

        if (order.Count > MaxCount)
        {
            _logger.Log(LogLevel.Information, "Order {Number} is {Excess} pieces over the limit of {MaxCount}", order.Number, order.Count - MaxCount, MaxCount);
            return "too many";
        }

        _logger.LogTrace(string.Format("Order {0} is valid, {1,3} pieces", order.Number, order.Count));
        return null;
    }
}
