using System.Net;
using System.Numerics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests.Recording;

/// <summary>Values come back as the types that were logged, and are found by values of these types.</summary>
public sealed class LogValueTests : IDisposable
{
    private readonly LogRecorder _recorder = new();

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void Times()
    {
        var at = new DateTimeOffset(2026, 2, 3, 9, 35, 6, new TimeSpan(5, 30, 0));
        var utc = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(1234567);
        Events.Times(_recorder.CreateLogger("x"), at, utc, new DateOnly(2026, 2, 3), new TimeOnly(3, 4, 5, 100), TimeSpan.FromTicks(15));

        Finds("at", at, new DateTimeOffset(2026, 2, 3, 4, 5, 7, TimeSpan.Zero));
        Finds("utc", utc, utc.AddTicks(1));
        Finds("day", new DateOnly(2026, 2, 3), new DateOnly(2026, 2, 4));
        Finds("hour", new TimeOnly(3, 4, 5, 100), new TimeOnly(3, 4, 5));
        Finds("took", TimeSpan.FromTicks(15), TimeSpan.FromTicks(16));
        Assert.Equal(1500, Value("took").As<long>());
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(0L)]
    public void Every_duration(long ticks)
    {
        _recorder.CreateLogger("x").LogInformation("{took}", new TimeSpan(ticks));
        Assert.Equal(new TimeSpan(ticks), Value("took").As<TimeSpan>());
        _recorder.Records.With("took", new TimeSpan(ticks)).Single();
    }

    [Fact]
    public void Numbers()
    {
        Events.Numbers(_recorder.CreateLogger("x"), -3, long.MaxValue, 60.00m, 0.1, double.NegativeInfinity, float.NaN, UInt128.MaxValue);

        Finds("small", -3, 3);
        Finds("large", long.MaxValue, long.MaxValue - 1);
        Finds("money", 60.00m, 60.01m);
        Finds("real", 0.1, 0.2);
        Finds("infinite", double.NegativeInfinity, double.PositiveInfinity);
        Finds("none", float.NaN, 0f);
        Finds("huge", UInt128.MaxValue, UInt128.MaxValue - 1);
        Assert.Equal((BigInteger)UInt128.MaxValue, Value("huge").As<BigInteger>());

        // Numbers are equal whatever their types.
        _recorder.Records.With("money", 60).With("money", 60.0).With("small", -3L).With("small", (Int128)(-3)).With("real", 0.1f).With("real", 0.1m).Single();
        _recorder.Records.With("infinite", 0).None();
        _recorder.Records.With("small", double.NaN).None();
        _recorder.Records.With("small", "-3").None();
    }

    [Fact]
    public void Names()
    {
        var id = Guid.NewGuid();
        Events.Names(
            _recorder.CreateLogger("x"), id, Events.Colour.Green, Events.Access.Read | Events.Access.Write, (Events.Colour)9, 'ß', new Uri("http://localhost/a"), new Version(1, 2),
            IPAddress.IPv6Loopback);

        Finds("id", id, Guid.Empty);
        Finds("colour", Events.Colour.Green, Events.Colour.Red);
        Finds("access", Events.Access.Read | Events.Access.Write, Events.Access.Read);
        Finds("unknown", (Events.Colour)9, (Events.Colour)8);
        Finds("letter", 'ß', 's');
        Finds("link", new Uri("http://localhost/a"), new Uri("http://localhost/b"));
        Finds("version", new Version(1, 2), new Version(1, 3));
        Finds("address", IPAddress.IPv6Loopback, IPAddress.Loopback);
        _recorder.Records.With("colour", "Green").Single();
    }

    [Fact]
    public void Collections_and_objects()
    {
        var customer = new Events.Customer("Ada", 36, new Events.Address("London"));
        var counts = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
        Events.Parts(_recorder.CreateLogger("x"), [1, 2], ["new", null], [0xde, 0xad], counts, customer, [TimeSpan.FromSeconds(1)]);

        FindsSequence<int>("ids", [1, 2], [2, 1]);
        FindsSequence<int>("ids", [1, 2], [1]);
        FindsSequence<int>("ids", [1, 2], [1, 2, 3]);
        FindsSequence<string?>("tags", ["new", null], ["new", "old"]);
        FindsSequence<byte>("hash", [0xde, 0xad], [0xde]);
        FindsSequence<TimeSpan>("laps", [TimeSpan.FromSeconds(1)], [TimeSpan.FromSeconds(2)]);
        Finds("customer", customer, customer with { Address = new Events.Address("Paris") });
        Finds("customer", new { Name = "Ada", Age = 36, Address = new Events.Address("London") }, new { Name = "Bob", Age = 36, Address = new Events.Address("London") });
        _recorder.Records.With("counts", counts).Single();
        _recorder.Records.With("counts", new Dictionary<string, int> { ["a"] = 1 }).None();
        _recorder.Records.With("counts", new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 }).None();
        _recorder.Records.With("customer", new[] { 1 }).None();
        _recorder.Records.With("ids", new Dictionary<string, int>()).None();

        Assert.Equal("London", Value("customer")["Address"]["City"].As<string>());
        Assert.Equal(2, Value("ids")[1].As<int>());
        Assert.True(Value("tags")[1].IsNull);
        Assert.Equal(counts, Value("counts").As<Dictionary<string, int>>());
        Assert.Equal(JsonValueKind.Object, Value("customer").Kind);
        Assert.Equal(36, Value("customer").As<JsonElement>().GetProperty("Age").GetInt32());
        Assert.Equal("[1,2]", Value("ids").ToString());
        _recorder.Records.With<int[]>("ids", static ids => ids.Length == 2).Single();
        _recorder.Records.With<int[]>("ids", static ids => ids.Length == 3).None();
    }

    [Fact]
    public void Nulls_and_booleans()
    {
        Events.Absent(_recorder.CreateLogger("x"), null, null, true);

        Assert.Null(Value("text").As<string>());
        Assert.Null(Value("number").As<int?>());
        Assert.True(Value("yes").As<bool>());
        Assert.True(Value("text").IsNull);
        Assert.False(Value("yes").IsNull);
        _recorder.Records.With("text", null).With("number", null).With("yes", true).With("number").Without("other").Single();
        _recorder.Records.With("yes", null).None();
        _recorder.Records.With("text", "").None();
        _recorder.Records.With("number", 0).None();
        _recorder.Records.With("other", null).None();
    }

    [Fact]
    public void A_wrong_type_is_named_with_the_value()
    {
        var logger = _recorder.CreateLogger("x").With("inner", new Dictionary<string, object?> { ["city"] = "Bern" });
        logger.LogInformation("{text} {number} {real} {ids} {nothing}", "abc", 300, 1.5, new[] { 1, 2 }, null);

        Fails("The field 'text' is a string, \"abc\": it cannot be read as Int32.", static record => record.Get<int>("text"));
        Fails("The field 'text' is a string, \"abc\": it cannot be read as Guid.", static record => record.Get<Guid>("text"));
        Fails("The field 'text' is a string, \"abc\": it cannot be read as Double.", static record => record.Get<double>("text"));
        Fails("The field 'text' is a string, \"abc\": it cannot be read as TimeSpan.", static record => record.Get<TimeSpan>("text"));
        Fails("The field 'text' is a string, \"abc\": it cannot be read as Colour.", static record => record.Get<Events.Colour>("text"));
        Fails("The field 'text' is a string, \"abc\": it cannot be read as BigInteger.", static record => record.Get<BigInteger>("text"));
        Fails("The field 'text' is a string, \"abc\": it cannot be read as IPAddress.", static record => record.Get<IPAddress>("text"));
        Fails("The field 'number' is a number, 300: it cannot be read as String.", static record => record.Get<string>("number"));
        Fails("The field 'number' is a number, 300: it cannot be read as Byte.", static record => record.Get<byte>("number"));
        Fails("The field 'number' is a number, 300: it cannot be read as IPAddress.", static record => record.Get<IPAddress>("number"));
        Fails("The field 'real' is a number, 1.5: it cannot be read as Int32?.", static record => record.Get<int?>("real"));
        Fails("The field 'real' is a number, 1.5: it cannot be read as BigInteger.", static record => record.Get<BigInteger>("real"));
        Fails("The field 'number' is a number, 300: it has no 'city'.", static record => record["number"]["city"]);
        Fails("The field 'ids' is an array, [1,2]: it has no element 2.", static record => record["ids"][2]);
        Fails("The field 'ids[0]' is a number, 1: it cannot be read as Boolean.", static record => record["ids"][0].As<bool>());
        Fails("The field 'inner.city' is a string, \"Bern\": it cannot be read as Int64.", static record => record["inner"]["city"].As<long>());
        Fails("The field 'inner' is an object, {\"city\":\"Bern\"}: it has no 'town'.", static record => record["inner"]["town"]);
        Fails("The field 'nothing' is null: it cannot be read as Int32.", static record => record.Get<int>("nothing"));
        Fails(
            "The record has no field 'Text'; it has 'inner', 'text', 'number', 'real', 'ids', 'nothing': info x: abc 300 1.5 1, 2 (null)",
            static record => record["Text"],
            isStart: true);
        Fails("The record has no field 'level'; it has 'inner', ", static record => record["level"], isStart: true);
    }

    [Fact]
    public void A_record_without_fields_says_so()
    {
        _recorder.CreateLogger("x").LogInformation("hello");
        Fails("The record has no field 'a', nor any other: info x: hello", static record => record["a"]);
    }

    private LogValue Value(string field) => _recorder.Records.Single()[field];

    private void Finds<T>(string field, T value, T other)
    {
        Assert.Equal(value, Value(field).As<T>());
        _recorder.Records.With(field, value).Single();
        _recorder.Records.With(field, other).None();
        _recorder.Records.With<T>(field, actual => EqualityComparer<T>.Default.Equals(actual, value)).Single();
        _recorder.Records.With<T>(field, actual => EqualityComparer<T>.Default.Equals(actual, other)).None();
    }

    private void FindsSequence<T>(string field, T[] value, T[] other)
    {
        Assert.Equal(value, Value(field).As<T[]>());
        _recorder.Records.With(field, value).Single();
        _recorder.Records.With(field, other).None();
        _recorder.Records.With(field, other.ToList()).None();
    }

    private void Fails(string message, Func<LogRecord, object?> read, bool isStart = false)
    {
        string actual = Assert.Throws<LogAssertionException>(() => read(_recorder.Records.Single())).Message;
        Assert.Equal(message, isStart ? actual[..Math.Min(actual.Length, message.Length)] : actual);
    }
}
