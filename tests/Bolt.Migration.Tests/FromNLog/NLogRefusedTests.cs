namespace Bolt.Migration.Tests.FromNLog;

public sealed class NLogRefusedTests : NLogTable
{
    // row: A hole with a number
    [Fact]
    public Task A_hole_with_a_number() => Refused(
        log => log.Info("Order {0} paid", 4711),
        """
        [LogEvent(LogLevel.Information, "Order {0} paid")]
        static partial void OrderPaid(ILogger logger, int orderId);
        """);

    // row: A layout renderer
    [Fact]
    public Task A_layout_renderer() => Refused(
        log => log.Info("Shop on ${machinename} opened"),
        """
        [LogEvent(LogLevel.Information, "Shop on ${machinename} opened")]
        static partial void ShopOpened(ILogger logger);
        """);

    // row: A layout renderer with an option
    [Fact]
    public Task A_layout_renderer_with_an_option() => Refused(
        log => log.Info("At ${date:format=HH} opened"),
        """
        [LogEvent(LogLevel.Information, "At ${date:format=HH} opened")]
        static partial void ShopOpened(ILogger logger);
        """);

    // row: A hole with a space
    [Fact]
    public Task A_hole_with_a_space() => Refused(
        log => log.Info("Seen {User Name}", "Ada"),
        """
        [LogEvent(LogLevel.Information, "Seen {User Name}")]
        static partial void UserSeen(ILogger logger, string name);
        """);

    // row: An object that has only ToString
    [Fact]
    public Task An_object_that_has_only_ToString() => Refused(
        log => log.Info("Seen {User}", new User("Ada", 36)),
        """
        [LogEvent(LogLevel.Information, "Seen {User}")]
        static partial void UserSeen(ILogger logger, User user);
        """);
}
