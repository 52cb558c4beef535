namespace Bolt.Hosting.Tests;

/// <summary>The events that the tests log.</summary>
internal static partial class Events
{
    [LogEvent(LogLevel.Information, "Order {orderId} of {customer}", EventId = 7)]
    public static partial void Ordered(ILogger logger, int orderId, string customer);

    [LogEvent(LogLevel.Debug, "Looked at {item}")]
    public static partial void Looked(ILogger logger, string item);

    [LogEvent(LogLevel.Error, "Payment {paymentId} failed")]
    public static partial void Failed(ILogger logger, int paymentId, Exception exception);

    [LogEvent(LogLevel.Information, "Card {card} of {owner}")]
    public static partial void Paid(ILogger logger, [Sensitive(Redaction.Last4)] string card, ReadOnlySpan<char> owner);

    [LogEvent(LogLevel.Critical, "Stopped by {reason}")]
    public static partial void Stopped(ILogger logger, string reason);
}
