using Microsoft.Extensions.Logging;

namespace Migration.Shipping;

internal sealed record Parcel(string Label, double Weight);

internal sealed class ShippingDesk(LabelPrinter printer, ILogger<ShippingDesk> logger)
{
    public Parcel? Ship(int order, string city, int count)
    {
        var weight = count * 0.125;
        logger.LogDebug("Order {Order} weighs {Weight:F2} kg", order, weight);
        try
        {
            var parcel = new Parcel(printer.Print(order, city), weight);
            logger.LogInformation("Parcel {Parcel} leaves for {City}", parcel.Label, city);
            logger.LogInformation($"Parcel {parcel.Label} is due on {new DateOnly(2026, 4, 2):yyyy-MM-dd}, {parcel.Weight:F1} kg");
            return parcel;
        }
        catch (InvalidOperationException exception)
        {
            logger.LogError(new EventId(3001, "ShippingFailed"), exception, "Order {Order} is stuck at the shipping desk", order);
            return null;
        }
    }
}
