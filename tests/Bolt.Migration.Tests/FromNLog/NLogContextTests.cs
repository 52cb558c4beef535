using Microsoft.Extensions.Logging;
using NLog;
using NLog.Config;
using NLog.Filters;
using ILogger = Microsoft.Extensions.Logging.ILogger;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Bolt.Migration.Tests.FromNLog;

public sealed partial class NLogContextTests : NLogTable
{
    [LogEvent(LogLevel.Information, "Order paid")]
    private static partial void OrderPaid(ILogger logger);

    // row: A logger with a field
    [Fact]
    public void A_logger_with_a_field() => Row(
        log => log.WithProperty("RequestId", "r1").Info("Order paid"),
        logger => OrderPaid(logger.With("RequestId", "r1")));

    // row: A field for what runs inside
    [Fact]
    public void A_field_for_what_runs_inside() => Row(
        log =>
        {
            using (ScopeContext.PushProperty("RequestId", "r1"))
                log.Info("Order paid");
        },
        logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                OrderPaid(logger);
        });

    // row: The diagnostics context of a flow
    [Fact]
    public void The_diagnostics_context_of_a_flow() => Row(
        log =>
        {
            using (MappedDiagnosticsLogicalContext.SetScoped("RequestId", "r1"))
                log.Info("Order paid");
        },
        logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                OrderPaid(logger);
        });

    // row: A nested state
    [Fact]
    public void A_nested_state() => Row(
        log =>
        {
            using (ScopeContext.PushNestedState("request r1"))
                log.Info("Order paid");
        },
        logger =>
        {
            using (logger.BeginScope("request r1"))
                OrderPaid(logger);
        });

    // row: A rule for one logger
    [Fact]
    public void A_rule_for_one_logger() => Filtered(
        configuration => configuration.LoggingRules.Insert(0, new LoggingRule { LoggerNamePattern = "Shop", FinalMinLevel = NLog.LogLevel.Warn }),
        log => log.Info("Order paid"),
        logging => logging.AddFilter("Shop", LogLevel.Warning),
        logger => OrderPaid(logger));

    // row: A filter on a value
    [LogEvent(LogLevel.Information, "Shelf {Shelf} filled")]
    private static partial void ShelfFilled(ILogger logger, int shelf);

    [Fact]
    public void A_filter_on_a_value() => Row(
        configuration =>
        {
            configuration.LoggingRules[0].FilterDefaultAction = FilterResult.Log;
            configuration.LoggingRules[0].Filters.Add(new ConditionBasedFilter { Condition = "'${event-properties:Shelf}' == '1'", Action = FilterResult.Ignore });
        },
        log =>
        {
            log.Info("Shelf {Shelf} filled", 1);
            log.Info("Shelf {Shelf} filled", 2);
        },
        options => options.Filters.Add((scoped in RecordView record) => !(record.TryGet("Shelf", out int shelf) && shelf == 1)),
        logger =>
        {
            ShelfFilled(logger, 1);
            ShelfFilled(logger, 2);
        });
}
