using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>What is known of a log event at compile time: one instance per <see cref="LogEventAttribute"/> method. Infrastructure for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LogEventInfo
{
    /// <summary>An event whose calls give the level has a place for each, so that all are found alike.</summary>
    private const int PlacesByLevel = 8;

    private static int s_places;

    private readonly int _place;
    private readonly int _placesMask;
    private readonly SampleCount? _sample;
    private int _allocations;

    /// <summary>How many fields a record has: strings, numbers, others.</summary>
    internal readonly Vector256<long> FieldCounts;

    /// <summary>Describes an event.</summary>
    /// <param name="level">Its level; <see cref="LogLevel.None"/> when each call gives it.</param>
    /// <param name="eventId">Its id, or null when none was given.</param>
    /// <param name="eventName">Its name.</param>
    /// <param name="template">Its message template, verbatim.</param>
    /// <param name="keys">The keys that its fields may write, in order; those known only at run time excepted.</param>
    /// <param name="sampleEvery">Writes one call of this many; 0 or 1 writes all.</param>
    /// <param name="strings">How many of its fields are strings; for the metrics.</param>
    /// <param name="numbers">How many of its fields are numbers; for the metrics.</param>
    public LogEventInfo(LogLevel level, int? eventId, string eventName, string template, string[] keys, int sampleEvery = 0, int strings = 0, int numbers = 0)
    {
        Level = level;
        EventId = new EventId(eventId.GetValueOrDefault(), eventName);
        HasId = eventId.HasValue;
        Template = template;
        Keys = keys;
        SampleEvery = sampleEvery;
        if (sampleEvery > 1)
            _sample = new SampleCount(sampleEvery);

        _placesMask = level == LogLevel.None ? PlacesByLevel - 1 : 0;
        _place = Interlocked.Add(ref s_places, _placesMask + 1) - (_placesMask + 1);
        FieldCounts = Vector256.Create(strings, numbers, keys.Length - strings - numbers, 0L);
    }

    /// <summary>The event's level; <see cref="LogLevel.None"/> when each call gives it.</summary>
    public LogLevel Level { get; }

    /// <summary>The event's id and name.</summary>
    public EventId EventId { get; }

    /// <summary>Whether an id was given.</summary>
    public bool HasId { get; }

    /// <summary>The message template, verbatim: what other providers see as <c>{OriginalFormat}</c>.</summary>
    public string Template { get; }

    /// <summary>One call of this many is written.</summary>
    public int SampleEvery { get; }

    internal string[] Keys { get; }

    /// <summary>Counts a call; true when it is one to be written.</summary>
    /// <param name="level">The call's level: Error and above always are.</param>
    public bool Sample(LogLevel level) =>
        _sample is null || level >= LogLevel.Error || _sample.Next();

    /// <summary>Counts a call that was found to allocate; returns how many there were.</summary>
    internal int CountAllocation() => Interlocked.Increment(ref _allocations);

    /// <summary>The head that the logger keeps for this event and level; null where it keeps none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RecordHead? HeadFor(BoltLogger logger, LogLevel level)
    {
        RecordHead?[] heads = logger.Heads;
        int place = _place + ((int)level & _placesMask);
        return (uint)place < (uint)heads.Length && heads[place] is { } head ? head : logger.NewHead(this, level, place);
    }
}
