using Microsoft.Extensions.Logging;

namespace Migration.Shipping;

internal sealed record Parcel(string Label, double Weight);

internal sealed class ShippingDesk(LabelPrinter printer, ILogger<ShippingDesk> logger)
{
    public Parcel? Ship(int order, string city, int count)
    {
        var weight = count * 0.125;
        Customers.Log.OrderWeighsKg(logger, order, weight);
        try
        {
            var parcel = new Parcel(printer.Print(order, city), weight);
            Customers.Log.ParcelLeaves(logger, parcel.Label, city);
            Customers.Log.ParcelIsDueKg(logger, parcel.Label, new DateOnly(2026, 4, 2), parcel.Weight);
            return parcel;
        }
        catch (InvalidOperationException exception)
        {
            Customers.Log.ShippingFailed(logger, exception, order);
            return null;
        }
    }
}
