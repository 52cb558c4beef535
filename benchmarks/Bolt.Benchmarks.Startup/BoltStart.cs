using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Startup;

/// <summary>Bolt with its default options apart from the sink.</summary>
internal static partial class BoltStart
{
    public static void Background(Stream output)
    {
        using var factory = BoltLoggerFactory.Create(options => options.Sinks.Add(new StreamSink(output)));
        UserLoggedIn(factory.CreateLogger(LoggedEvent.Category), LoggedEvent.UserId, LoggedEvent.Ip);
        factory.Flush();
    }

    public static void Synchronous(Stream output)
    {
        using var factory = BoltLoggerFactory.Create(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(new StreamSink(output));
        });
        UserLoggedIn(factory.CreateLogger(LoggedEvent.Category), LoggedEvent.UserId, LoggedEvent.Ip);
    }

    /// <summary>Behind Microsoft.Extensions.Logging.</summary>
    public static void Provider(Stream output)
    {
        using var factory = LoggerFactory.Create(builder => builder.AddBolt(options => options.Sinks.Add(new StreamSink(output))));
        UserLoggedIn(factory.CreateLogger(LoggedEvent.Category), LoggedEvent.UserId, LoggedEvent.Ip);
    }

    [LogEvent(LogLevel.Information, "User {userId} logged in from {ip}")]
    private static partial void UserLoggedIn(ILogger logger, int userId, string ip);
}
