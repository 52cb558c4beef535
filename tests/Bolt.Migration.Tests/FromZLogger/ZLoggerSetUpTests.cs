using Bolt.Sinks;
using Microsoft.Extensions.Logging;
using ZLogger;
using ZLogger.Formatters;

namespace Bolt.Migration.Tests.FromZLogger;

public sealed partial class ZLoggerSetUpTests : ZLoggerTable
{
    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    // row: The full queue waits
    [Fact]
    public void The_full_queue_waits() => Row(
        log => log.ZLogInformation($"Shop opened"),
        logger => ShopOpened(logger),
        zlogger => zlogger.FullMode = BackgroundBufferFullMode.Block,
        options => options.Overflow = Overflow.Block);

    // row: The full queue drops
    [Fact]
    public void The_full_queue_drops() => Row(
        log => log.ZLogInformation($"Shop opened"),
        logger => ShopOpened(logger),
        zlogger => zlogger.FullMode = BackgroundBufferFullMode.Drop,
        options => options.Overflow = Overflow.DropNewest);

    // row: The queue grows
    [Fact]
    public void The_queue_grows() => Row(
        log => log.ZLogInformation($"Shop opened"),
        logger => ShopOpened(logger),
        zlogger => zlogger.FullMode = BackgroundBufferFullMode.Grow,
        options => options.Overflow = Overflow.Grow);

    // row: A file
    [Fact]
    public void A_file() => Files(
        folder =>
        {
            using var logging = LoggerFactory.Create(logging => logging.AddZLoggerFile(Path.Combine(folder, "shop.log"), options =>
                options.UseJsonFormatter(formatter => formatter.IncludeProperties = IncludeProperties.LogLevel | IncludeProperties.Message)));
            logging.CreateLogger("Shop").ZLogInformation($"Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
            {
                options.Include = RecordParts.None;
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log")));
            });
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: A file a day
    [Fact]
    public void A_file_a_day() => Files(
        folder =>
        {
            using var logging = LoggerFactory.Create(logging => logging.AddZLoggerRollingFile((options, services) =>
            {
                options.FilePathSelector = (day, number) => Path.Combine(folder, $"shop.{day:yyyyMMdd}.{number}.log");
                options.RollingInterval = ZLogger.Providers.RollingInterval.Day;
                options.UseJsonFormatter(formatter => formatter.IncludeProperties = IncludeProperties.LogLevel | IncludeProperties.Message);
            }));
            logging.CreateLogger("Shop").ZLogInformation($"Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
            {
                options.Include = RecordParts.None;
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"), new FileSinkOptions { RollInterval = RollInterval.Day }));
            });
            ShopOpened(factory.CreateLogger("Shop"));
        });
}
