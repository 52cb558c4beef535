using Microsoft.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace Bolt.Migration.Tests.FromSerilog;

public sealed partial class SerilogTemplateTests : SerilogTable
{
    // row: Named holes
    [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
    private static partial void OrderGoes(ILogger logger, int orderId, string city);

    [Fact]
    public void Named_holes() => Row(
        log => log.Information("Order {OrderId} goes to {City}", 4711, "Berlin"),
        logger => OrderGoes(logger, 4711, "Berlin"));

    // row: Rendered messages
    [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
    private static partial void OrderSent(ILogger logger, int orderId, string city);

    [Fact]
    public void Rendered_messages() => Row(
        log => log.Information("Order {OrderId} goes to {City}", 4711, "Berlin"),
        logger => OrderSent(logger, 4711, "Berlin"),
        new RenderedCompactJsonFormatter());

    // row: Text without quotes
    [LogEvent(LogLevel.Information, "Order goes to {City}")]
    private static partial void OrderGoesTo(ILogger logger, string city);

    [Fact]
    public void Text_without_quotes() => Row(
        log => log.Information("Order goes to {City:l}", "Berlin"),
        logger => OrderGoesTo(logger, "Berlin"),
        new RenderedCompactJsonFormatter());

    // row: A format
    [LogEvent(LogLevel.Information, "Total is {Total:0.00}")]
    private static partial void TotalIs(ILogger logger, decimal total);

    [Fact]
    public void A_format() => Row(
        log => log.Information("Total is {Total:0.00}", 59.9m),
        logger => TotalIs(logger, 59.9m));

    // row: An alignment
    [LogEvent(LogLevel.Information, "[{Count,5}]")]
    private static partial void CountIs(ILogger logger, int count);

    [Fact]
    public void An_alignment() => Row(
        log => log.Information("[{Count,5}]", 42),
        logger => CountIs(logger, 42),
        new RenderedCompactJsonFormatter());

    // row: Braces as text
    [LogEvent(LogLevel.Information, "Set {{{Name}}}")]
    private static partial void SetRead(ILogger logger, string name);

    [Fact]
    public void Braces_as_text() => Row(
        log => log.Information("Set {{{Name}}}", "a"),
        logger => SetRead(logger, "a"));

    // row: The same hole twice
    [LogEvent(LogLevel.Information, "{Name} is {Name}")]
    private static partial void NameIs(ILogger logger, string name);

    [Fact]
    public void The_same_hole_twice() => Row(
        log => log.Information("{Name} is {Name}", "a", "b"),
        logger => NameIs(logger, "b"));

    // row: A value that is not in the message
    [LogEvent(LogLevel.Information, "Order paid")]
    private static partial void OrderPaid(ILogger logger, int orderId);

    [Fact]
    public void A_value_that_is_not_in_the_message() => Row(
        log => log.ForContext("orderId", 4711).Information("Order paid"),
        logger => OrderPaid(logger, 4711));

    // row: Too few values
    [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
    private static partial void OrderGone(ILogger logger, int orderId, string? city);

    [Fact]
    public void Too_few_values() => Row(
        log => log.Information("Order {OrderId} goes to {City}", 4711),
        logger => OrderGone(logger, 4711, null));

    // row: Too many values
    [LogEvent(LogLevel.Information, "Order {OrderId} paid")]
    private static partial void OrderIsPaid(ILogger logger, int orderId, string city);

    [Fact]
    public void Too_many_values() => Row(
        log => log.Information("Order {OrderId} paid", 4711, "Berlin"),
        logger => OrderIsPaid(logger, 4711, "Berlin"));

    // row: A key with a dot
    [LogEvent(LogLevel.Information, "Seen {name}")]
    private static partial void NameSeen(ILogger logger, [LogName("User.Name")] string name);

    [Fact]
    public void A_key_with_a_dot() => Row(
        log => log.Information("Seen {User.Name}", "Ada"),
        logger => NameSeen(logger, "Ada"));
}
