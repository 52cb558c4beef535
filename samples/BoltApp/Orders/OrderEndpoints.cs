using BoltApp.Logging;

namespace BoltApp.Orders;

/// <summary>The work of bolt-app: orders that are computed from their number.</summary>
internal static class OrderEndpoints
{
    private const int LastOrder = 1_000_000;

    public static void MapOrders(this IEndpointRouteBuilder endpoints, ILogger logger) =>
        endpoints.MapGet("/orders/{id:int}", IResult (int id, bool fail = false) =>
        {
            Log.OrderAsked(logger, id);
            if (fail)
                throw new InvalidOperationException($"Order {id} is asked to fail.");

            if (id is < 1 or > LastOrder)
            {
                Log.OrderMissing(logger, id);
                return Results.NotFound();
            }

            var order = new Order(id, $"customer-{id % 977:D4}", 1 + id % 9, 9.99m * (1 + id % 9), "EUR");
            Log.OrderFound(logger, id, order.Customer, order.Items, order.Total, order.Currency);
            return Results.Ok(order);
        });

    private sealed record Order(int Id, string Customer, int Items, decimal Total, string Currency);
}
