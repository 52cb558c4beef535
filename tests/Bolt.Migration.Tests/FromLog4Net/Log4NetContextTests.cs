using log4net;
using log4net.Core;
using log4net.Filter;
using Microsoft.Extensions.Logging;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace Bolt.Migration.Tests.FromLog4Net;

public sealed partial class Log4NetContextTests : Log4NetTable
{
    private const string WithRequest = "%level %logger [%property{RequestId}] - %message%newline";
    private const string WithStack = "%level %logger [%property{NDC}] - %message%newline";

    [LogEvent(LogLevel.Information, "Order paid")]
    private static partial void OrderPaid(ILogger logger);

    [LogEvent(LogLevel.Warning, "Stock is low")]
    private static partial void StockLow(ILogger logger);

    // row: The context of a flow
    [Fact]
    public void The_context_of_a_flow() => Row(
        log =>
        {
            LogicalThreadContext.Properties["RequestId"] = "r1";
            log.Info("Order paid");
            LogicalThreadContext.Properties.Remove("RequestId");
        },
        logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                OrderPaid(logger);
        },
        WithRequest);

    // row: The context of a thread
    [Fact]
    public void The_context_of_a_thread() => Row(
        log =>
        {
            ThreadContext.Properties["RequestId"] = "r1";
            log.Info("Order paid");
            ThreadContext.Properties.Remove("RequestId");
        },
        logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                OrderPaid(logger);
        },
        WithRequest);

    // row: The stack of a thread
    [Fact]
    public void The_stack_of_a_thread() => Row(
        log =>
        {
            using (ThreadContext.Stacks["NDC"].Push("request r1"))
                log.Info("Order paid");
        },
        logger =>
        {
            using (logger.BeginScope("request r1"))
                OrderPaid(logger);
        },
        WithStack);

    // row: A field of every record
    [Fact]
    public void A_field_of_every_record() => Row(
        log =>
        {
            GlobalContext.Properties["RequestId"] = "none";
            log.Info("Order paid");
            GlobalContext.Properties.Remove("RequestId");
        },
        logger => OrderPaid(logger.With("RequestId", "none")),
        WithRequest);

    // row: A threshold
    [Fact]
    public void A_threshold() => Filtered(
        appender => appender.Threshold = Level.Warn,
        log =>
        {
            log.Info("Order paid");
            log.Warn("Stock is low");
        },
        logging => logging.AddFilter("Shop", LogLevel.Warning),
        logger =>
        {
            OrderPaid(logger);
            StockLow(logger);
        });

    // row: A range of levels
    [Fact]
    public void A_range_of_levels() => Filtered(
        appender => appender.AddFilter(new LevelRangeFilter { LevelMin = Level.Info, LevelMax = Level.Info }),
        log =>
        {
            log.Info("Order paid");
            log.Warn("Stock is low");
        },
        logging => logging.AddFilter((category, level) => level == LogLevel.Information),
        logger =>
        {
            OrderPaid(logger);
            StockLow(logger);
        });
}
