using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.Features;

/// <summary>Interpolated calls, against the log method that writes the same two fields.</summary>
internal static class AdHocCost
{
    private const string Ip = "192.168.1.17";

    public static CallCost Measure()
    {
        using BoltLoggerFactory factory = BoltLoggerFactory.Create(static options => options.Sinks.Add(new StreamSink(Stream.Null)));
        ILogger logger = factory.CreateLogger(LoggedValues.Category);
        LogOthers(logger);
        return CallCost.Measure(count => Methods(logger, count), count => Interpolated(logger, count), factory.Flush);
    }

    private static void Methods(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
            BoltEvents.UserLoggedIn(logger, i, Ip);
    }

    private static void Interpolated(ILogger logger, int count)
    {
        string ip = Ip;
        for (int userId = 0; userId < count; userId++)
            logger.Info($"User {userId} logged in from {ip}");
    }

    /// <summary>Other calls came first, so that those measured are found as they are in a program that has many.</summary>
    private static void LogOthers(ILogger logger)
    {
        int userId = 1;
        string ip = Ip;
        logger.Info($"Service {userId} started");
        logger.Info($"User {userId} logged out");
        logger.Info($"User {ip} is unknown");
        logger.Info($"{userId} users");
    }
}
