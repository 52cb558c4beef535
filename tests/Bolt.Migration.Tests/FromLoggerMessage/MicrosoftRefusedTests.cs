using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLoggerMessage;

public sealed class MicrosoftRefusedTests : MicrosoftTable
{
    // row: An object that has only ToString
    [Fact]
    public Task An_object_that_has_only_ToString() => Refused(
        log => log.LogInformation("Seen {User}", new User("Ada", 36)),
        """
        [LogEvent(LogLevel.Information, "Seen {User}")]
        static partial void UserSeen(ILogger logger, User user);
        """);

    // row: A key of the record
    [Fact]
    public Task A_key_of_the_record() => Refused(
        log => log.LogInformation("Read {message}", "hello"),
        """
        [LogEvent(LogLevel.Information, "Read {message}")]
        static partial void MessageRead(ILogger logger, string message);
        """);

    // row: Two exceptions
    [Fact]
    public Task Two_exceptions() => Refused(
        log => log.LogError(new InvalidOperationException("no stock"), "After {First}", new TimeoutException("too late")),
        """
        [LogEvent(LogLevel.Error, "After {First}")]
        static partial void Failed(ILogger logger, Exception exception, Exception first);
        """);
}
