using Microsoft.Extensions.Logging;

namespace Migration.Stock;

internal sealed class StockAlarm(ILogger logger)
{
    private int _raised;

    public void Raise(string item, int count)
    {
        _raised++;
        Customers.Log.AlarmRaised(logger, _raised);
        var level = _raised > 1 ? LogLevel.Critical : LogLevel.Error;
        Customers.Log.AlarmMustBeOrdered(logger, level, _raised, item);
        Customers.Log.Reordering(logger, count * 10, item);
        Customers.Log.AlarmIsOnRecord(logger, _raised, item);
    }
}
