using Bolt;
using Bolt.Sinks;
using BoltApp.Configuration;

namespace BoltApp.Logging;

/// <summary>The one factory of bolt-app: its own log methods and the framework's loggers write to it.</summary>
internal static class LoggingSetup
{
    public static BoltLoggerFactory CreateFactory(AppSettings settings, CollectorSink collector) => BoltLoggerFactory.Create(options =>
    {
        options.MinimumLevel = settings.Level;
        options.Delivery = settings.Delivery;
        options.Overflow = settings.Overflow;
        options.EventPoolSize = settings.EventPoolSize;
        options.Sinks.Add(new ConsoleSink(new ConsoleSinkOptions { Format = settings.Format }));
        options.Sinks.Add(collector);
        options.OnError = ReportFirst();
    });

    /// <summary>The metrics count every error; on standard error, one of each kind is enough.</summary>
    private static Action<LogError> ReportFirst()
    {
        var reported = new HashSet<LogErrorReason>();
        return error =>
        {
            bool isFirst;
            lock (reported)
                isFirst = reported.Add(error.Reason);

            if (isFirst)
                Console.Error.WriteLine($"bolt-app: {error}");
        };
    }
}
