using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>Refuses options that cannot work, by name, value and range.</summary>
internal static class BoltOptionsValidator
{
    internal const int MaximumPool = 1 << 24;
    internal const long MinimumBytes = 64L << 10;
    internal const long MaximumBytes = 64L << 30;
    internal const int MinimumKey = 16;

    internal static readonly TimeSpan MinimumDrain = TimeSpan.FromMilliseconds(1);
    internal static readonly TimeSpan MaximumDrain = TimeSpan.FromHours(1);

    internal static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    internal static void Validate(BoltOptions options)
    {
        if (options.MinimumLevel is < LogLevel.Trace or > LogLevel.None)
            throw OutOfRange(nameof(BoltOptions.MinimumLevel), options.MinimumLevel, LogLevel.Trace, LogLevel.None);

        if (options.Delivery is < Delivery.Synchronous or > Delivery.Background)
            throw OutOfRange(nameof(BoltOptions.Delivery), options.Delivery, Delivery.Synchronous, Delivery.Background);

        if (options.Overflow is < Overflow.Block or > Overflow.Grow)
            throw OutOfRange(nameof(BoltOptions.Overflow), options.Overflow, Overflow.Block, Overflow.Grow);

        if (options.EventPoolSize is < 1 or > MaximumPool)
            throw OutOfRange(nameof(BoltOptions.EventPoolSize), options.EventPoolSize, 1, MaximumPool);

        if (options.MaxBufferedBytes is < MinimumBytes or > MaximumBytes)
            throw OutOfRange(nameof(BoltOptions.MaxBufferedBytes), options.MaxBufferedBytes, MinimumBytes, MaximumBytes);

        if (options.DrainTimeout < MinimumDrain || options.DrainTimeout > MaximumDrain)
            throw OutOfRange(nameof(BoltOptions.DrainTimeout), options.DrainTimeout, MinimumDrain, MaximumDrain);

        if (options.SampledOutInterval < MinimumDrain || options.SampledOutInterval > LongestInterval)
            throw OutOfRange(nameof(BoltOptions.SampledOutInterval), options.SampledOutInterval, MinimumDrain, LongestInterval);

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

        foreach (string? name in options.RedactedNames)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(BoltOptions.RedactedNames), name, "BoltOptions.RedactedNames holds a name that is null, empty or white space: remove it, or give the name of a field.");
            }
        }

        RefuseNull(nameof(BoltOptions.Filters), options.Filters);
        RefuseNull(nameof(BoltOptions.Enrichers), options.Enrichers);
        for (int i = 0; i < options.Sinks.Count; i++)
        {
            if (options.Sinks[i] is null)
                throw new ArgumentOutOfRangeException(nameof(BoltOptions.Sinks), null, $"BoltOptions.Sinks[{i}] is null: remove it, or add a sink.");

            if (options.Sinks.IndexOf(options.Sinks[i]) != i)
                throw new ArgumentOutOfRangeException(nameof(BoltOptions.Sinks), options.Sinks[i], $"BoltOptions.Sinks[{i}] is there twice: every record would be written twice. Remove one.");
        }
    }

    private static void RefuseNull<T>(string name, IList<T> items)
        where T : class
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
                throw new ArgumentOutOfRangeException(name, null, $"BoltOptions.{name}[{i}] is null: remove it.");
        }
    }

    // Not generic: a comparer of each type would have to be made and compiled in every program that starts.
    private static ArgumentOutOfRangeException OutOfRange(string name, object value, object least, object most) =>
        new(name, value, $"BoltOptions.{name} is {value}: it must be {least} to {most}.");
}
