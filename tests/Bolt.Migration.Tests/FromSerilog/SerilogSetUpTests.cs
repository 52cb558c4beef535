using Bolt.Sinks;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace Bolt.Migration.Tests.FromSerilog;

public sealed partial class SerilogSetUpTests : SerilogTable
{
    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    // row: A file
    [Fact]
    public void A_file() => Files(
        folder =>
        {
            using var log = new LoggerConfiguration()
                .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "shop.log"))
                .CreateLogger();
            log.Information("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"))));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: A file a day
    [Fact]
    public void A_file_a_day() => Files(
        folder =>
        {
            using var log = new LoggerConfiguration()
                .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "shop.log"), rollingInterval: RollingInterval.Day)
                .CreateLogger();
            log.Information("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"), new FileSinkOptions { RollInterval = RollInterval.Day })));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: Files of a length
    [Fact]
    public void Files_of_a_length() => Files(
        folder =>
        {
            using var log = new LoggerConfiguration()
                .WriteTo.File(new CompactJsonFormatter(), Path.Combine(folder, "shop.log"), fileSizeLimitBytes: 50, rollOnFileSizeLimit: true)
                .CreateLogger();
            log.Information("Shop opened");
            log.Information("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"), new FileSinkOptions { MaxFileBytes = 150 })));
            ShopOpened(factory.CreateLogger("Shop"));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: A thread that writes
    [Fact]
    public void A_thread_that_writes() => Files(
        folder =>
        {
            using var log = new LoggerConfiguration()
                .WriteTo.Async(sinks => sinks.File(new CompactJsonFormatter(), Path.Combine(folder, "shop.log")), blockWhenFull: true)
                .CreateLogger();
            log.Information("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
            {
                options.Delivery = Delivery.Background;
                options.Overflow = Overflow.Block;
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log")));
            });
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: Lines for readers of CLEF
    [Fact]
    public void Lines_for_readers_of_CLEF() => Files(
        folder =>
        {
            using var log = new LoggerConfiguration()
                .WriteTo.File(new RenderedCompactJsonFormatter(), Path.Combine(folder, "shop.log"))
                .CreateLogger();
            log.Information("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new ShapedSink(new FileSink(Path.Combine(folder, "shop.log")), RecordShape.SerilogCompact)));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: A level for one source
    [Fact]
    public void A_level_for_one_source() => Filtered(
        configuration => configuration.MinimumLevel.Override("Shop", LogEventLevel.Warning),
        log => log.Information("Shop opened"),
        logging => logging.AddFilter("Shop", LogLevel.Warning),
        logger => ShopOpened(logger));

    // row: A filter on a value
    [LogEvent(LogLevel.Information, "Shelf {Shelf} filled")]
    private static partial void ShelfFilled(ILogger logger, int shelf);

    [Fact]
    public void A_filter_on_a_value() => Row(
        configuration => configuration.Filter.ByExcluding(e => e.Properties["Shelf"] is ScalarValue { Value: 1 }),
        log =>
        {
            log.Information("Shelf {Shelf} filled", 1);
            log.Information("Shelf {Shelf} filled", 2);
        },
        options => options.Filters.Add((scoped in RecordView record) => !(record.TryGet("Shelf", out int shelf) && shelf == 1)),
        logger =>
        {
            ShelfFilled(logger, 1);
            ShelfFilled(logger, 2);
        });

    // row: One event of many
    [LogEvent(LogLevel.Information, "Shelf {Shelf} filled", SampleEvery = 2)]
    private static partial void ShelfSampled(ILogger logger, int shelf);

    [Fact]
    public void One_event_of_many() => Filtered(
        configuration => configuration.Filter.ByExcluding(e => e.Properties["Shelf"].ToString() is "1" or "3"),
        log =>
        {
            for (var shelf = 1; shelf <= 4; shelf++)
                log.Information("Shelf {Shelf} filled", shelf);
        },
        logging => { },
        logger =>
        {
            for (var shelf = 1; shelf <= 4; shelf++)
                ShelfSampled(logger, shelf);
        });
}
