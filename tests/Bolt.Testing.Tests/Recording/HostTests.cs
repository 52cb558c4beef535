using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests.Recording;

public sealed partial class HostTests
{
    [Fact]
    public async Task A_host_logs_to_the_recorder_beside_its_own_providers_and_leaves_it_open()
    {
        using var recorder = new LogRecorder();
        var own = new MemoryStream();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddBolt(options => options.Sinks.Add(new Sinks.StreamSink(own)));
        builder.Logging.AddBoltRecorder(recorder);
        builder.Services.AddHostedService<Greeter>();
        using (IHost host = builder.Build())
        {
            await host.StartAsync();
            await host.StopAsync();
        }

        recorder.Records.Category<Greeter>().Message("Hello from 5").With("number", 5).Scope("greeting").With("guest", "Ada").Single();
        Assert.Contains("Hello from 5", System.Text.Encoding.UTF8.GetString(own.ToArray()), StringComparison.Ordinal);

        recorder.CreateLogger("later").LogInformation("still open");
        recorder.Records.Category("later").Single();
    }

    [Fact]
    public void The_filters_of_the_host_hold_and_rules_for_the_recorder_alone_too()
    {
        using var filtered = new LogRecorder();
        using var all = new LogRecorder();
        using (ILoggerFactory factory = LoggerFactory.Create(logging => logging.AddBoltRecorder(filtered)))
            factory.CreateLogger("x").LogDebug("hidden");

        using (ServiceProvider services = new ServiceCollection().AddLogging(logging => logging.AddBoltRecorder(all).SetMinimumLevel(LogLevel.Debug)).BuildServiceProvider())
            services.GetRequiredService<ILogger<HostTests>>().LogDebug("seen");

        Assert.Empty(filtered.Records);
        all.Records.Message("seen").Level(LogLevel.Debug).Single();
    }

    [Fact]
    public void The_scopes_of_each_host_end_with_them_and_are_its_own()
    {
        using var recorder = new LogRecorder();
        using ILoggerFactory first = LoggerFactory.Create(logging => logging.AddBoltRecorder(recorder));
        using ILoggerFactory second = LoggerFactory.Create(logging => logging.AddBoltRecorder(recorder));
        ILogger logger = first.CreateLogger("first");
        using (logger.BeginScope("outer"))
        {
            using (logger.BeginScope("inner"))
                logger.LogInformation("both");

            logger.LogInformation("one");
            second.CreateLogger("second").LogInformation("none of these");
        }

        logger.LogInformation("none any more");

        Assert.Equal(["outer inner", "outer", "", ""], recorder.Records.Select(static record => string.Join(' ', record.Scopes)));
    }

    [Fact]
    public void Two_recorders_of_a_host_both_record()
    {
        using var first = new LogRecorder();
        using var second = new LogRecorder();
        using ILoggerFactory factory = LoggerFactory.Create(logging => logging.AddBoltRecorder(first).AddBoltRecorder(second));
        Events.OrderPlaced(factory.CreateLogger("x"), 1, 2);

        Assert.Equal(first.Records.Single().Get<int>("orderId"), second.Records.Single().Get<int>("orderId"));
    }

    [Fact]
    public void Nothing_to_add_to_or_to_add_is_refused()
    {
        using var recorder = new LogRecorder();
        Assert.Throws<ArgumentNullException>("builder", () => BoltRecorderLoggingBuilderExtensions.AddBoltRecorder(null!, recorder));
        Assert.Throws<ArgumentNullException>("recorder", static () => LoggerFactory.Create(static logging => logging.AddBoltRecorder(null!)));
    }

    private sealed partial class Greeter(ILogger<Greeter> logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            using (logger.BeginScope("greeting"))
            using (logger.BeginScope(new Dictionary<string, object?> { ["guest"] = "Ada" }))
                Hello(5);

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LogEvent(LogLevel.Information, "Hello from {number}")]
        private partial void Hello(int number);
    }
}
