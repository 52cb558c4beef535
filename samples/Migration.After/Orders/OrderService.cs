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
        Customers.Log.PlacingOrderOfCustomer(logger, order.Number, order.Customer, order.Count, order.Item);
        if (validator.Problem(order) is { } problem)
        {
            Customers.Log.OrderRejected(logger, order.Number, problem);
            return false;
        }

        var state = OrderState.New;
        try
        {
            var total = prices.Total(order.Item, order.Count);
            Customers.Log.OrderGoes(logger, order.Number, state, OrderState.Priced);
            state = OrderState.Priced;
            if (!warehouse.Reserve(order.Item, order.Count))
            {
                Customers.Log.OrderRejected(logger, order.Number, "not in stock");
                return false;
            }

            Customers.Log.OrderGoes(logger, order.Number, state, OrderState.Reserved);
            state = OrderState.Reserved;
            payments.Charge(order.Number, total);
            Customers.Log.OrderGoes(logger, order.Number, state, OrderState.Paid);
            Customers.Log.OrderPlaced(logger, order.Number, total);
            return true;
        }
        catch (InvalidOperationException exception)
        {
            Customers.Log.OrderFailed(logger, exception, order.Number, state);
            return false;
        }
        catch (KeyNotFoundException exception)
        {
            Customers.Log.OrderAsksForUnknownItem(logger, exception, order.Number);
            return false;
        }
    }
}
