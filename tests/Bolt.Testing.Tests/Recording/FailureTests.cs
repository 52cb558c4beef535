using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests.Recording;

/// <summary>What a failed assertion says.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly LogRecorder _recorder = new();

    public FailureTests()
    {
        BoltLogger logger = _recorder.CreateLogger("Shop").With("tenant", "acme");
        Events.OrderPlaced(logger, 41, 5);
        Events.OrderPlaced(logger, 43, 6);
        Events.OrderFailed(logger, 42, new InvalidOperationException("no\nstock"));
    }

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public void How_far_the_query_came_and_what_was_recorded() =>
        Fails(
            """
            Expected one record with event 'OrderPlaced', level info, field 'orderId' = 42, but there are none.
            Of 3 recorded, 2 with event 'OrderPlaced', of these 2 with level info, of these 0 with field 'orderId' = 42.
            Recorded:
              info Shop OrderPlaced (7): Order 41 of 5.00 placed tenant="acme" orderId=41 amount=5
              info Shop OrderPlaced (7): Order 43 of 6.00 placed tenant="acme" orderId=43 amount=6
              warn Shop OrderFailed: Order 42 failed tenant="acme" orderId=42 error=System.InvalidOperationException: no\nstock
            """,
            () => _recorder.Records.Event("OrderPlaced").Level(LogLevel.Information).With("orderId", 42).Single());

    [Fact]
    public void What_was_found_if_it_is_too_much() =>
        Fails(
            """
            Expected no record with level warn or above, but there is 1.
            Found:
              warn Shop OrderFailed: Order 42 failed tenant="acme" orderId=42 error=System.InvalidOperationException: no\nstock
            """,
            () => _recorder.AssertNone(static log => log.AtLeast(LogLevel.Warning)));

    [Fact]
    public void The_text_of_a_condition() =>
        Fails(
            """
            Expected at least one record with record => record.Message.Length > 100, but there are none.
            """,
            () => _recorder.AssertLogged(static log => log.Where(record => record.Message.Length > 100)),
            isStart: true);

    [Fact]
    public void Each_kind_of_condition()
    {
        LogAssertionException failure = Assert.Throws<LogAssertionException>(() => _recorder.Records
            .Event(7).Category("Shop").Message("a").MessageContaining("b").With("c").With<int>("d", static d => d > 1).Without("e").Error<FormatException>().Error("f").Scope("g").Trace("h")
            .With("i", null).With("j", "k").With("l", new[] { 1, 2 }).With("m", new Dictionary<string, int> { ["n"] = 3 }).With("o", 0.5).Exactly(2));
        Assert.StartsWith(
            "Expected 2 records with event id 7, category 'Shop', message 'a', 'b' in the message, field 'c', field 'd': static d => d > 1, no field 'e', "
            + "error System.FormatException, error 'f', scope 'g', trace 'h', field 'i' = null, field 'j' = \"k\", field 'l' = [1, 2], field 'm' = {n: 3}, field 'o' = 0.5, but there are none.\n",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Each_way_to_ask_for_a_record_fails_with_the_records()
    {
        LogRecords none = _recorder.Records.Event("Nothing");
        Fails("Expected at least one record with event 'Nothing', but there are none.\nRecorded:", () => none.First(), isStart: true);
        Fails("Expected at least one record with event 'Nothing', but there are none.\nRecorded:", () => none.Last(), isStart: true);
        Fails("Expected at least 1 records with event 'Nothing', but there are none.\nRecorded:", () => _ = none[0], isStart: true);
        Fails("Expected one record, but there are 3.\nFound:", () => _recorder.Records.Single(), isStart: true);
        Fails("Expected 2 records, but there are 3.\nFound:", () => _recorder.Records.Exactly(2), isStart: true);
        Fails("Expected no record, but there are 3.\nFound:", () => _recorder.Records.None(), isStart: true);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => none.Exactly(-1));
    }

    [Fact]
    public void What_is_there_is_returned()
    {
        Assert.Equal(41, _recorder.Records.First().Get<int>("orderId"));
        Assert.Equal(42, _recorder.Records.Last().Get<int>("orderId"));
        Assert.Equal(43, _recorder.Records[1].Get<int>("orderId"));
        Assert.Equal(2, _recorder.AssertLogged(static log => log.Event("OrderPlaced")).Count);
        _recorder.AssertNone(static log => log.AtLeast(LogLevel.Error));
        _recorder.Records.MessageContaining("42 f").Single();
        _recorder.Records.Where(static record => record.Get<int>("orderId") > 41).Exactly(2);
        Assert.Equal(["tenant", "orderId", "amount"], _recorder.Records[0].FieldNames);
    }

    [Fact]
    public void Nothing_recorded_is_said()
    {
        using var recorder = new LogRecorder();
        Fails("Expected one record, but there are none.\nNothing was recorded.", () => recorder.Records.Single());
    }

    [Fact]
    public void A_long_log_and_a_long_line_are_cut()
    {
        using var recorder = new LogRecorder();
        for (int i = 0; i < 60; i++)
            recorder.CreateLogger("x").LogInformation("{Text}", new string('a', 2000));

        string[] lines = Assert.Throws<LogAssertionException>(() => recorder.Records.Event("y").Single()).Message.Split('\n');
        Assert.Equal(2 + 50 + 1, lines.Length);
        Assert.Equal(1003, lines[2].Length);
        Assert.Equal("  and 10 more", lines[^1]);
    }

    [Fact]
    public void A_null_name_is_refused()
    {
        Assert.Throws<ArgumentNullException>("name", () => _recorder.Records.Event(null!));
        Assert.Throws<ArgumentNullException>("field", () => _recorder.Records.With(null!, 1));
        Assert.Throws<ArgumentNullException>("query", () => _recorder.AssertLogged(null!));
        Assert.Throws<ArgumentNullException>("query", () => _recorder.AssertNone(null!));
        Assert.Throws<ArgumentNullException>("name", () => _recorder.Records[0].Has(null!));
    }

    private static void Fails(string message, Action test, bool isStart = false)
    {
        string actual = Assert.Throws<LogAssertionException>(test).Message;
        Assert.Equal(message, isStart ? actual[..Math.Min(actual.Length, message.Length)] : actual);
    }
}
