using Microsoft.Extensions.Logging;

namespace Migration.Stock;

internal sealed class PriceList(ILogger<PriceList> logger)
{
    private static readonly Dictionary<string, decimal> s_prices = new() { ["bolt"] = 0.25m, ["nut"] = 0.10m, ["washer"] = 0.05m };

    public decimal Total(string item, int count)
    {
        if (!s_prices.TryGetValue(item, out var price))
        {
            logger.LogError("No price for {Item}; known are {Count} items", item, s_prices.Count);
            throw new KeyNotFoundException($"no price for '{item}'");
        }

        var total = price * count;
        logger.LogDebug("Price of {Item}: {Price:N2}", item, price);
        logger.LogDebug("Total for {Count} {Item}: {Total,8:N2}", count, item, total);
        if (total > 2)
        {
            logger.LogInformation("Discount of {Percent} % on {Total:N2}", 5, total);
            total *= 0.95m;
        }

        logger.LogTrace("Priced {{" + item + "}}");
        return total;
    }
}
