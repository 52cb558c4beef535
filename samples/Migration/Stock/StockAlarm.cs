using Microsoft.Extensions.Logging;

namespace Migration.Stock;

internal sealed class StockAlarm(ILogger logger)
{
    private int _raised;

    public void Raise(string item, int count)
    {
        _raised++;
        logger.LogTrace("Alarm {Alarm} raised", _raised);
        var level = _raised > 1 ? LogLevel.Critical : LogLevel.Error;
        logger.Log(level, "Alarm {Alarm}: {Item} must be ordered", _raised, item);
        logger.LogInformation(2001, "Reordering {Count} of {Item}", count * 10, item);
        logger.LogDebug("Alarm " + _raised + " for " + item + " is on record");
    }
}
