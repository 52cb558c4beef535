using Microsoft.Extensions.Logging;

namespace Migration.Stock;

internal sealed class PriceList(ILogger<PriceList> logger)
{
    private static readonly Dictionary<string, decimal> s_prices = new() { ["bolt"] = 0.25m, ["nut"] = 0.10m, ["washer"] = 0.05m };

    public decimal Total(string item, int count)
    {
        if (!s_prices.TryGetValue(item, out var price))
        {
            Customers.Log.NoPrice(logger, item, s_prices.Count);
            throw new KeyNotFoundException($"no price for '{item}'");
        }

        var total = price * count;
        Customers.Log.Price(logger, item, price);
        Customers.Log.Total(logger, count, item, total);
        if (total > 2)
        {
            Customers.Log.Discount(logger, 5, total);
            total *= 0.95m;
        }

        Customers.Log.Priced(logger, item);
        return total;
    }
}
