using System.Globalization;
using System.Text;
using System.Text.Json;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.Shapes;

/// <summary>Lines for readers of compact log events, by the rules of that format: its own reader is not in the package feed that the tests restore from.</summary>
public sealed partial class CompactEventTests
{
    private static readonly string[] s_keys = ["@t", "@m", "@mt", "@l", "@x", "@i", "@r", "@tr", "@sp"];

    [LogEvent("Order {OrderId} is late")]
    private static partial void OrderLate(ILogger logger, LogLevel level, int orderId, [LogName("@t")] string odd, Exception? exception);

    [Fact]
    public void Every_line_has_a_time_and_a_message_and_no_other_key_of_the_format()
    {
        foreach (var level in new[] { LogLevel.Trace, LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error, LogLevel.Critical })
        {
            var line = Line(level);
            Assert.True(DateTimeOffset.TryParseExact(line.GetProperty("@t").GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.Equal("Order 4711 is late", line.GetProperty("@m").GetString());
            Assert.Equal("odd", line.GetProperty("@@t").GetString());
            Assert.All(line.EnumerateObject(), static property =>
                Assert.True(property.Name[0] != '@' || property.Name.StartsWith("@@", StringComparison.Ordinal) || s_keys.Contains(property.Name), property.Name));
            Assert.Equal(Level(level), line.TryGetProperty("@l", out var name) ? Enum.Parse<Serilog.Events.LogEventLevel>(name.GetString()!) : Serilog.Events.LogEventLevel.Information);
        }
    }

    [Fact]
    public void The_keys_and_their_order_are_those_of_Serilogs_own_formatter()
    {
        var own = Line(LogLevel.Error).EnumerateObject().Select(static property => property.Name);
        var theirs = Lines.SerilogLines.Of(
            static log =>
            {
                using var activity = Trace.Start();
                log.Error(new InvalidOperationException("late"), "Order {OrderId} is late", 4711);
            },
            formatter: new Serilog.Formatting.Compact.RenderedCompactJsonFormatter());
        using var document = JsonDocument.Parse(Assert.Single(theirs));
        Assert.Equal(
            document.RootElement.EnumerateObject().Select(static property => property.Name).Where(static name => name[0] == '@'),
            own.Where(static name => name[0] == '@' && name[1] != '@'));
    }

    private static Serilog.Events.LogEventLevel Level(LogLevel level) => level switch
    {
        LogLevel.Trace => Serilog.Events.LogEventLevel.Verbose,
        LogLevel.Debug => Serilog.Events.LogEventLevel.Debug,
        LogLevel.Information => Serilog.Events.LogEventLevel.Information,
        LogLevel.Warning => Serilog.Events.LogEventLevel.Warning,
        LogLevel.Error => Serilog.Events.LogEventLevel.Error,
        _ => Serilog.Events.LogEventLevel.Fatal,
    };

    private static JsonElement Line(LogLevel level)
    {
        using var stream = new MemoryStream();
        using (var factory = BoltLoggerFactory.Create(options =>
        {
            options.MinimumLevel = LogLevel.Trace;
            options.Sinks.Add(new ShapedSink(new StreamSink(stream, leaveOpen: true), RecordShape.SerilogCompact));
        }))
        using (Trace.Start())
        {
            OrderLate(factory.CreateLogger("Shop"), level, 4711, "odd", new InvalidOperationException("late"));
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }
}
