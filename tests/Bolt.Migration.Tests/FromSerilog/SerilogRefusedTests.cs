namespace Bolt.Migration.Tests.FromSerilog;

public sealed class SerilogRefusedTests : SerilogTable
{
    // row: An at sign alone
    [Fact]
    public Task An_at_sign_alone() => Refused(
        log => log.Information("Seen {@User}", new User("Ada", 36)),
        """
        [LogEvent(LogLevel.Information, "Seen {@User}")]
        static partial void UserSeen(ILogger logger, User user);
        """);

    // row: A dollar sign
    [Fact]
    public Task A_dollar_sign() => Refused(
        log => log.Information("Seen {$User}", new User("Ada", 36)),
        """
        [LogEvent(LogLevel.Information, "Seen {$User}")]
        static partial void UserSeen(ILogger logger, User user);
        """);

    // row: An object without a sign
    [Fact]
    public Task An_object_without_a_sign() => Refused(
        log => log.Information("Seen {User}", new User("Ada", 36)),
        """
        [LogEvent(LogLevel.Information, "Seen {User}")]
        static partial void UserSeen(ILogger logger, User user);
        """);

    // row: Holes with numbers
    [Fact]
    public Task Holes_with_numbers() => Refused(
        log => log.Information("Order {0} goes to {1}", 4711, "Berlin"),
        """
        [LogEvent(LogLevel.Information, "Order {0} goes to {1}")]
        static partial void OrderGoes(ILogger logger, int orderId, string city);
        """);

    // row: A hole with a dot
    [Fact]
    public Task A_hole_with_a_dot() => Refused(
        log => log.Information("Seen {User.Name}", "Ada"),
        """
        [LogEvent(LogLevel.Information, "Seen {User.Name}")]
        static partial void UserSeen(ILogger logger, string name);
        """);

    // row: A hole with a space
    [Fact]
    public Task A_hole_with_a_space() => Refused(
        log => log.Information("Seen {User Name}", "Ada"),
        """
        [LogEvent(LogLevel.Information, "Seen {User Name}")]
        static partial void UserSeen(ILogger logger, string name);
        """);

    // row: A hole without a value
    [Fact]
    public Task A_hole_without_a_value() => Refused(
        log => log.Information("Order {OrderId} goes to {City}", 4711),
        """
        [LogEvent(LogLevel.Information, "Order {OrderId} goes to {City}")]
        static partial void OrderGoes(ILogger logger, int orderId);
        """);

    // row: A brace that is not closed
    [Fact]
    public Task A_brace_that_is_not_closed() => Refused(
        log => log.Information("Seen {User", "Ada"),
        """
        [LogEvent(LogLevel.Information, "Seen {User")]
        static partial void UserSeen(ILogger logger, string user);
        """);

    // row: A key of the record
    [Fact]
    public Task A_key_of_the_record() => Refused(
        log => log.Information("Read {message}", "hello"),
        """
        [LogEvent(LogLevel.Information, "Read {message}")]
        static partial void MessageRead(ILogger logger, string message);
        """);
}
