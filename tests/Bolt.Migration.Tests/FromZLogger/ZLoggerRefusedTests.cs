using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Migration.Tests.FromZLogger;

public sealed class ZLoggerRefusedTests : ZLoggerTable
{
    private readonly User _user = new("Ada", 36);
    private readonly int _count = 3;

    // row: A name of its own in a template
    [Fact]
    public Task A_name_of_its_own_in_a_template() => Refused(
        log => log.ZLogInformation($"Count {_count:@n}"),
        """
        [LogEvent(LogLevel.Information, "Count {_count:@n}")]
        static partial void Counted(ILogger logger, int count);
        """);

    // row: An expression
    [Fact]
    public Task An_expression() => Refused(
        log => log.ZLogInformation($"Count {_count + 1}"),
        """
        [LogEvent(LogLevel.Information, "Count {_count + 1}")]
        static partial void Counted(ILogger logger, int count);
        """);

    // row: An object that has only ToString
    [Fact]
    public Task An_object_that_has_only_ToString() => Refused(
        log => log.ZLogInformation($"Seen {_user}"),
        """
        [LogEvent(LogLevel.Information, "Seen {user}")]
        static partial void UserSeen(ILogger logger, User user);
        """);
}
