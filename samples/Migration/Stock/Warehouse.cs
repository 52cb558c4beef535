using Microsoft.Extensions.Logging;

namespace Migration.Stock;

internal sealed class Warehouse
{
    private readonly Dictionary<string, int> _stock = [];
    private readonly ILogger _logger;
    private readonly StockAlarm _alarm;

    public Warehouse(ILogger logger)
    {
        _logger = logger;
        _alarm = new StockAlarm(logger);
    }

    public void Fill(IEnumerable<(string Item, int Count)> delivery)
    {
        _logger.LogInformation("Delivery arrived");
        foreach (var (item, count) in delivery)
        {
            _stock[item] = _stock.GetValueOrDefault(item) + count;
            _logger.LogDebug("Stored {Count} of {Item}, now {Total}", count, item, _stock[item]);
        }

        _logger.LogInformation($"Delivery stored, {_stock.Count} items in stock");
    }

    public bool Reserve(string item, int count)
    {
        var left = _stock.GetValueOrDefault(item) - count;
        if (left < 0)
        {
            _logger.LogWarning("Short of {Item} by {Missing}", item, -left);
            _alarm.Raise(item, count);
            return false;
        }

        _stock[item] = left;
        _logger.LogInformation("Reserved {Count} of {Item}, {Left} left", count, item, left);
        return true;
    }
}
