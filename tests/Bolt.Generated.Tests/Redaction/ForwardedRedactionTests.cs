using System.Text;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

/// <summary>An event behind a logger that is not Bolt's is redacted as one that goes straight to the factory.</summary>
[Collection(nameof(ProcessWide))]
public sealed partial class ForwardedRedactionTests
{
    [Fact]
    public void Both_ways_give_equal_bytes()
    {
        Action<BoltOptions> configure = static options =>
        {
            options.RedactionKey = "the key of these"u8.ToArray();
            options.RedactorProvider = new OneRedactor(new LengthRedactor());
        };
        var direct = new MemoryStream();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options => Configure(options, direct, configure)))
            LogAll(factory.CreateLogger("Test"));

        var forwarded = new MemoryStream();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options => Configure(options, forwarded, configure)))
            LogAll(new PassingLogger(factory.CreateLogger("Test")));

        Assert.Equal(Text(direct), Text(forwarded));
        Assert.Contains("\"hash\":\"", Text(direct), StringComparison.Ordinal);
        Assert.Contains("\"name\":\"<3>\"", Text(direct), StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_live_factory_with_a_provider_decides()
    {
        var logger = new ForeignLogger();
        using (Factory(static options => options.RedactorProvider = Leaving("old")))
        {
            using (Factory(static options => options.RedactorProvider = Leaving("new")))
            using (Factory(static _ => { }))
                Log.Hello(logger, "Ada", "1");

            Log.Hello(logger, "Ada", "1");
        }

        Log.Hello(logger, "Ada", "1");
        Assert.Equal(["new", "old", "***"], logger.Entries.Select(static entry => entry["name"]));
        Assert.Equal(["Hello new", "Hello old", "Hello ***"], logger.Entries.Select(static entry => entry.Message[..entry.Message.LastIndexOf(' ')]));
    }

    [Fact]
    public void The_newest_live_factory_with_a_key_decides()
    {
        string first;
        string second;
        using (Factory(static options => options.RedactionKey = new byte[16]))
        {
            first = Hash();
            using (Factory(static options => options.RedactionKey = Enumerable.Repeat((byte)7, 32).ToArray()))
            using (Factory(static _ => { }))
                second = Hash();

            Assert.Equal(first, Hash());
        }

        string third = Hash();
        Assert.Equal(third, Hash());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(new byte[16], "1"u8))[..16], first);
        Assert.NotEqual(first, second);
        Assert.NotEqual(first, third);

        static string Hash()
        {
            var logger = new ForeignLogger();
            Log.Hello(logger, "Ada", "1");
            return (string)logger.Entries[0]["hash"]!;
        }
    }

    [Fact]
    public void A_failure_is_reported_to_the_newest_factory()
    {
        var errors = new List<LogError>();
        var logger = new ForeignLogger();
        using (Factory(options => options.OnError = errors.Add))
            Log.Hello(logger, "Ada", "1");

        Assert.Equal("***", logger.Entries[0]["name"]);
        Assert.Equal(LogErrorReason.Encode, Assert.Single(errors).Reason);
    }

    [Fact]
    public void Names_of_run_time_keys_are_redacted_on_both_ways()
    {
        Action<BoltOptions> configure = static options => options.RedactedNames.Add("token");
        var direct = new MemoryStream();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options => Configure(options, direct, configure)))
            Log.Map(factory.CreateLogger("Test"), new() { ["Token"] = "secret", ["id"] = "1" });

        var forwarded = new MemoryStream();
        using (BoltLoggerFactory factory = BoltLoggerFactory.Create(options => Configure(options, forwarded, configure)))
            Log.Map(new PassingLogger(factory.CreateLogger("Test")), new() { ["Token"] = "secret", ["id"] = "1" });

        Assert.Equal("{\"level\":\"info\",\"map\":{\"Token\":\"***\",\"id\":\"1\"},\"message\":\"{\\\"Token\\\":\\\"***\\\",\\\"id\\\":\\\"1\\\"}\"}\n", Text(direct));
        Assert.Equal(Text(direct), Text(forwarded));
    }

    private static void LogAll(ILogger logger)
    {
        Log.Hello(logger, "Ada", "1");
        HashEvents.Objects(logger, new() { Nested = new("secret", 1, []) }, new());
        ClassifiedEvents.Objects(logger, new() { Nested = new("secret", 1, []) }, new());
    }

    private static OneRedactor Leaving(string text) => new(new FunctionRedactor(_ => text));

    private static BoltLoggerFactory Factory(Action<BoltOptions> configure) => BoltLoggerFactory.Create(options => Configure(options, new MemoryStream(), configure));

    private static void Configure(BoltOptions options, Stream stream, Action<BoltOptions> configure)
    {
        options.Include = RecordParts.None;
        options.Sinks.Add(new StreamSink(stream, leaveOpen: true));
        configure(options);
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray());

    /// <summary>A logger that is not Bolt's, with Bolt behind it.</summary>
    private sealed class PassingLogger(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception, formatter);
    }

    private static partial class Log
    {
        [LogEvent(LogLevel.Information, "Hello {name} {hash}")]
        public static partial void Hello(ILogger logger, [PrivateData] string name, [Sensitive(Redaction.Hash)] string hash);

        [LogEvent(LogLevel.Information, "{map}")]
        public static partial void Map(ILogger logger, Dictionary<string, string> map);
    }
}
