using Bolt;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace GettingStarted
{
    internal static partial class Log
    {
        // snippet: parameters
        [LogEvent(LogLevel.Warning, "Order {orderId} failed after {elapsed:N1} s")]
        public static partial void OrderFailed(ILogger logger, long orderId, double elapsed, Exception exception);

        // No hole names the customer: it is a field, and not in the message.
        [LogEvent(LogLevel.Information, "Order {orderId} shipped")]
        public static partial void OrderShipped(ILogger logger, long orderId, [LogFields] Customer customer);

        // The text is never made into a string.
        [LogEvent(LogLevel.Debug, "Received {line}")]
        public static partial void Received(ILogger logger, ReadOnlySpan<char> line);

        // The level is chosen by each call.
        [LogEvent("Job {job} ended with {exitCode}")]
        public static partial void JobEnded(ILogger logger, LogLevel level, string job, int exitCode);
        // end snippet
    }

    internal static partial class SampledLog
    {
        // snippet: sampling
        // One call of a hundred.
        [LogEvent(LogLevel.Debug, "Cache hit for {key}", SampleEvery = 100)]
        public static partial void CacheHit(ILogger logger, string key);

        // The first ten of each second, and one of a thousand after them.
        [LogEvent(LogLevel.Warning, "Retrying {request}", SampleFirst = 10, SampleThereafter = 1000)]
        public static partial void Retrying(ILogger logger, string request);

        // At most fifty a minute.
        [LogEvent(LogLevel.Information, "{user} is typing", SampleFirst = 50, SampleIntervalMilliseconds = 60_000)]
        public static partial void Typing(ILogger logger, string user);
        // end snippet
    }

    // snippet: fields
    public sealed record Customer(
        string Name,
        [Sensitive(Redaction.Last4)] string Iban,
        [LogName("country")] string CountryCode,
        [LogIgnore] byte[] Photo);
    // end snippet

    // snippet: instance
    public sealed partial class Importer(ILogger<Importer> logger)
    {
        public void Run(string file) => Started(file);

        [LogEvent(LogLevel.Information, "Importing {file}")]
        private partial void Started(string file);
    }
    // end snippet

    internal static class Setup
    {
        public static void Extensions(ILoggingBuilder logging)
        {
            // snippet: extensions
            logging.AddBolt(options => options.Delivery = Delivery.Background);
            // end snippet
        }

        public static void Hooks(BoltOptions options)
        {
            // snippet: hooks
            options.Filters.Add(static (scoped in RecordView record) => !record.TryGet("path", out string? path) || path != "/health");
            options.Enrichers.Add(static (scoped in RecordView record, scoped RecordFields fields) =>
            {
                fields.Add("region", "eu-1");
                if (record.TryGet("orderId", out long orderId))
                    fields.Add("shard", orderId % 16);
            });
            // end snippet
        }

        public static void Options(Stream stream)
        {
            // snippet: options
            using var factory = BoltLoggerFactory.Create(options =>
            {
                options.MinimumLevel = LogLevel.Debug;
                options.Include = RecordParts.Default | RecordParts.ThreadId;
                options.Overflow = Overflow.DropNewest;
                options.Sinks.Add(new ConsoleSink());
                options.Sinks.Add(new StreamSink(stream));
                options.Sinks.Add(new FileSink("logs/shop.log", new FileSinkOptions { RollInterval = RollInterval.Day, MaxFileBytes = 100 << 20 }));
                options.OnError = error => Console.Error.WriteLine(error);
            });
            // end snippet
        }

        public static void Redaction()
        {
            // snippet: redacted-names
            using var factory = BoltLoggerFactory.Create(options => options.RedactedNames.UnionWith(["password", "authorization", "api_key"]));
            var headers = new Dictionary<string, string> { ["Authorization"] = "Bearer 1234" };
            factory.CreateLogger("Shop").LogInformation("{User} called with {Headers}", "ada", headers);
            // end snippet
        }

        public static void Context(BoltLoggerFactory factory)
        {
            // snippet: context
            BoltLogger logger = factory.CreateLogger("Orders").With("tenant", "acme").With("version", 3);
            Log.JobEnded(logger, LogLevel.Information, "nightly", exitCode: 0);
            // end snippet
        }
    }
}
