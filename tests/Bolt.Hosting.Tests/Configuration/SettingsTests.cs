using Bolt.Sinks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bolt.Hosting.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_sets_its_option()
    {
        BoltOptions options = Read("""
            { "Logging": { "Bolt": {
                "LogLevel": { "Default": "Debug" },
                "MinimumLevel": "warn",
                "Include": [ "Timestamp", "ThreadId" ],
                "Delivery": "synchronous",
                "Overflow": "DropNewest",
                "Clock": "Coarse",
                "EventPoolSize": 1024,
                "MaxBufferedBytes": 1048576,
                "DrainTimeout": "00:00:02",
                "ExitOnCritical": true,
                "SampledOutInterval": "00:01:00",
                "RedactedNames": [ "password", "Authorization" ],
                "RedactionKey": "AAECAwQFBgcICQoLDA0ODw=="
            } } }
            """);
        Assert.Equal(LogLevel.Warning, options.MinimumLevel);
        Assert.Equal(RecordParts.Timestamp | RecordParts.ThreadId, options.Include);
        Assert.Equal(Delivery.Synchronous, options.Delivery);
        Assert.Equal(Overflow.DropNewest, options.Overflow);
        Assert.Same(LogClock.Coarse, options.Clock);
        Assert.Equal(1024, options.EventPoolSize);
        Assert.Equal(1 << 20, options.MaxBufferedBytes);
        Assert.Equal(TimeSpan.FromSeconds(2), options.DrainTimeout);
        Assert.True(options.ExitOnCritical);
        Assert.Equal(TimeSpan.FromMinutes(1), options.SampledOutInterval);
        Assert.Equal(["Authorization", "password"], options.RedactedNames.Order());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], options.RedactionKey.ToArray());
    }

    [Theory]
    [InlineData("""{ "Bolt": { "EventPoolSize": 100 } }""", 100)]
    [InlineData("""{ "event_pool_size": 200 }""", 200)]
    [InlineData("""{ "event_pool_size": 200, "Bolt": { "EventPoolSize": 100 } }""", 100)]
    [InlineData("""{ "Bolt": { "EventPoolSize": 100 }, "Logging": { "Bolt": { "EventPoolSize": 300 } } }""", 300)]
    [InlineData("""{ "Logging": { "Bolt": { } } }""", 8192)]
    public void The_runbooks_keys_set_the_pool(string json, int expected) => Assert.Equal(expected, Read(json).EventPoolSize);

    [Fact]
    public void Code_stands_before_the_configuration()
    {
        BoltOptions options = Read("""{ "Logging": { "Bolt": { "Overflow": "Grow", "EventPoolSize": 100 } } }""", static options => options.Overflow = Overflow.DropNewest);
        Assert.Equal(Overflow.DropNewest, options.Overflow);
        Assert.Equal(100, options.EventPoolSize);
    }

    [Theory]
    [InlineData("MinimumLevel", "loud", "Logging:Bolt:MinimumLevel is 'loud': use trace, debug, info, warn, error, fatal or none.")]
    [InlineData("Include", "Timestamp,Weather", "Logging:Bolt:Include is 'Timestamp,Weather': use None, Timestamp, Category, ")]
    [InlineData("Include", "1", "Logging:Bolt:Include is '1': use None, Timestamp, ")]
    [InlineData("Delivery", "Later", "Logging:Bolt:Delivery is 'Later': use Synchronous, Background.")]
    [InlineData("Overflow", "Wait", "Logging:Bolt:Overflow is 'Wait': use Block, DropNewest, Grow.")]
    [InlineData("Clock", "Atomic", "Logging:Bolt:Clock is 'Atomic': use Precise or Coarse.")]
    [InlineData("EventPoolSize", "0", "Logging:Bolt:EventPoolSize is '0': use a whole number from 1 to 16777216.")]
    [InlineData("EventPoolSize", "many", "Logging:Bolt:EventPoolSize is 'many': use a whole number from 1 to 16777216.")]
    [InlineData("MaxBufferedBytes", "1000", "Logging:Bolt:MaxBufferedBytes is '1000': use a whole number from 65536 to 68719476736.")]
    [InlineData("DrainTimeout", "-00:00:01", "Logging:Bolt:DrainTimeout is '-00:00:01': use a time from 00:00:00.0010000 to 01:00:00, such as 00:00:05.")]
    [InlineData("ExitOnCritical", "maybe", "Logging:Bolt:ExitOnCritical is 'maybe': use true or false.")]
    [InlineData("RedactionKey", "not base64!", "Logging:Bolt:RedactionKey is '…': it is not Base64; make one with: openssl rand -base64 32.")]
    [InlineData("RedactionKey", "AAECAwQ=", "Logging:Bolt:RedactionKey is '…': it has 5 bytes; give at least 16, in Base64; make one with: openssl rand -base64 32.")]
    [InlineData("EventPoolsSize", "1", "Logging:Bolt:EventPoolsSize is no setting of Bolt: the settings there are LogLevel, MinimumLevel, Include, ")]
    [InlineData("Sinks", "Console", "Logging:Bolt:Sinks is 'Console': give a list of sinks, each with its Type.")]
    [InlineData("Sinks:0:Type", "Printer", "Logging:Bolt:Sinks:0:Type is 'Printer': use Console or File; ")]
    [InlineData("Sinks:0:Path", "x.log", "Logging:Bolt:Sinks:0:Type is missing: use Console or File.")]
    [InlineData("LogLevel:Shop", "Loud", "Logging:Bolt:LogLevel:Shop is 'Loud': use Trace, Debug, Information, Warning, Error, Critical, None.")]
    public void What_cannot_be_used_is_named_by_path_with_what_is_allowed(string key, string value, string problem)
    {
        OptionsValidationException error = Refused(("Logging:Bolt:" + key, value));
        Assert.StartsWith(problem, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Logging:Bolt:Sinks:0:Format", "Xml", "Logging:Bolt:Sinks:0:Format is 'Xml': use Auto, Json, Text.")]
    [InlineData("Logging:Bolt:Sinks:0:Shape", "Gelf", "Logging:Bolt:Sinks:0:Shape is 'Gelf': use GoBolt, SerilogCompact, Ecs.")]
    [InlineData("Logging:Bolt:Sinks:0:Colours", "Always", "Logging:Bolt:Sinks:0:Colours is no setting of Bolt: the settings there are Type, Format, Colors, ToStandardError, Shape.")]
    public void A_console_sinks_settings_are_checked(string key, string value, string problem) =>
        Assert.Equal(problem, Assert.Single(Refused(("Logging:Bolt:Sinks:0:Type", "Console"), (key, value)).Failures));

    [Theory]
    [InlineData("MaxFileBytes", "0", "Logging:Bolt:Sinks:a:MaxFileBytes is '0': use a whole number from 1 to 9223372036854775807.")]
    [InlineData("RollInterval", "Hour", "Logging:Bolt:Sinks:a:RollInterval is 'Hour': use None, Day.")]
    [InlineData("Path", "", "Logging:Bolt:Sinks:a:Path is missing: give the file to write.")]
    public void A_file_sinks_settings_are_checked(string key, string value, string problem) =>
        Assert.Contains(problem, Refused(("Logging:Bolt:Sinks:a:Type", "File"), ("Logging:Bolt:Sinks:a:" + key, value)).Failures);

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once_and_the_host_does_not_start()
    {
        OptionsValidationException error = Refused(("Logging:Bolt:Overflow", "Wait"), ("Logging:LogLevel:Default", "Loud"), ("Logging:Console:LogLevel:Shop", "Louder"), ("event_pool_size", "0"));
        Assert.Equal(4, error.Failures.Count());
        Assert.Contains("Logging:LogLevel:Default is 'Loud'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Logging:Console:LogLevel:Shop is 'Louder'", error.Message, StringComparison.Ordinal);
        Assert.Contains("event_pool_size is '0'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sinks_of_the_configuration_come_first_and_are_disposed_with_the_host()
    {
        using var directory = new TemporaryDirectory();
        string file = directory.PathOf("logs/app.log");
        var sink = new RecordSink();
        using (IHost host = Hosts.Create(sink, [new("Logging:Bolt:Sinks:0:Type", "file"), new("Logging:Bolt:Sinks:0:Path", file), new("Logging:Bolt:Sinks:0:MaxFileBytes", "100000")]))
            Events.Ordered(host.Logger<SettingsTests>(), 1, "Ada");

        Assert.Equal(sink.Lines, File.ReadAllLines(file));
    }

    [Fact]
    public void A_sink_of_the_configuration_writes_its_shape()
    {
        using var directory = new TemporaryDirectory();
        string file = directory.PathOf("app.log");
        using (IHost host = Hosts.Create(new RecordSink(), [new("Logging:Bolt:Sinks:0:Type", "File"), new("Logging:Bolt:Sinks:0:Path", file), new("Logging:Bolt:Sinks:0:Shape", "ecs")]))
            Events.Ordered(host.Logger<SettingsTests>(), 1, "Ada");

        Assert.Contains("\"ecs.version\":", Assert.Single(File.ReadAllLines(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sink_that_cannot_be_opened_is_named_and_leaves_no_other_open()
    {
        using var directory = new TemporaryDirectory();
        string file = directory.PathOf("app.log");
        OptionsValidationException error = Refused(
            ("Logging:Bolt:Sinks:0:Type", "File"), ("Logging:Bolt:Sinks:0:Path", file),
            ("Logging:Bolt:Sinks:1:Type", "File"), ("Logging:Bolt:Sinks:1:Path", directory.Root));
        Assert.StartsWith("Logging:Bolt:Sinks:1 cannot be opened: ", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.Contains(directory.Root, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(file, Directory.GetFiles("/proc/self/fd").Select(static descriptor => new FileInfo(descriptor).LinkTarget));
    }

    [Fact]
    public void An_option_of_code_out_of_its_range_is_refused_by_name()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(static () =>
        {
            using IHost host = Hosts.Create(new RecordSink(), configure: static options => options.EventPoolSize = 0);
        });
        Assert.Equal(nameof(BoltOptions.EventPoolSize), error.ParamName);
    }

    private static BoltOptions Read(string json, Action<BoltOptions>? configure = null)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json)));
        builder.Logging.ClearProviders().AddBolt(configure);
        using IHost host = builder.Build();
        return host.Services.GetRequiredService<IOptions<BoltOptions>>().Value;
    }

    private static OptionsValidationException Refused(params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.Logging.ClearProviders().AddBolt();
        return Assert.Throws<OptionsValidationException>(() =>
        {
            using IHost host = builder.Build();
            _ = host.Logger("x");
        });
    }
}
