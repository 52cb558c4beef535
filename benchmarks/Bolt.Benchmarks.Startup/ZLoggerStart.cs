using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Benchmarks.Startup;

/// <summary>ZLogger by a generated method. It flushes by disposal.</summary>
internal static partial class ZLoggerStart
{
    public static void Run(Stream output)
    {
        using var factory = LoggerFactory.Create(builder => builder.AddZLoggerStream(
            output,
            static options => options.UseJsonFormatter(static formatter => formatter.UseUtcTimestamp = true)));
        UserLoggedIn(factory.CreateLogger(LoggedEvent.Category), LoggedEvent.UserId, LoggedEvent.Ip);
    }

    [ZLoggerMessage(LogLevel.Information, "User {userId} logged in from {ip}")]
    private static partial void UserLoggedIn(ILogger logger, int userId, string ip);
}
