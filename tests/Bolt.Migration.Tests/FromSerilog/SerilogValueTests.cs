using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromSerilog;

public sealed partial class SerilogValueTests : SerilogTable
{
    // row: The properties of an object
    [LogEvent(LogLevel.Information, "Seen {User}")]
    private static partial void UserSeen(ILogger logger, [LogFields] User user);

    [Fact]
    public void The_properties_of_an_object() => Row(
        log => log.Information("Seen {@User}", new User("Ada", 36)),
        logger => UserSeen(logger, new User("Ada", 36)));

    // row: An at sign
    [LogEvent(LogLevel.Information, "Met {@User}")]
    private static partial void UserMet(ILogger logger, [LogFields] User user);

    [Fact]
    public void An_at_sign() => Row(
        log => log.Information("Met {@User}", new User("Ada", 36)),
        logger => UserMet(logger, new User("Ada", 36)));

    // row: The text of an object
    [LogEvent(LogLevel.Information, "Seen {User}")]
    private static partial void UserNamed(ILogger logger, string user);

    [Fact]
    public void The_text_of_an_object() => Row(
        log => log.Information("Seen {$User}", new User("Ada", 36)),
        logger => UserNamed(logger, new User("Ada", 36).ToString()));

    // row: An anonymous object
    [LogEvent(LogLevel.Information, "At {Place}")]
    private static partial void PlaceSeen(ILogger logger, [LogFields] (int X, int Y) place);

    [Fact]
    public void An_anonymous_object() => Row(
        log => log.Information("At {@Place}", new { X = 1, Y = 2 }),
        logger => PlaceSeen(logger, (X: 1, Y: 2)));

    // row: Any object
    [LogEvent(LogLevel.Information, "Seen {Value}")]
    private static partial void ValueSeen(ILogger logger, object value);

    [Fact]
    public void Any_object() => Row(
        log => log.Information("Seen {Value}", (object)new User("Ada", 36)),
        logger => ValueSeen(logger, new User("Ada", 36)));

    // row: A list
    [LogEvent(LogLevel.Information, "Items {Items}")]
    private static partial void ItemsSeen(ILogger logger, string[] items);

    [Fact]
    public void A_list() => Row(
        log => log.Information("Items {Items}", (object)new[] { "bolt", "nut" }),
        logger => ItemsSeen(logger, ["bolt", "nut"]));

    // row: A dictionary
    [LogEvent(LogLevel.Information, "Stock {Stock}")]
    private static partial void StockSeen(ILogger logger, Dictionary<string, int> stock);

    [Fact]
    public void A_dictionary() => Row(
        log => log.Information("Stock {Stock}", new Dictionary<string, int> { ["bolt"] = 3 }),
        logger => StockSeen(logger, new Dictionary<string, int> { ["bolt"] = 3 }));

    // row: An enumeration
    [LogEvent(LogLevel.Information, "Order is {State}")]
    private static partial void StateSeen(ILogger logger, OrderState state);

    [Fact]
    public void An_enumeration() => Row(
        log => log.Information("Order is {State}", OrderState.Paid),
        logger => StateSeen(logger, OrderState.Paid));

    // row: A duration
    [LogEvent(LogLevel.Information, "Took {Elapsed}")]
    private static partial void TimeTaken(ILogger logger, TimeSpan elapsed);

    [Fact]
    public void A_duration() => Row(
        log => log.Information("Took {Elapsed}", TimeSpan.FromMilliseconds(1250)),
        logger => TimeTaken(logger, TimeSpan.FromMilliseconds(1250)));

    // row: An instant
    [LogEvent(LogLevel.Information, "Due {Due}")]
    private static partial void Due(ILogger logger, DateTime due);

    [Fact]
    public void An_instant() => Row(
        log => log.Information("Due {Due}", new DateTime(2026, 4, 2, 8, 30, 0, DateTimeKind.Utc)),
        logger => Due(logger, new DateTime(2026, 4, 2, 8, 30, 0, DateTimeKind.Utc)));

    // row: Bytes
    [LogEvent(LogLevel.Information, "Read {Bytes}")]
    private static partial void BytesRead(ILogger logger, byte[] bytes);

    [Fact]
    public void Bytes() => Row(
        log => log.Information("Read {Bytes}", new byte[] { 0xDE, 0xAD }),
        logger => BytesRead(logger, [0xDE, 0xAD]));

    // row: Not a number
    [LogEvent(LogLevel.Information, "Rate {Rate}")]
    private static partial void RateIs(ILogger logger, double rate);

    [Fact]
    public void Not_a_number() => Row(
        log => log.Information("Rate {Rate}", double.NaN),
        logger => RateIs(logger, double.NaN));

    // row: Nothing
    [LogEvent(LogLevel.Information, "City {City}")]
    private static partial void CityIs(ILogger logger, string? city);

    [Fact]
    public void Nothing() => Row(
        log => log.Information("City {City}", (string?)null),
        logger => CityIs(logger, null));

    // row: A secret
    [LogEvent(LogLevel.Information, "Card {Card}")]
    private static partial void CardUsed(ILogger logger, [Sensitive(Redaction.Last4)] string card);

    [Fact]
    public void A_secret() => Row(
        log => log.Information("Card {Card}", "***" + "4111111111111111"[^4..]),
        logger => CardUsed(logger, "4111111111111111"));
}
