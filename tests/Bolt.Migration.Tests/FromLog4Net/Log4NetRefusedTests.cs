namespace Bolt.Migration.Tests.FromLog4Net;

public sealed class Log4NetRefusedTests : Log4NetTable
{
    // row: A format string as a template
    [Fact]
    public Task A_format_string_as_a_template() => Refused(
        log => log.InfoFormat("Order {0} goes to {1,10}", 4711, "Berlin"),
        """
        [LogEvent(LogLevel.Information, "Order {0} goes to {1,10}")]
        static partial void OrderGoes(ILogger logger, int orderId, string city);
        """);

    // row: Braces in a text
    [Fact]
    public Task Braces_in_a_text() => Refused(
        log => log.Info("Set {a, b"),
        """
        [LogEvent(LogLevel.Information, "Set {a, b")]
        static partial void SetRead(ILogger logger);
        """);

    // row: A message that is an object
    [Fact]
    public Task A_message_that_is_an_object() => Refused(
        log => log.Info(new User("Ada", 36)),
        """
        [LogEvent(LogLevel.Information, "{User}")]
        static partial void UserSeen(ILogger logger, User user);
        """);

    // row: No level
    [Fact]
    public Task No_level() => Refused(
        log => log.Logger.Log(typeof(Log4NetRefusedTests), null, "Shop opened", null),
        """
        [LogEvent("Shop opened")]
        static partial void ShopOpened(ILogger logger);
        """);
}
