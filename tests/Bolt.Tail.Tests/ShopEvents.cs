using Microsoft.Extensions.Logging;

namespace Bolt.Tail.Tests;

/// <summary>What the log of the tests is made of.</summary>
internal static partial class ShopEvents
{
    [LogEvent(LogLevel.Debug, "{path} took {elapsed} ms")]
    public static partial void RequestEnded(ILogger logger, string path, double elapsed);

    [LogEvent(LogLevel.Information, "User {userId} paid")]
    public static partial void OrderPaid(ILogger logger, int userId, [LogFields] Order order);

    [LogEvent(LogLevel.Warning, "{path} took {elapsed} ms")]
    public static partial void SlowRequest(ILogger logger, string path, double elapsed);

    [LogEvent(LogLevel.Error, "User {userId} could not pay")]
    public static partial void PaymentFailed(ILogger logger, int userId, Exception error);

    [LogEvent(LogLevel.Critical, "Item {itemId} is lost")]
    public static partial void StockLost(ILogger logger, long itemId, bool insured);

    [LogEvent(LogLevel.Information, "{text}")]
    public static partial void Note(ILogger logger, string text);

    public sealed record Order(int id, Customer customer);

    public sealed record Customer(string name);
}
