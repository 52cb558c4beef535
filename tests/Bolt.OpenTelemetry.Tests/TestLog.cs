using Microsoft.Extensions.Logging;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>Events to send.</summary>
internal static partial class TestLog
{
    [LogEvent(LogLevel.Information, "Order {OrderId} paid: {Amount} in {City}", EventId = 17)]
    public static partial void OrderPaid(ILogger logger, long orderId, decimal amount, string city);

    [LogEvent(LogLevel.Error, "Order failed")]
    public static partial void Failed(ILogger logger, Exception exception);

    [LogEvent(LogLevel.Information, "Step {N} of {Producer}")]
    public static partial void Step(ILogger logger, int producer, int n);

    [LogEvent(LogLevel.Critical, "Down")]
    public static partial void Down(ILogger logger);
}
