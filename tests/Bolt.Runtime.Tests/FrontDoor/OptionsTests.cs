using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<BoltOptions>> Bad => new()
    {
        { "MinimumLevel", options => options.MinimumLevel = (LogLevel)7 },
        { "MinimumLevel", options => options.MinimumLevel = (LogLevel)(-1) },
        { "Include", options => options.Include = (RecordParts)(1 << 20) },
        { "Delivery", options => options.Delivery = (Delivery)2 },
        { "Overflow", options => options.Overflow = (Overflow)(-1) },
        { "Clock", options => options.Clock = null! },
        { "EventPoolSize", options => options.EventPoolSize = 0 },
        { "EventPoolSize", options => options.EventPoolSize = (1 << 24) + 1 },
        { "MaxBufferedBytes", options => options.MaxBufferedBytes = 1000 },
        { "MaxBufferedBytes", options => options.MaxBufferedBytes = long.MaxValue },
        { "DrainTimeout", options => options.DrainTimeout = TimeSpan.Zero },
        { "DrainTimeout", options => options.DrainTimeout = TimeSpan.FromDays(1) },
        { "DrainTimeout", options => options.DrainTimeout = Timeout.InfiniteTimeSpan },
        { "RedactionKey", options => options.RedactionKey = new byte[15] },
        { "RedactedNames", options => options.RedactedNames.Add(null!) },
        { "RedactedNames", options => options.RedactedNames.Add("") },
        { "RedactedNames", options => options.RedactedNames.Add(" ") },
        { "Sinks", options => options.Sinks.Add(null!) },
        { "Sinks", options => { var sink = new StreamSink(Stream.Null); options.Sinks.Add(sink); options.Sinks.Add(sink); } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_option_is_refused_by_name_with_its_range(string name, Action<BoltOptions> configure)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => BoltLoggerFactory.Create(configure));
        Assert.Equal(name, exception.ParamName);
        Assert.Contains("BoltOptions." + name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bounds_themselves_are_accepted()
    {
        using var least = new Recorder(options =>
        {
            options.EventPoolSize = 1;
            options.MaxBufferedBytes = 64 << 10;
            options.DrainTimeout = TimeSpan.FromMilliseconds(1);
            options.RedactionKey = new byte[16];
        });
        using var most = new Recorder(options =>
        {
            options.EventPoolSize = 1 << 24;
            options.MaxBufferedBytes = 64L << 30;
            options.DrainTimeout = TimeSpan.FromHours(1);
        });
        for (int n = 0; n < 100; n++)
            TestEvent.Write(most.Logger, 0, n);

        Assert.Equal(100, most.Lines.Length);
    }

    [Fact]
    public void Defaults_are_those_of_the_contract()
    {
        var options = new BoltOptions();
        Assert.Equal(LogLevel.Information, options.MinimumLevel);
        Assert.Equal(
            RecordParts.Timestamp | RecordParts.Category | RecordParts.EventName | RecordParts.TraceContext | RecordParts.ErrorType | RecordParts.ErrorStack,
            options.Include);
        Assert.Equal(Delivery.Background, options.Delivery);
        Assert.Equal(Overflow.Block, options.Overflow);
        Assert.Same(LogClock.Precise, options.Clock);
        Assert.Equal(8192, options.EventPoolSize);
        Assert.Equal(64L << 20, options.MaxBufferedBytes);
        Assert.Equal(TimeSpan.FromSeconds(5), options.DrainTimeout);
        Assert.False(options.ExitOnCritical);
        Assert.Empty(options.Sinks);
        Assert.True(options.RedactionKey.IsEmpty);
        Assert.Null(options.RedactorProvider);
        Assert.Empty(options.RedactedNames);
        Assert.Null(options.OnError);
    }

    [Fact]
    public void Create_wants_a_configuration() => Assert.Throws<ArgumentNullException>(() => BoltLoggerFactory.Create(null!));

    [Theory]
    [InlineData("WARN", LogLevel.Warning)]
    [InlineData(" Warn ", LogLevel.Warning)]
    [InlineData("trace", LogLevel.Trace)]
    [InlineData("information", LogLevel.Information)]
    [InlineData("FATAL", LogLevel.Critical)]
    [InlineData("off", LogLevel.None)]
    public void BOLT_LEVEL_is_read_whatever_its_case(string value, LogLevel level)
    {
        BoltEnvironment environment = BoltEnvironment.Read(name => name == "BOLT_LEVEL" ? value : null);
        Assert.Equal(level, environment.Level);
        Assert.Empty(environment.Problems);
    }

    [Theory]
    [InlineData("BOLT_LEVEL", "loud")]
    [InlineData("BOLT_EVENT_POOL_SIZE", "many")]
    [InlineData("BOLT_EVENT_POOL_SIZE", "0")]
    [InlineData("BOLT_EVENT_POOL_SIZE", "-5")]
    [InlineData("BOLT_EVENT_POOL_SIZE", "99999999999")]
    [InlineData("BOLT_FORMAT", "xml")]
    public void A_bad_value_in_the_environment_is_a_problem_that_names_it(string name, string value)
    {
        BoltEnvironment environment = BoltEnvironment.Read(variable => variable == name ? value : null);
        Assert.Null(environment.Level);
        Assert.Null(environment.EventPoolSize);
        string problem = Assert.Single(environment.Problems);
        Assert.Contains(name, problem, StringComparison.Ordinal);
        Assert.Contains(value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pool_size_in_the_environment_is_read()
    {
        BoltEnvironment environment = BoltEnvironment.Read(name => name == "BOLT_EVENT_POOL_SIZE" ? "20000" : name == "BOLT_FORMAT" ? "JSON" : null);
        Assert.Equal(20000, environment.EventPoolSize);
        Assert.Empty(environment.Problems);
    }
}
