using System.Text;
using Bolt.Sinks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.Lines;

/// <summary>The records of a Bolt logger, without the time.</summary>
internal static partial class BoltLines
{
    public const RecordParts Parts = RecordParts.Default & ~RecordParts.Timestamp;

    /// <summary>What calls on a logger of the category Shop write.</summary>
    public static string[] Of(Action<BoltLogger> log, Action<BoltOptions>? configure = null, Func<LogSink, LogSink>? around = null)
    {
        using var stream = new MemoryStream();
        using (var factory = BoltLoggerFactory.Create(options => Configure(options, stream, configure, around)))
            log(factory.CreateLogger("Shop"));

        return Split(stream);
    }

    /// <summary>What calls on a logger of the category Shop write, with Bolt behind Microsoft.Extensions.Logging.</summary>
    public static string[] Behind(Action<ILoggingBuilder> build, Action<Microsoft.Extensions.Logging.ILogger> log)
    {
        using var stream = new MemoryStream();
        using (var factory = LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace).AddBolt(options => Configure(options, stream, null));
            build(logging);
        }))
        {
            log(factory.CreateLogger("Shop"));
        }

        return Split(stream);
    }

    /// <summary>Logs as the rows about configuration files do, with Bolt behind Microsoft.Extensions.Logging.</summary>
    /// <param name="settings">An appsettings.json.</param>
    public static void Under(string settings)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(settings));
        var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddBolt())
            .BuildServiceProvider();
        var factory = services.GetRequiredService<ILoggerFactory>();
        ShopOpened(factory.CreateLogger("Shop"));
        StockCounted(factory.CreateLogger("Stock"));
        StockLow(factory.CreateLogger("Stock"));
    }

    [LogEvent(LogLevel.Information, "Shop opened")]
    private static partial void ShopOpened(ILogger logger);

    [LogEvent(LogLevel.Information, "Stock counted")]
    private static partial void StockCounted(ILogger logger);

    [LogEvent(LogLevel.Warning, "Stock is low")]
    private static partial void StockLow(ILogger logger);

    private static void Configure(BoltOptions options, MemoryStream stream, Action<BoltOptions>? configure, Func<LogSink, LogSink>? around = null)
    {
        options.MinimumLevel = LogLevel.Trace;
        options.Delivery = Delivery.Synchronous;
        options.Include = Parts;
        options.RedactionKey = "0123456789abcdef"u8.ToArray();
        options.OnError = static error => throw new InvalidOperationException(error.Message, error.Exception);
        configure?.Invoke(options);
        var sink = new StreamSink(stream, leaveOpen: true);
        options.Sinks.Add(around?.Invoke(sink) ?? sink);
    }

    private static string[] Split(MemoryStream stream) => Changing.Hidden(Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
