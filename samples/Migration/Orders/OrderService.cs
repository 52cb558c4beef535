using Microsoft.Extensions.Logging;
using Migration.Payments;
using Migration.Stock;

namespace Migration.Orders;

internal sealed class OrderService(
    ILogger<OrderService> logger,
    OrderValidator validator,
    PriceList prices,
    Warehouse warehouse,
    PaymentRetries payments)
{
    public bool Place(Order order)
    {
        logger.LogDebug("Placing order {Number} of customer {Customer}: {Count} x {Item}", order.Number, order.Customer, order.Count, order.Item);
        if (validator.Problem(order) is { } problem)
        {
            logger.LogWarning(OrderEvents.Rejected, "Order {Number} rejected: {Problem}", order.Number, problem);
            return false;
        }

        var state = OrderState.New;
        try
        {
            var total = prices.Total(order.Item, order.Count);
            logger.LogTrace("Order {Number} goes from {Old} to {New}", order.Number, state, OrderState.Priced);
            state = OrderState.Priced;
            if (!warehouse.Reserve(order.Item, order.Count))
            {
                logger.LogWarning(OrderEvents.Rejected, "Order {Number} rejected: {Problem}", order.Number, "not in stock");
                return false;
            }

            logger.LogTrace("Order {Number} goes from {Old} to {New}", order.Number, state, OrderState.Reserved);
            state = OrderState.Reserved;
            payments.Charge(order.Number, total);
            logger.LogTrace("Order {Number} goes from {Old} to {New}", order.Number, state, OrderState.Paid);
            logger.LogInformation(OrderEvents.Placed, "Order {Number} placed for {Total:N2}", order.Number, total);
            return true;
        }
        catch (InvalidOperationException exception)
        {
            logger.LogError(OrderEvents.Failed, exception, "Order {Number} failed in state {State}", order.Number, state);
            return false;
        }
        catch (KeyNotFoundException exception)
        {
            logger.LogCritical(exception, $"Order {order.Number} asks for an unknown item");
            return false;
        }
    }
}
