namespace Bolt.Generated.Tests;

/// <summary>Ad-hoc calls of loggers that are not Bolt's.</summary>
public sealed class AdHocForeignLoggerTests
{
    [Fact]
    public void Another_logger_gets_typed_values_and_the_template_last()
    {
        var logger = new ForeignLogger();
        int id = 42;
        string name = "x";
        double? missing = null;
        decimal price = 1.5m;
        ReadOnlySpan<char> text = "a\"b";
        var exception = new InvalidOperationException("m");
        logger.Warn(exception, $"{{{id}}} {name,3} {missing} {price:@cost:N2} {id} {text} {DayOfWeek.Friday}");
        ForeignLogger.Entry entry = Assert.Single(logger.Entries);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Equal(default, entry.EventId);
        Assert.Null(entry.EventId.Name);
        Assert.Same(exception, entry.Exception);
        Assert.Equal(["id", "name", "missing", "cost", "text", "DayOfWeekFriday", "{OriginalFormat}"], entry.Values.Select(static v => v.Key));
        Assert.Equal(42, Assert.IsType<int>(entry["id"]));
        Assert.Equal("x", entry["name"]);
        Assert.Null(entry["missing"]);
        Assert.Equal(1.5m, Assert.IsType<decimal>(entry["cost"]));
        Assert.Equal("a\"b", entry["text"]);
        Assert.Equal(DayOfWeek.Friday, Assert.IsType<DayOfWeek>(entry["DayOfWeekFriday"]));
        Assert.Equal("{{{id}}} {name,3} {missing} {cost:N2} {id} {text} {DayOfWeekFriday}", entry["{OriginalFormat}"]);
        Assert.Equal("{42}   x null 1.50 42 a\"b Friday", entry.Message);
    }

    [Fact]
    public void Its_state_is_used_again_and_keeps_nothing()
    {
        var logger = new ForeignLogger();
        for (int i = 0; i < 3; i++)
            logger.Info($"{i}");

        Assert.Equal(["0", "1", "2"], logger.Entries.Select(static entry => entry.Message));
        Assert.All(logger.Entries, static entry => Assert.Equal(2, entry.Values.Length));
    }

    [Fact]
    public void One_that_throws_does_not_break_the_caller()
    {
        int x = 1;
        new ThrowingLogger().Info($"{x}");
    }

    private sealed class ThrowingLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException();
    }
}
