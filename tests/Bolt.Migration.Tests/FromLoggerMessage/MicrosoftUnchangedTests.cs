using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLoggerMessage;

public sealed partial class MicrosoftUnchangedTests : MicrosoftTable
{
    // row: Trace
    [Fact]
    public void Trace() => Unchanged(log => log.LogTrace("Cache read"));

    // row: Debug
    [Fact]
    public void Debug() => Unchanged(log => log.LogDebug("Cache filled"));

    // row: Information
    [Fact]
    public void Information() => Unchanged(log => log.LogInformation("Shop opened"));

    // row: Warning
    [Fact]
    public void Warning() => Unchanged(log => log.LogWarning("Stock is low"));

    // row: Error
    [Fact]
    public void Error() => Unchanged(log => log.LogError("Payment failed"));

    // row: Critical
    [Fact]
    public void Critical() => Unchanged(log => log.LogCritical("Database is gone"));

    // row: An event id
    [Fact]
    public void An_event_id() => Unchanged(log => log.LogInformation(new EventId(7, "OrderPaid"), "Order {OrderId} paid", 4711));

    // row: A method of the other generator
    [LoggerMessage(Level = LogLevel.Information, Message = "Order {OrderId} paid")]
    private static partial void OrderPaid(ILogger logger, int orderId);

    [Fact]
    public void A_method_of_the_other_generator() => Unchanged(log => OrderPaid(log, 4711));

    // row: A scope of fields
    [Fact]
    public void A_scope_of_fields() => Unchanged(log =>
    {
        using (log.BeginScope(new Dictionary<string, object> { ["RequestId"] = "r1" }))
            log.LogInformation("Order paid");
    });

    // row: A scope of text
    [Fact]
    public void A_scope_of_text() => Unchanged(log =>
    {
        using (log.BeginScope("request r1"))
            log.LogInformation("Order paid");
    });

    // row: A scope with a template
    [Fact]
    public void A_scope_with_a_template() => Unchanged(log =>
    {
        using (log.BeginScope("request {RequestId}", "r1"))
            log.LogInformation("Order paid");
    });

    // row: A filter
    [Fact]
    public void A_filter() => Filtered(
        logging => logging.AddFilter("Shop", LogLevel.Warning),
        log =>
        {
            log.LogInformation("Shop opened");
            log.LogWarning("Stock is low");
        });

    // row: Holes with numbers
    [Fact]
    public void Holes_with_numbers() => Unchanged(log => log.LogInformation("Order {0} goes to {1}", 4711, "Berlin"));

    // row: A sign of Serilog
    [Fact]
    public void A_sign_of_Serilog() => Unchanged(log => log.LogInformation("Seen {@User}", new User("Ada", 36)));

    // row: A hole with a dot
    [Fact]
    public void A_hole_with_a_dot() => Unchanged(log => log.LogInformation("Seen {User.Name}", "Ada"));

    // row: A hole with a space
    [Fact]
    public void A_hole_with_a_space() => Unchanged(log => log.LogInformation("Seen {User Name}", "Ada"));

    // row: A layout of NLog
    [Fact]
    public void A_layout_of_NLog() => Unchanged(log => log.LogInformation("${{level}} is {Level}", "low"));

    // row: A key of the record
    [Fact]
    public void A_key_of_the_record() => Unchanged(log => log.LogInformation("Read {message}", "hello"));

    // row: The same key twice
    [Fact]
    public void The_same_key_twice() => Unchanged(log => log.LogInformation("{Name} and {Name}", "Ada", "Bob"));
}
