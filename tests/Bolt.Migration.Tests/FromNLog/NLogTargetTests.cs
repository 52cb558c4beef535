using Bolt.Migration.Tests.Lines;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;
using NLog.Targets.Wrappers;

namespace Bolt.Migration.Tests.FromNLog;

public sealed partial class NLogTargetTests : NLogTable
{
    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    // row: A file
    [Fact]
    public void A_file() => Files(
        folder =>
        {
            using var logs = new NLog.LogFactory();
            var configuration = new LoggingConfiguration(logs);
            configuration.AddRuleForAllLevels(new FileTarget("file") { FileName = Path.Combine(folder, "shop.log"), Layout = Layout() });
            logs.Configuration = configuration;
            logs.GetLogger("Shop").Info("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"))));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: Files of a length
    [Fact]
    public void Files_of_a_length() => Files(
        folder =>
        {
            using var logs = new NLog.LogFactory();
            var configuration = new LoggingConfiguration(logs);
            configuration.AddRuleForAllLevels(new FileTarget("file")
            {
                FileName = Path.Combine(folder, "shop.log"),
                Layout = Layout(),
                ArchiveAboveSize = 50,
                MaxArchiveFiles = 31,
            });
            logs.Configuration = configuration;
            logs.GetLogger("Shop").Info("Shop opened");
            logs.GetLogger("Shop").Info("Shop opened");
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"), new FileSinkOptions { MaxFileBytes = 150, RetainedFiles = 31 })));
            ShopOpened(factory.CreateLogger("Shop"));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: A thread that writes
    [Fact]
    public void A_thread_that_writes() => Files(
        folder =>
        {
            using var logs = new NLog.LogFactory();
            var configuration = new LoggingConfiguration(logs);
            var file = new FileTarget("file") { FileName = Path.Combine(folder, "shop.log"), Layout = Layout() };
            configuration.AddRuleForAllLevels(new AsyncTargetWrapper("async", file) { OverflowAction = AsyncTargetWrapperOverflowAction.Block });
            logs.Configuration = configuration;
            logs.GetLogger("Shop").Info("Shop opened");
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

    private static JsonLayout Layout() => NLogLines.Layout();
}
