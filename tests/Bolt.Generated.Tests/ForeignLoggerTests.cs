namespace Bolt.Generated.Tests;

public sealed partial class ForeignLoggerTests
{
    [Fact]
    public void Another_logger_gets_typed_values_and_the_template_last()
    {
        var logger = new ForeignLogger();
        Log.Typed(logger, 42, "x", DayOfWeek.Friday, null, 1.5m, [1, 2]);
        ForeignLogger.Entry entry = Assert.Single(logger.Entries);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Equal(new EventId(9, "Typed"), entry.EventId);
        Assert.Equal("Typed", entry.EventId.Name);
        Assert.Equal(["Id", "name", "day", "missing", "price", "list", "{OriginalFormat}"], entry.Values.Select(v => v.Key));
        Assert.Equal(42, Assert.IsType<int>(entry["Id"]));
        Assert.Equal("x", entry["name"]);
        Assert.Equal(DayOfWeek.Friday, Assert.IsType<DayOfWeek>(entry["day"]));
        Assert.Null(entry["missing"]);
        Assert.Equal(1.5m, Assert.IsType<decimal>(entry["price"]));
        Assert.Equal([1, 2], Assert.IsType<int[]>(entry["list"]));
        Assert.Equal("{Id} {name} {day} {price:N2} {list}", entry["{OriginalFormat}"]);
        Assert.Equal("42 x Friday 1.50 [1,2]", entry.Message);
        Assert.Null(entry.Exception);
    }

    [Fact]
    public void Spans_become_strings()
    {
        var logger = new ForeignLogger();
        Log.Spans(logger, "a\"b".AsSpan(), "é"u8);
        ForeignLogger.Entry entry = Assert.Single(logger.Entries);
        Assert.Equal("a\"b", entry["text"]);
        Assert.Equal("é", entry["utf8"]);
        Assert.Equal("a\"b é", entry.Message);
    }

    [Fact]
    public void Redacted_values_stay_redacted()
    {
        var logger = new ForeignLogger();
        Log.Redacted(logger, "secret", "0123456789abcdef", "token", new Account("me", "secret"), new Account("me", "secret"));
        ForeignLogger.Entry entry = Assert.Single(logger.Entries);
        Assert.Equal(["mask", "last4", "account", "Name", "Password", "{OriginalFormat}"], entry.Values.Select(v => v.Key));
        Assert.Equal("***", entry["mask"]);
        Assert.Equal("***cdef", entry["last4"]);
        Assert.Equal("""{"Name":"me","Password":"***"}""", entry["account"]);
        Assert.Equal("me", entry["Name"]);
        Assert.Equal("***", entry["Password"]);
        Assert.DoesNotContain(entry.Values, v => v.Value?.ToString()?.Contains("secret", StringComparison.Ordinal) == true);
        Assert.Equal("*** ***cdef ", entry.Message);
    }

    [Fact]
    public void The_exception_is_passed_and_is_no_value()
    {
        var logger = new ForeignLogger();
        var exception = new InvalidOperationException("m");
        Log.Failed(logger, exception, 1);
        ForeignLogger.Entry entry = Assert.Single(logger.Entries);
        Assert.Same(exception, entry.Exception);
        Assert.Equal(["x", "{OriginalFormat}"], entry.Values.Select(v => v.Key));
    }

    [Fact]
    public void Its_filter_holds()
    {
        var logger = new ForeignLogger { MinimumLevel = LogLevel.Critical };
        Log.Failed(logger, null, 1);
        Assert.Empty(logger.Entries);
    }

    public sealed record Account(string Name, [Sensitive] string Password);

    private static partial class Log
    {
        [LogEvent(LogLevel.Warning, "{Id} {name} {day} {price:N2} {list}", EventId = 9)]
        public static partial void Typed(ILogger logger, int id, string name, DayOfWeek day, double? missing, decimal price, int[] list);

        [LogEvent(LogLevel.Information, "{text} {utf8}")]
        public static partial void Spans(ILogger logger, ReadOnlySpan<char> text, scoped ReadOnlySpan<byte> utf8);

        [LogEvent(LogLevel.Information, "{mask} {last4} {omit}")]
        public static partial void Redacted(
            ILogger logger,
            [Sensitive] string mask,
            [Sensitive(Redaction.Last4)] string last4,
            [Sensitive(Redaction.Omit)] string omit,
            [LogFields] Account account,
            [LogFields(Flatten = true)] Account flat);

        [LogEvent(LogLevel.Error)]
        public static partial void Failed(ILogger logger, Exception? exception, int x);
    }
}
