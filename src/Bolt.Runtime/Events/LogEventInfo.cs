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

    /// <summary>The place of an event whose heads no logger keeps.</summary>
    private const int NoPlace = -1;

    private static int s_places;

    private readonly int _place;
    private readonly int _placesMask;
    private readonly EventSampler? _sampler;
    private int _allocations;

    /// <summary>How many fields a record has: strings, numbers, others.</summary>
    internal readonly Vector256<long> FieldCounts;

    /// <summary>Describes an event.</summary>
    /// <param name="level">Its level; <see cref="LogLevel.None"/> when each call gives it.</param>
    /// <param name="eventId">Its id, or null when none was given.</param>
    /// <param name="eventName">Its name.</param>
    /// <param name="template">Its message template, verbatim.</param>
    /// <param name="keys">The keys that its fields may write, in order; those known only at run time excepted.</param>
    /// <param name="sampleEvery">Writes one call of this many; 0 or 1 writes all. With <paramref name="sampleFirst"/>, of those after the first, where 0 writes none.</param>
    /// <param name="strings">How many of its fields are strings; for the metrics.</param>
    /// <param name="numbers">How many of its fields are numbers; for the metrics.</param>
    /// <param name="sampleFirst">Writes this many calls of each interval first; 0 for no intervals.</param>
    /// <param name="sampleIntervalMilliseconds">How long an interval is.</param>
    /// <param name="samplesErrors">Whether calls of level Error and above are sampled too.</param>
    public LogEventInfo(LogLevel level, int? eventId, string eventName, string template, string[] keys, int sampleEvery = 0, int strings = 0, int numbers = 0, int sampleFirst = 0, int sampleIntervalMilliseconds = 1000, bool samplesErrors = false)
    {
        Level = level;
        EventId = new EventId(eventId.GetValueOrDefault(), eventName);
        HasId = eventId.HasValue;
        Template = template;
        Keys = keys;
        if (sampleEvery > 1 || sampleFirst > 0)
            _sampler = new EventSampler(sampleEvery, sampleFirst, sampleIntervalMilliseconds, samplesErrors);

        _placesMask = level == LogLevel.None ? PlacesByLevel - 1 : 0;
        _place = Interlocked.Add(ref s_places, _placesMask + 1) - (_placesMask + 1);
        FieldCounts = Vector256.Create(strings, numbers, keys.Length - strings - numbers, 0L);
    }

    /// <summary>Describes what ad-hoc calls of one template log: an event without id and name.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="template">Its message template.</param>
    /// <param name="keys">The keys of its fields, in order.</param>
    /// <param name="strings">How many of them are strings.</param>
    /// <param name="numbers">How many of them are numbers.</param>
    /// <param name="keepsHeads">Whether loggers may keep its head: not for one that is forgotten after a call.</param>
    internal LogEventInfo(LogLevel level, string template, string[] keys, int strings, int numbers, bool keepsHeads)
    {
        Level = level;
        Template = template;
        Keys = keys;
        _place = keepsHeads ? Interlocked.Increment(ref s_places) - 1 : NoPlace;
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

    internal string[] Keys { get; }

    /// <summary>Counts a call that is enabled; true when it is one to be written.</summary>
    /// <param name="logger">The call's logger: it will be told how many calls were left out.</param>
    /// <param name="level">The call's level.</param>
    public bool Sample(ILogger logger, LogLevel level) => _sampler is null || _sampler.Takes(logger, this, level);

    /// <summary>Counts a call that was found to allocate; returns how many there were.</summary>
    internal int CountAllocation() => Interlocked.Increment(ref _allocations);

    /// <summary>The head that the logger keeps for this event and level; null where it keeps none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RecordHead? HeadFor(BoltLogger logger, LogLevel level)
    {
        RecordHead?[] heads = logger.Heads;
        int place = _place + ((int)level & _placesMask);
        return (uint)place < (uint)heads.Length && heads[place] is { } head ? head : place == NoPlace ? null : logger.NewHead(this, level, place);
    }
}
