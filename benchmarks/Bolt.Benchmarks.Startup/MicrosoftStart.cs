using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Startup;

/// <summary>Microsoft.Extensions.Logging by a generated method, to its JSON console. It flushes by disposal.</summary>
internal static partial class MicrosoftStart
{
    public static void Run(Stream output)
    {
        // The provider takes the console's writer when it is created.
        Console.SetOut(new StreamWriter(output) { AutoFlush = true });
        using var factory = LoggerFactory.Create(static builder => builder.AddJsonConsole(static options =>
        {
            options.TimestampFormat = "O";
            options.UseUtcTimestamp = true;
        }));
        UserLoggedIn(factory.CreateLogger(LoggedEvent.Category), LoggedEvent.UserId, LoggedEvent.Ip);
    }

    [LoggerMessage(LogLevel.Information, "User {userId} logged in from {ip}")]
    private static partial void UserLoggedIn(ILogger logger, int userId, string ip);
}
