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
        Customers.Log.DeliveryArrived(_logger);
        foreach (var (item, count) in delivery)
        {
            _stock[item] = _stock.GetValueOrDefault(item) + count;
            Customers.Log.StoredNow(_logger, count, item, _stock[item]);
        }

        Customers.Log.DeliveryStoredItemsInStock(_logger, _stock.Count);
    }

    public bool Reserve(string item, int count)
    {
        var left = _stock.GetValueOrDefault(item) - count;
        if (left < 0)
        {
            Customers.Log.Short(_logger, item, -left);
            _alarm.Raise(item, count);
            return false;
        }

        _stock[item] = left;
        Customers.Log.ReservedLeft(_logger, count, item, left);
        return true;
    }
}
