using Microsoft.Extensions.Logging;
using Serilog.Context;
using Serilog.Core;
using Serilog.Events;

namespace Bolt.Migration.Tests.FromSerilog;

public sealed partial class SerilogContextTests : SerilogTable
{
    [LogEvent(LogLevel.Information, "Order paid")]
    private static partial void OrderPaid(ILogger logger);

    [LogEvent(LogLevel.Error, "Order {OrderId} failed")]
    private static partial void OrderFailed(ILogger logger, int orderId, Exception exception);

    // row: A logger with a field
    [Fact]
    public void A_logger_with_a_field() => Row(
        log => log.ForContext("RequestId", "r1").Information("Order paid"),
        logger => OrderPaid(logger.With("RequestId", "r1")));

    // row: A field for what runs inside
    [Fact]
    public void A_field_for_what_runs_inside() => Row(
        log =>
        {
            using (LogContext.PushProperty("RequestId", "r1"))
                log.Information("Order paid");
        },
        logger =>
        {
            using (logger.BeginScope(new Dictionary<string, object?> { ["RequestId"] = "r1" }))
                OrderPaid(logger);
        });

    // row: An exception
    [Fact]
    public void An_exception() => Row(
        log => log.Error(new InvalidOperationException("no stock"), "Order {OrderId} failed", 4711),
        logger => OrderFailed(logger, 4711, new InvalidOperationException("no stock")));

    // row: A trace
    [Fact]
    public void A_trace() => Row(
        log =>
        {
            using var activity = Trace.Start();
            log.Information("Order paid");
        },
        logger =>
        {
            using var activity = Trace.Start();
            OrderPaid(logger);
        });

    // row: A field of every record
    [Fact]
    public void A_field_of_every_record() => Row(
        configuration => configuration.Enrich.WithProperty("App", "Shop"),
        log => log.Information("Order paid"),
        options => options.Enrichers.Add((scoped in RecordView record, scoped RecordFields fields) => fields.Add("App", "Shop")),
        logger => OrderPaid(logger));

    // row: A field computed for each record
    [Fact]
    public void A_field_computed_for_each_record() => Row(
        configuration => configuration.Enrich.With(new LengthEnricher()),
        log => log.Information("Order paid"),
        options => options.Enrichers.Add((scoped in RecordView record, scoped RecordFields fields) => fields.Add("Length", record.Category.Length)),
        logger => OrderPaid(logger));

    private sealed class LengthEnricher : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var source = ((ScalarValue)logEvent.Properties[Constants.SourceContextPropertyName]).Value!.ToString()!;
            logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty("Length", source.Length));
        }
    }
}
