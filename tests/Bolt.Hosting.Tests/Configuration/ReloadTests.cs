using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

/// <summary>A real appsettings.json that changes while the host runs.</summary>
/// <remarks>By themselves: the change comes on a thread of the pool, which tests beside these hold up for longer than the second that is the bound.</remarks>
[CollectionDefinition(nameof(ReloadTests), DisableParallelization = true)]
[Collection(nameof(ReloadTests))]
public sealed class ReloadTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly RecordSink _sink = new();
    private readonly List<LogError> _errors = [];

    [Fact]
    public void A_level_changed_in_the_file_applies_to_every_logger_within_a_second()
    {
        using IHost host = Start("""{ "Logging": { "LogLevel": { "Default": "Information" } } }""");
        ILogger<ReloadTests> typed = host.Logger<ReloadTests>();
        ILogger named = host.Logger("Named");
        BoltLogger child = ((BoltLogger)named).With("tenant", "a");
        Assert.False(typed.IsEnabled(LogLevel.Debug));
        TimeSpan took = Change("""{ "Logging": { "LogLevel": { "Default": "Debug", "Named": "Trace" } } }""", () => typed.IsEnabled(LogLevel.Debug) && named.IsEnabled(LogLevel.Trace));
        Assert.True(took < TimeSpan.FromSeconds(1), $"It took {took}.");
        Assert.False(typed.IsEnabled(LogLevel.Trace));
        Events.Looked(typed, "typed");
        Events.Looked(child, "child");
        Assert.Equal(["Looked at typed", "Looked at child"], _sink.Messages);

        Change("""{ "Logging": { "LogLevel": { "Default": "Error" }, "Bolt": { "LogLevel": { "Named": "Warning" } } } }""", () => !typed.IsEnabled(LogLevel.Debug));
        Assert.False(typed.IsEnabled(LogLevel.Warning));
        Assert.True(child.IsEnabled(LogLevel.Warning));
        Assert.Empty(_errors);
    }

    [Fact]
    public void The_minimum_level_follows_the_file_too()
    {
        using IHost host = Start("""{ "Logging": { "LogLevel": { "Default": "Trace" }, "Bolt": { "MinimumLevel": "error" } } }""");
        ILogger<ReloadTests> logger = host.Logger<ReloadTests>();
        Assert.False(logger.IsEnabled(LogLevel.Warning));
        Change("""{ "Logging": { "LogLevel": { "Default": "Trace" }, "Bolt": { "MinimumLevel": "debug" } } }""", () => logger.IsEnabled(LogLevel.Debug));
        Assert.False(logger.IsEnabled(LogLevel.Trace));
        Change("""{ "Logging": { "LogLevel": { "Default": "Trace" } } }""", () => logger.IsEnabled(LogLevel.Trace));
    }

    [Fact]
    public void A_minimum_level_set_by_code_stays()
    {
        using IHost host = Start("""{ "Logging": { "LogLevel": { "Default": "Trace" }, "Bolt": { "MinimumLevel": "debug" } } }""", static options => options.MinimumLevel = LogLevel.Error);
        ILogger<ReloadTests> logger = host.Logger<ReloadTests>();
        Change("""{ "Logging": { "LogLevel": { "Default": "Trace", "Reloaded": "None" }, "Bolt": { "MinimumLevel": "trace" } } }""", () => !host.Logger("Reloaded").IsEnabled(LogLevel.Critical));
        Assert.False(logger.IsEnabled(LogLevel.Warning));
        Assert.True(logger.IsEnabled(LogLevel.Error));
    }

    [Theory]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Debug" """, "The configuration file 'appsettings.json' cannot be read, and what was set before stays in force: ")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Loud" } } }""", "Logging:LogLevel:Default is 'Loud': use Trace, Debug, Information, Warning, Error, Critical, None. What was set before stays in force.")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Debug" }, "Bolt": { "MinimumLevel": "loud" } } }""", "Logging:Bolt:MinimumLevel is 'loud': use trace, ")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Warning" }, "Bolt": { "Weather": "fine" } } }""", "Logging:Bolt:Weather is no setting of Bolt: ")]
    public void A_file_that_breaks_is_reported_and_the_next_good_one_applies(string broken, string report)
    {
        using IHost host = Start("""{ "Logging": { "LogLevel": { "Default": "Warning" } } }""");
        ILogger<ReloadTests> logger = host.Logger<ReloadTests>();
        Change(broken, () => Reported(report));
        Assert.All(Errors(), static error => Assert.Equal(LogErrorReason.Configuration, error.Reason));
        Assert.True(logger.IsEnabled(LogLevel.Warning));
        Assert.Contains(_sink.Messages, message => message.StartsWith(report, StringComparison.Ordinal));
        Change("""{ "Logging": { "LogLevel": { "Default": "Trace" } } }""", () => logger.IsEnabled(LogLevel.Trace));
    }

    [Fact]
    public void What_only_a_restart_applies_is_said_once()
    {
        using IHost host = Start("""{ "Logging": { "Bolt": { "EventPoolSize": 100 } } }""");
        ILogger<ReloadTests> logger = host.Logger<ReloadTests>();
        const string Report = "Logging:Bolt:EventPoolSize has changed: it is read when the process starts, so restart it to apply the change.";
        Change("""{ "Logging": { "Bolt": { "EventPoolSize": 200 } } }""", () => Reported(Report));
        Change("""{ "Logging": { "LogLevel": { "Default": "Trace" }, "Bolt": { "EventPoolSize": 200 } } }""", () => logger.IsEnabled(LogLevel.Trace));
        Assert.Single(Errors(), static error => error.Message == Report);
    }

    public void Dispose() => _directory.Dispose();

    private IHost Start(string settings, Action<BoltOptions>? configure = null)
    {
        File.WriteAllText(_directory.PathOf("appsettings.json"), settings);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _directory.Root });
        builder.Configuration.AddJsonFile("appsettings.json", optional: false, reloadOnChange: true);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddBolt(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(_sink);
            options.OnError = error =>
            {
                lock (_errors)
                    _errors.Add(error);
            };
            configure?.Invoke(options);
        });
        IHost host = builder.Build();
        _ = host.Logger("start");
        return host;
    }

    private TimeSpan Change(string settings, Func<bool> applied)
    {
        File.WriteAllText(_directory.PathOf("appsettings.json"), settings);
        long start = Stopwatch.GetTimestamp();
        while (!applied())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "The change has not applied within 20 s.");
            Thread.Sleep(5);
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private LogError[] Errors()
    {
        lock (_errors)
            return [.. _errors];
    }

    private bool Reported(string report) => Array.Exists(Errors(), error => error.Message.StartsWith(report, StringComparison.Ordinal));
}
