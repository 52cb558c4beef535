using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

public sealed class OtherProviderTests
{
    private readonly RecordSink _sink = new();
    private readonly OtherProvider _other = new();

    [Fact]
    public void Both_get_each_event_and_Bolts_bytes_are_the_same_as_alone()
    {
        using IHost alone = Hosts.Create(_sink, configure: static options => options.Include = RecordParts.None);
        Log(alone.Logger<OtherProviderTests>());
        string[] expected = _sink.Lines;
        _sink.Clear();
        using IHost host = CreateHost(configure: static options => options.Include = RecordParts.None);
        Log(host.Logger<OtherProviderTests>());
        Assert.Equal(4, expected.Length);
        Assert.Equal(expected, _sink.Lines);
        Assert.Equal(["Order 42 of Ada", "Payment 7 failed", "Card ***3456 of O'Hara", "Left 3"], _other.Entries.Select(static entry => entry.Message));

        static void Log(ILogger logger)
        {
            Events.Ordered(logger, 42, "Ada");
            Events.Failed(logger, 7, new InvalidOperationException("declined"));
            Events.Paid(logger, "4000123456783456", "O'Hara");
            logger.LogWarning("Left {Count}", 3);
        }
    }

    [Fact]
    public void The_others_see_typed_values_and_what_redaction_left()
    {
        using IHost host = CreateHost();
        ILogger logger = host.Logger<OtherProviderTests>();
        Events.Ordered(logger, 42, "Ada");
        var failure = new InvalidOperationException("declined");
        Events.Failed(logger, 7, failure);
        Events.Paid(logger, "4000123456783456", "O'Hara");
        OtherProvider.Entry ordered = _other.Entries[0];
        Assert.Equal("Bolt.Hosting.Tests.OtherProviderTests", ordered.Category);
        Assert.Equal(LogLevel.Information, ordered.Level);
        Assert.Equal(new EventId(7, "Ordered"), ordered.EventId);
        Assert.Equal("Ordered", ordered.EventId.Name);
        Assert.Equal(42, ordered["orderId"]);
        Assert.Equal("Ada", ordered["customer"]);
        Assert.Equal("Order {orderId} of {customer}", ordered["{OriginalFormat}"]);
        Assert.Same(failure, _other.Entries[1].Exception);
        Assert.Equal("***3456", _other.Entries[2]["card"]);
        Assert.Equal("O'Hara", _other.Entries[2]["owner"]);
    }

    [Fact]
    public void Each_has_its_own_levels()
    {
        using IHost host = CreateHost(build: static builder => builder.Logging
            .AddRule("Bolt", "Loud", LogLevel.Error)
            .AddRule("Other", "Loud", LogLevel.Debug)
            .AddRule("Bolt", "Quiet", LogLevel.Debug)
            .AddRule("Other", "Quiet", LogLevel.Error));
        Events.Looked(host.Logger("Loud"), "others only");
        Events.Looked(host.Logger("Quiet"), "Bolt only");
        host.Logger("Loud").LogInformation("foreign, others only");
        host.Logger("Quiet").LogInformation("foreign, Bolt only");
        Assert.True(host.Logger("Loud").IsEnabled(LogLevel.Debug));
        Assert.False(host.Logger("Loud").IsEnabled(LogLevel.Trace));
        Assert.Equal(["Looked at Bolt only", "foreign, Bolt only"], _sink.Messages);
        Assert.Equal(["Looked at others only", "foreign, others only"], _other.Entries.Select(static entry => entry.Message));
    }

    [Fact]
    public void A_provider_added_while_the_host_runs_is_fed_by_loggers_that_exist()
    {
        using IHost host = Hosts.Create(_sink);
        ILogger<OtherProviderTests> logger = host.Logger<OtherProviderTests>();
        BoltLogger child = ((BoltLogger)host.Logger("Child")).With("tenant", "a");
        Events.Ordered(logger, 1, "before");
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(_other);
        Events.Ordered(logger, 2, "after");
        Events.Ordered(child, 3, "child");
        Assert.Equal(3, _sink.Lines.Length);
        Assert.Equal(["Order 2 of after", "Order 3 of child"], _other.Entries.Select(static entry => entry.Message));
        host.Dispose();
        Assert.True(_other.IsDisposed);
    }

    [Fact]
    public void One_that_throws_does_not_throw_into_the_caller_and_is_reported_for_foreign_calls()
    {
        var errors = new List<LogError>();
        using IHost host = CreateHost(configure: options => options.OnError = errors.Add);
        ILogger logger = host.Logger<OtherProviderTests>();
        _other.OnLog = static () => throw new InvalidOperationException("other");
        Events.Ordered(logger, 1, "Ada");
        logger.LogInformation("foreign");
        Assert.Equal(2, _sink.Lines.Length);
        Assert.Equal(LogErrorReason.Provider, Assert.Single(errors).Reason);
    }

    [Fact]
    public void One_that_logs_makes_a_record_of_its_own()
    {
        using IHost host = CreateHost();
        ILogger logger = host.Logger<OtherProviderTests>();
        bool logs = true;
        _other.OnLog = () =>
        {
            if (logs)
            {
                logs = false;
                Events.Ordered(logger, 2, "nested");
            }
        };
        Events.Ordered(logger, 1, "outer");
        Assert.Equal(2, _sink.Lines.Length);
        Assert.Contains("Order 1 of outer", _sink.Messages);
        Assert.Contains("Order 2 of nested", _sink.Messages);
        Assert.Equal(["Order 1 of outer", "Order 2 of nested"], _other.Entries.Select(static entry => entry.Message));
    }

    [Fact]
    public void What_Bolt_drops_reaches_the_others()
    {
        using var hold = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        var blocking = new BlockingSink(hold, entered);
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddProvider(_other).AddBolt(options =>
        {
            options.Overflow = Overflow.DropNewest;
            options.EventPoolSize = 16;
            options.DrainTimeout = TimeSpan.FromMilliseconds(100);
            options.Sinks.Add(blocking);
        });
        using IHost host = builder.Build();
        ILogger logger = host.Logger<OtherProviderTests>();
        Events.Ordered(logger, 0, "first");
        Assert.True(entered.Wait(TimeSpan.FromSeconds(30)));
        string longText = new('x', 5000);
        for (int i = 1; i <= 2000; i++)
            Events.Paid(logger, longText + (i % 10000).ToString("0000", System.Globalization.CultureInfo.InvariantCulture), "owner");

        hold.Set();
        host.Dispose();
        Assert.True(blocking.Count < 2001, $"{blocking.Count} records were written: nothing was dropped.");
        Assert.Equal(2001, _other.Entries.Count);
        Assert.All(_other.Entries.Skip(1).Select(static (entry, i) => (entry, i)), static pair =>
        {
            string card = "***" + (pair.i + 1).ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal($"Card {card} of owner", pair.entry.Message);
            Assert.Equal(card, pair.entry["card"]);
        });
    }

    [Fact]
    public void Nothing_is_allocated_for_a_provider_that_wants_nothing()
    {
        using IHost host = CreateHost(
            configure: static options =>
            {
                options.Sinks.Clear();
                options.Sinks.Add(new Sinks.StreamSink(Stream.Null));
            },
            build: static builder => builder.Logging.AddRule("Other", null, LogLevel.Error));
        ILogger logger = host.Logger<OtherProviderTests>();
        for (int i = 0; i < 20_000; i++)
            Events.Ordered(logger, i, "Ada");

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20_000; i++)
            Events.Ordered(logger, i, "Ada");

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(_other.Entries);
    }

    private IHost CreateHost(Action<BoltOptions>? configure = null, Action<HostApplicationBuilder>? build = null) => Hosts.Create(_sink, configure: configure, build: builder =>
    {
        builder.Logging.AddProvider(_other);
        build?.Invoke(builder);
    });

    private sealed class BlockingSink(ManualResetEventSlim hold, ManualResetEventSlim entered) : LogSink
    {
        private int _count;

        public int Count => _count;

        public override void Write(ReadOnlySpan<byte> records, int count)
        {
            entered.Set();
            hold.Wait(TimeSpan.FromSeconds(30));
            _count += count;
        }
    }
}
