using Bolt;

namespace BoltApp.Logging;

/// <summary>What bolt-app logs of its own work. Bolt writes the bodies at compile time.</summary>
internal static partial class Log
{
    [LogEvent(LogLevel.Information, "{app} has started: {delivery} delivery, {poolSize} events in the pool, {gc} GC with {processors} processors")]
    public static partial void Started(ILogger logger, string app, Delivery delivery, int poolSize, string gc, int processors);

    [LogEvent(LogLevel.Information, "{app} is stopping")]
    public static partial void Stopping(ILogger logger, string app);

    [LogEvent(LogLevel.Information, "{method} {path} answered {status} in {elapsedMs} ms")]
    public static partial void RequestAnswered(ILogger logger, string method, string? path, int status, double elapsedMs);

    [LogEvent(LogLevel.Error, "{method} {path} failed after {elapsedMs} ms")]
    public static partial void RequestFailed(ILogger logger, string method, string? path, double elapsedMs, Exception error);

    [LogEvent(LogLevel.Debug, "Looking for order {orderId}")]
    public static partial void OrderAsked(ILogger logger, int orderId);

    [LogEvent(LogLevel.Information, "Order {orderId} of {customer}: {items} items, {total} {currency}")]
    public static partial void OrderFound(ILogger logger, int orderId, [Sensitive(Redaction.Last4)] string customer, int items, decimal total, string currency);

    [LogEvent(LogLevel.Warning, "There is no order {orderId}")]
    public static partial void OrderMissing(ILogger logger, int orderId);

    [LogEvent(LogLevel.Warning, "Incident {incident} is on")]
    public static partial void IncidentOn(ILogger logger, string incident);

    [LogEvent(LogLevel.Information, "Incident {incident} is off")]
    public static partial void IncidentOff(ILogger logger, string incident);
}
