using System.Text;
using Bolt.Sinks;

namespace Bolt.Generated.Tests;

/// <summary>Filters and enrichers of records.</summary>
public sealed partial class HookTests : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly List<LogError> _errors = [];

    private string[] Records => Encoding.UTF8.GetString(_stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void A_filter_sees_level_category_event_and_typed_fields()
    {
        var seen = new List<string>();
        using BoltLoggerFactory factory = Create(options => options.Filters.Add((scoped in RecordView record) =>
        {
            Assert.True(record.TryGet("orderId", out int orderId));
            Assert.True(record.TryGet("customer", out string? customer));
            Assert.True(record.TryGetText("customer", out ReadOnlySpan<char> text));
            Assert.True(record.TryGet("total", out decimal total));
            Assert.Equal(customer, text.ToString());
            Assert.Equal(["orderId", "customer", "total"], Enumerable.Range(0, record.Count).Select(new Keys(record).At));
            seen.Add($"{record.Level} {record.Category} {record.EventId.Id} {record.EventId.Name} {orderId} {customer} {total}");
            return orderId != 2;
        }));
        BoltLogger logger = factory.CreateLogger("Shop");
        for (int i = 1; i <= 3; i++)
            Ordered(logger, i, "Ada", 9.90m);

        Assert.Equal(["Information Shop 5 Ordered 1 Ada 9.90", "Information Shop 5 Ordered 2 Ada 9.90", "Information Shop 5 Ordered 3 Ada 9.90"], seen);
        Assert.Equal(["1", "3"], Records.Select(static record => System.Text.Json.JsonDocument.Parse(record).RootElement.GetProperty("orderId").GetRawText()));
    }

    [Fact]
    public void A_field_is_found_by_key_and_type()
    {
        int asked = 0;
        using BoltLoggerFactory factory = Create(options => options.Filters.Add((scoped in RecordView record) =>
        {
            asked++;
            Assert.False(record.TryGet("orderid", out int _));
            Assert.False(record.TryGet("orderId", out long _));
            Assert.False(record.TryGet("orderId", out string? _));
            Assert.True(record.TryGet("orderId", out object? boxed));
            Assert.Equal(7, boxed);
            Assert.True(record.TryGet("count", out int count));
            Assert.Equal(3, count);
            Assert.False(record.TryGet("none", out int? _));
            Assert.True(record.TryGet("items", out IReadOnlyCollection<int>? items));
            Assert.Equal([1, 2], items);
            Assert.True(record.TryGet("day", out DayOfWeek day));
            Assert.Equal(DayOfWeek.Friday, day);
            Assert.True(record.TryGetText("line", out ReadOnlySpan<char> line));
            Assert.Equal("a span", line.ToString());
            Assert.True(record.TryGet("line", out string? text));
            Assert.Equal("a span", text);
            Assert.False(record.TryGet("secret", out string? _));
            Assert.False(record.TryGetText("orderId", out _));
            return true;
        }));
        Many(factory.CreateLogger("Shop"), 7, 3, null, [1, 2], DayOfWeek.Friday, "a span", "hidden");
        Assert.Equal(1, asked);
        Assert.Empty(_errors);
    }

    [Fact]
    public void An_exception_and_a_type_argument_are_seen_too()
    {
        var seen = new List<object?>();
        using BoltLoggerFactory factory = Create(options => options.Filters.Add((scoped in RecordView record) =>
        {
            seen.Add(record.Exception);
            seen.Add(record.TryGet("value", out Guid value) ? value : null);
            return true;
        }));
        var failure = new InvalidOperationException("x");
        Generic(factory.CreateLogger("Shop"), Guid.Empty, failure);
        Plain(factory.CreateLogger("Shop"));
        Assert.Equal([failure, Guid.Empty, null, null], seen);
    }

    [Fact]
    public void Enrichers_add_fields_where_scopes_do_and_the_calls_own_stand()
    {
        using BoltLoggerFactory factory = Create(options => options.Enrichers.Add(static (scoped in RecordView record, scoped RecordFields fields) =>
        {
            fields.Add("region", "eu\"1");
            fields.Add("shard", record.TryGet("orderId", out int id) ? id % 4 : -1);
            fields.Add("orderId", 0);
            fields.Add("tenant", "enricher");
            fields.Add("region", "again");
            fields.Add("message", "own");
            fields.Add("scoped", true);
        }));
        BoltLogger logger = factory.CreateLogger("Shop").With("tenant", "bound");
        using (logger.BeginScope(new Dictionary<string, object?> { ["scoped"] = "scope", ["request"] = 1 }))
            Ordered(logger, 7, "Ada", 1m);

        Assert.Equal(
            """{"level":"info","tenant":"bound","request":1,"region":"eu\"1","shard":3,"message_":"own","scoped":true,"orderId":7,"customer":"Ada","total":1,"message":"Order 7"}""",
            Assert.Single(Records));
    }

    [Fact]
    public void Every_type_that_an_enricher_may_add_is_written_as_a_field_is()
    {
        using BoltLoggerFactory factory = Create(options => options.Enrichers.Add(static (scoped in RecordView _, scoped RecordFields fields) =>
        {
            fields.Add("s", (string?)null);
            fields.Add("t", "span".AsSpan());
            fields.Add("b", true);
            fields.Add("i", 1);
            fields.Add("l", 2L);
            fields.Add("d", 0.5);
            fields.Add("m", 1.10m);
            fields.Add("g", Guid.Empty);
            fields.Add("z", new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)));
            fields.Add("p", TimeSpan.FromSeconds(5));
            fields.Add("o", new int[] { 1, 2 });
        }));
        Plain(factory.CreateLogger("Shop"));
        Assert.Equal(
            """{"level":"warn","s":null,"t":"span","b":true,"i":1,"l":2,"d":0.5,"m":1.10,"g":"00000000-0000-0000-0000-000000000000","z":"2025-01-02T02:04:05Z","p":5000000000,"o":[1,2],"message":"plain"}""",
            Assert.Single(Records));
    }

    [Fact]
    public void The_first_filter_that_says_no_ends_it_and_no_enricher_runs()
    {
        var ran = new List<string>();
        using BoltLoggerFactory factory = Create(options =>
        {
            options.Filters.Add((scoped in RecordView _) => Ran("first", true));
            options.Filters.Add((scoped in RecordView _) => Ran("second", false));
            options.Filters.Add((scoped in RecordView _) => Ran("third", true));
            options.Enrichers.Add((scoped in RecordView _, scoped RecordFields _) => Ran("enricher", true));
        });
        Plain(factory.CreateLogger("Shop"));
        Plain(factory.CreateLogger("Shop").With("child", 1));
        Assert.Equal(["first", "second", "first", "second"], ran);
        Assert.Empty(Records);

        bool Ran(string name, bool answer)
        {
            ran.Add(name);
            return answer;
        }
    }

    [Fact]
    public void None_runs_for_a_level_that_is_not_enabled()
    {
        int ran = 0;
        using BoltLoggerFactory factory = Create(options =>
        {
            options.MinimumLevel = LogLevel.Error;
            options.Filters.Add((scoped in RecordView _) => ++ran > 0);
        });
        Plain(factory.CreateLogger("Shop"));
        factory.CreateLogger("Shop").LogWarning("foreign");
        Assert.Equal(0, ran);
    }

    [Fact]
    public void A_critical_record_is_never_left_out()
    {
        using BoltLoggerFactory factory = Create(static options => options.Filters.Add(static (scoped in RecordView _) => false));
        Fatal(factory.CreateLogger("Shop"));
        factory.CreateLogger("Shop").LogCritical("foreign");
        Assert.Equal(2, Records.Length);
    }

    [Fact]
    public void One_that_throws_is_reported_and_loses_no_record()
    {
        using BoltLoggerFactory factory = Create(static options =>
        {
            options.Filters.Add(static (scoped in RecordView _) => throw new InvalidOperationException("filter"));
            options.Enrichers.Add(static (scoped in RecordView _, scoped RecordFields fields) =>
            {
                fields.Add("half", 1);
                throw new InvalidOperationException("enricher");
            });
            options.Enrichers.Add(static (scoped in RecordView _, scoped RecordFields fields) => fields.Add("half", 2));
        });
        Plain(factory.CreateLogger("Shop"));
        Assert.Equal("""{"level":"warn","half":2,"message":"plain"}""", Assert.Single(Records));
        Assert.Equal([LogErrorReason.Hook, LogErrorReason.Hook], _errors.Select(static error => error.Reason));
        Assert.Equal(["filter", "enricher"], _errors.Select(static error => error.Exception!.Message));
    }

    [Fact]
    public void What_a_hook_logs_is_written_once_and_passes_no_hook()
    {
        BoltLogger? logger = null;
        using BoltLoggerFactory factory = Create(options =>
        {
            options.Filters.Add((scoped in RecordView record) =>
            {
                Plain(logger!);
                return true;
            });
            options.Enrichers.Add(static (scoped in RecordView _, scoped RecordFields fields) => fields.Add("e", 1));
        });
        logger = factory.CreateLogger("Shop");
        Ordered(logger, 1, "Ada", 1m);
        factory.Flush();
        Assert.Equal(2, Records.Length);
        Assert.Contains("""{"level":"warn","message":"plain"}""", Records);
        Assert.Contains("""{"level":"info","e":1,"orderId":1,"customer":"Ada","total":1,"message":"Order 1"}""", Records);
    }

    [Fact]
    public void Calls_that_are_not_generated_pass_them_too()
    {
        using BoltLoggerFactory factory = Create(static options =>
        {
            options.Filters.Add(static (scoped in RecordView record) => !record.TryGet("Path", out string? path) || path != "/health");
            options.Enrichers.Add(static (scoped in RecordView record, scoped RecordFields fields) =>
            {
                fields.Add("keys", record.Count);
                fields.Add("Path", "not this");
            });
        });
        ILogger logger = factory.CreateLogger("Shop");
        logger.LogInformation("GET {Path}", "/health");
        logger.LogInformation("GET {Path}", "/orders");
        Assert.Equal("""{"level":"info","keys":2,"Path":"/orders","message":"GET /orders"}""", Assert.Single(Records));
    }

    [Fact]
    public void Behind_another_logger_they_run_once_in_Bolt()
    {
        int ran = 0;
        using BoltLoggerFactory factory = Create(options =>
        {
            options.Filters.Add((scoped in RecordView record) => ++ran > 0 && record.TryGet("orderId", out int id) && id == 1);
            options.Enrichers.Add(static (scoped in RecordView _, scoped RecordFields fields) => fields.Add("e", 1));
        });
        var wrapped = new Logger<HookTests>(factory);
        Ordered(wrapped, 1, "Ada", 1m);
        Ordered(wrapped, 2, "Ada", 1m);
        Assert.Equal(2, ran);
        Assert.Equal("""{"level":"info","e":1,"orderId":1,"customer":"Ada","total":1,"message":"Order 1"}""", Assert.Single(Records));
    }

    [Fact]
    public void A_filter_and_an_enricher_allocate_nothing()
    {
        using BoltLoggerFactory factory = Create(static options =>
        {
            options.Sinks.Clear();
            options.Sinks.Add(new StreamSink(Stream.Null));
            options.Filters.Add(static (scoped in RecordView record) => record.TryGet("orderId", out int id) && id % 3 != 0 && record.TryGetText("customer", out _));
            options.Enrichers.Add(static (scoped in RecordView record, scoped RecordFields fields) => fields.Add("region", "eu"));
        });
        BoltLogger logger = factory.CreateLogger("Shop");
        for (int i = 0; i < 1000; i++)
            Ordered(logger, i, "Ada", 1m);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            Ordered(logger, i, "Ada", 1m);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_null_hook_is_refused()
    {
        Assert.Equal("Filters", Assert.Throws<ArgumentOutOfRangeException>(() => Create(static options => options.Filters.Add(null!))).ParamName);
        Assert.Equal("Enrichers", Assert.Throws<ArgumentOutOfRangeException>(() => Create(static options => options.Enrichers.Add(null!))).ParamName);
    }

    public void Dispose() => _stream.Dispose();

    private BoltLoggerFactory Create(Action<BoltOptions> configure) => BoltLoggerFactory.Create(options =>
    {
        options.Include = RecordParts.None;
        options.Delivery = Delivery.Synchronous;
        options.Sinks.Add(new StreamSink(_stream, leaveOpen: true));
        options.OnError = _errors.Add;
        configure(options);
    });

    [LogEvent(LogLevel.Information, "Order {orderId}", EventId = 5)]
    private static partial void Ordered(ILogger logger, int orderId, string customer, decimal total);

    [LogEvent(LogLevel.Information)]
    private static partial void Many(ILogger logger, int orderId, int? count, int? none, List<int> items, DayOfWeek day, ReadOnlySpan<char> line, [Sensitive] string secret);

    [LogEvent(LogLevel.Information)]
    private static partial void Generic<T>(ILogger logger, T value, Exception exception)
        where T : struct, IUtf8SpanFormattable;

    [LogEvent(LogLevel.Warning, "plain")]
    private static partial void Plain(ILogger logger);

    [LogEvent(LogLevel.Critical)]
    private static partial void Fatal(ILogger logger);

    /// <summary>A view cannot be captured; its keys can.</summary>
    private sealed class Keys
    {
        private readonly string[] _keys;

        public Keys(scoped in RecordView record)
        {
            _keys = new string[record.Count];
            for (int i = 0; i < _keys.Length; i++)
                _keys[i] = record.Key(i);
        }

        public string At(int index) => _keys[index];
    }
}
