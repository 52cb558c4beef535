using Microsoft.Extensions.Logging;
using Serilog.Events;

namespace Bolt.Migration.Tests.FromSerilog;

public sealed partial class SerilogLevelTests : SerilogTable
{
    // row: Verbose
    [LogEvent(LogLevel.Trace, "Cache read")]
    private static partial void CacheRead(ILogger logger);

    [Fact]
    public void Verbose() => Row(log => log.Verbose("Cache read"), logger => CacheRead(logger));

    // row: Debug
    [LogEvent(LogLevel.Debug, "Cache filled")]
    private static partial void CacheFilled(ILogger logger);

    [Fact]
    public void Debug() => Row(log => log.Debug("Cache filled"), logger => CacheFilled(logger));

    // row: Information
    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    [Fact]
    public void Information() => Row(log => log.Information("Shop opened"), logger => ShopOpened(logger));

    // row: Warning
    [LogEvent(LogLevel.Warning, "Stock is low")]
    private static partial void StockLow(ILogger logger);

    [Fact]
    public void Warning() => Row(log => log.Warning("Stock is low"), logger => StockLow(logger));

    // row: Error
    [LogEvent(LogLevel.Error, "Payment failed")]
    private static partial void PaymentFailed(ILogger logger);

    [Fact]
    public void Error() => Row(log => log.Error("Payment failed"), logger => PaymentFailed(logger));

    // row: Fatal
    [LogEvent(LogLevel.Critical, "Database is gone")]
    private static partial void DatabaseGone(ILogger logger);

    [Fact]
    public void Fatal() => Row(log => log.Fatal("Database is gone"), logger => DatabaseGone(logger));

    // row: A level known at run time
    [LogEvent("Stock is {State}")]
    private static partial void StockIs(ILogger logger, LogLevel level, string state);

    [Fact]
    public void A_level_known_at_run_time() => Row(
        log => log.Write(LogEventLevel.Warning, "Stock is {State}", "low"),
        logger => StockIs(logger, LogLevel.Warning, "low"));

    // row: A level that is off
    [LogEvent(LogLevel.Debug, "Stock is {State}")]
    private static partial void StockSeen(ILogger logger, string state);

    [Fact]
    public void A_level_that_is_off() => Row(
        configuration => configuration.MinimumLevel.Information(),
        log => log.Debug("Stock is {State}", "low"),
        options => options.MinimumLevel = LogLevel.Information,
        logger => StockSeen(logger, "low"));
}
