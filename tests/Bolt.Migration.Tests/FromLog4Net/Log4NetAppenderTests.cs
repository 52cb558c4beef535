using Bolt.Sinks;
using log4net;
using log4net.Appender;
using log4net.Layout;
using log4net.Repository.Hierarchy;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLog4Net;

public sealed partial class Log4NetAppenderTests : Log4NetTable
{
    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    // row: A file
    [Fact]
    public void A_file() => Files(
        folder =>
        {
            var appender = new FileAppender { File = Path.Combine(folder, "shop.log"), Layout = new PatternLayout("%level %logger - %message%newline") };
            var log = Logger(appender);
            log.Info("Shop opened");
            log.Logger.Repository!.Shutdown();
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
            var appender = new RollingFileAppender
            {
                File = Path.Combine(folder, "shop.log"),
                Layout = new PatternLayout("%level %logger - %message%newline"),
                RollingStyle = RollingFileAppender.RollingMode.Size,
                MaxFileSize = 20,
                MaxSizeRollBackups = 31,
            };
            var log = Logger(appender);
            log.Info("Shop opened");
            log.Info("Shop opened");
            log.Logger.Repository!.Shutdown();
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log"), new FileSinkOptions { MaxFileBytes = 150, RetainedFiles = 31 })));
            ShopOpened(factory.CreateLogger("Shop"));
            ShopOpened(factory.CreateLogger("Shop"));
        });

    // row: A buffer
    [Fact]
    public void A_buffer() => Files(
        folder =>
        {
            var file = new FileAppender { File = Path.Combine(folder, "shop.log"), Layout = new PatternLayout("%level %logger - %message%newline") };
            file.ActivateOptions();
            var appender = new BufferingForwardingAppender { BufferSize = 512 };
            appender.AddAppender(file);
            var log = Logger(appender);
            log.Info("Shop opened");
            log.Logger.Repository!.Shutdown();
        },
        folder =>
        {
            using var factory = BoltLoggerFactory.Create(options =>
            {
                options.Delivery = Delivery.Background;
                options.Sinks.Add(new FileSink(Path.Combine(folder, "shop.log")));
            });
            ShopOpened(factory.CreateLogger("Shop"));
        });

    private static ILog Logger(AppenderSkeleton appender)
    {
        appender.ActivateOptions();
        var repository = (Hierarchy)LogManager.CreateRepository(Guid.NewGuid().ToString());
        repository.Root.AddAppender(appender);
        repository.Configured = true;
        return LogManager.GetLogger(repository.Name, "Shop");
    }
}
