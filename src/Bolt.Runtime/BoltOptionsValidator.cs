using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>Refuses options that cannot work, by name, value and range.</summary>
internal static class BoltOptionsValidator
{
    internal const int MaximumPool = 1 << 24;
    private const long MinimumBytes = 64L << 10;
    private const long MaximumBytes = 64L << 30;
    private const int MinimumKey = 16;

    internal static void Validate(BoltOptions options)
    {
        Range(nameof(BoltOptions.MinimumLevel), options.MinimumLevel, LogLevel.Trace, LogLevel.None);
        Range(nameof(BoltOptions.Delivery), options.Delivery, Delivery.Synchronous, Delivery.Background);
        Range(nameof(BoltOptions.Overflow), options.Overflow, Overflow.Block, Overflow.Grow);
        Range(nameof(BoltOptions.EventPoolSize), options.EventPoolSize, 1, MaximumPool);
        Range(nameof(BoltOptions.MaxBufferedBytes), options.MaxBufferedBytes, MinimumBytes, MaximumBytes);
        Range(nameof(BoltOptions.DrainTimeout), options.DrainTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
        if ((options.Include & ~RecordParts.All) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(BoltOptions.Include), options.Include, $"BoltOptions.Include holds unknown parts: combine values of RecordParts, at most RecordParts.All ({(int)RecordParts.All}).");
        }

        if (options.Clock is null)
            throw new ArgumentOutOfRangeException(nameof(BoltOptions.Clock), null, "BoltOptions.Clock is null: set LogClock.Precise, LogClock.Coarse or a TimeProvider.");

        if (options.RedactionKey.Length is > 0 and < MinimumKey)
        {
            // The key itself stays out of the message.
            throw new ArgumentOutOfRangeException(
                nameof(BoltOptions.RedactionKey), $"{options.RedactionKey.Length} bytes", $"BoltOptions.RedactionKey is too short: give at least {MinimumKey} random bytes, or none for a key of this process.");
        }

        for (int i = 0; i < options.Sinks.Count; i++)
        {
            if (options.Sinks[i] is null)
                throw new ArgumentOutOfRangeException(nameof(BoltOptions.Sinks), null, $"BoltOptions.Sinks[{i}] is null: remove it, or add a sink.");

            if (options.Sinks.IndexOf(options.Sinks[i]) != i)
                throw new ArgumentOutOfRangeException(nameof(BoltOptions.Sinks), options.Sinks[i], $"BoltOptions.Sinks[{i}] is there twice: every record would be written twice. Remove one.");
        }
    }

    private static void Range<T>(string name, T value, T least, T most)
    {
        if (Comparer<T>.Default.Compare(value, least) < 0 || Comparer<T>.Default.Compare(value, most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"BoltOptions.{name} is {value}: it must be {least} to {most}.");
    }
}
