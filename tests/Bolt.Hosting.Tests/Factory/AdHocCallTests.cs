using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

/// <summary>Ad-hoc calls of a host's <c>ILogger&lt;T&gt;</c>.</summary>
public sealed class AdHocCallTests
{
    private readonly RecordSink _sink = new();
    private readonly OtherProvider _other = new();

    [Fact]
    public void Bolt_alone_gets_the_record()
    {
        using IHost host = Hosts.Create(_sink, configure: static options => options.Include = RecordParts.None);
        int id = 42;
        host.Logger<AdHocCallTests>().Info($"Order {id}");
        Assert.Equal("""{"level":"info","id":42,"message":"Order 42"}""", Assert.Single(_sink.Lines).TrimEnd());
    }

    [Fact]
    public void Bolt_and_the_others_get_the_call()
    {
        using IHost host = CreateHost(static _ => { });
        ILogger logger = host.Logger<AdHocCallTests>();
        int id = 42;
        ReadOnlySpan<char> line = "a\"b";
        var failure = new InvalidOperationException("declined");
        logger.Warn(failure, $"Order {id} at {line}");
        Assert.Equal("""{"level":"warn","id":42,"line":"a\"b","error":"declined","message":"Order 42 at a\"b"}""", Assert.Single(_sink.Lines).TrimEnd());
        OtherProvider.Entry entry = Assert.Single(_other.Entries);
        Assert.Equal(42, entry["id"]);
        Assert.Equal("a\"b", entry["line"]);
        Assert.Equal("Order {id} at {line}", entry["{OriginalFormat}"]);
        Assert.Equal("Order 42 at a\"b", entry.Message);
        Assert.Same(failure, entry.Exception);
    }

    [Fact]
    public void Each_filter_holds_and_what_nobody_wants_is_not_evaluated()
    {
        int evaluated = 0;
        using IHost host = CreateHost(static builder => builder.Services.Configure<LoggerFilterOptions>(static options =>
        {
            options.Rules.Add(new LoggerFilterRule("Bolt", null, null, static (_, _, level) => level is LogLevel.Error));
            options.Rules.Add(new LoggerFilterRule("Other", null, null, static (_, _, level) => level is LogLevel.Warning));
        }));
        ILogger logger = host.Logger("Filtered");
        logger.Info($"{++evaluated}");
        Assert.Equal(0, evaluated);

        logger.Warn($"{++evaluated}");
        Assert.Empty(_sink.Lines);
        Assert.Equal("1", Assert.Single(_other.Entries).Message);

        logger.Error($"{++evaluated}");
        Assert.Single(_sink.Lines);
        Assert.Single(_other.Entries);
    }

    private IHost CreateHost(Action<HostApplicationBuilder> build) => Hosts.Create(
        _sink,
        configure: static options => options.Include = RecordParts.None,
        build: builder =>
        {
            builder.Logging.AddProvider(_other);
            build(builder);
        });
}
