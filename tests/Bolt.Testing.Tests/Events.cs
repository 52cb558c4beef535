using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Tests;

/// <summary>What the tests log.</summary>
internal static partial class Events
{
    [LogEvent(LogLevel.Information, "Order {orderId} of {amount:N2} placed", EventId = 7)]
    public static partial void OrderPlaced(ILogger logger, long orderId, decimal amount);

    [LogEvent(LogLevel.Warning, "Order {orderId} failed")]
    public static partial void OrderFailed(ILogger logger, int orderId, Exception? exception);

    [LogEvent(LogLevel.Information)]
    public static partial void Times(ILogger logger, DateTimeOffset at, DateTime utc, DateOnly day, TimeOnly hour, TimeSpan took);

    [LogEvent(LogLevel.Information)]
    public static partial void Numbers(ILogger logger, int small, long large, decimal money, double real, double infinite, float none, UInt128 huge);

    [LogEvent(LogLevel.Information)]
    public static partial void Names(ILogger logger, Guid id, Colour colour, Access access, Colour unknown, char letter, Uri link, Version version, System.Net.IPAddress address);

    [LogEvent(LogLevel.Information)]
    public static partial void Parts(ILogger logger, int[] ids, string?[] tags, byte[] hash, Dictionary<string, int> counts, [LogFields] Customer customer, TimeSpan[] laps);

    [LogEvent(LogLevel.Information)]
    public static partial void Absent(ILogger logger, string? text, int? number, bool yes);

    internal enum Colour
    {
        Red,
        Green,
    }

    [Flags]
    internal enum Access
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    internal sealed record Customer(string Name, int Age, Address Address);

    internal sealed record Address(string City);
}
