using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// What a record of one logger, event and level begins with, after the time: level, category, event id and name, bound fields.
/// </summary>
/// <remarks>Immutable. Padded to whole copies of 32 bytes. Kept by the logger, so that no event keeps a disposed factory alive.</remarks>
internal sealed class RecordHead
{
    internal const int CopyStep = 32;

    internal readonly byte[] Bytes;
    internal readonly int Length;

    private RecordHead(ReadOnlySpan<byte> bytes)
    {
        Length = bytes.Length;
        Bytes = new byte[(bytes.Length + CopyStep - 1) / CopyStep * CopyStep];
        bytes.CopyTo(Bytes);
    }

    internal static RecordHead Create(BoltLogger logger, LogEventInfo info, LogLevel level)
    {
        var buffer = new ValueBuffer();
        Append(buffer, logger, level, info.EventId, info.HasId, info.Keys);
        var head = new RecordHead(buffer[0, buffer.Position]);
        buffer.Free();
        return head;
    }

    /// <summary>Appends the head of a record whose event is not known at compile time, or whose logger keeps none yet.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="logger">The logger.</param>
    /// <param name="level">The record's level.</param>
    /// <param name="eventId">The event's id and name.</param>
    /// <param name="hasId">Whether the id was given.</param>
    /// <param name="callKeys">The keys of the call's own fields: a bound field of the same key gives way.</param>
    internal static void Append(ValueBuffer buffer, BoltLogger logger, LogLevel level, EventId eventId, bool hasId, IReadOnlyCollection<string> callKeys)
    {
        RecordParts include = logger.Pipeline.Include;
        buffer.Literal((include & RecordParts.Timestamp) != 0 ? ",\"level\":"u8 : "{\"level\":"u8);
        buffer.Literal(LevelText(level));
        if ((include & RecordParts.Category) != 0)
        {
            buffer.Literal(",\"category\":"u8);
            buffer.Literal(logger.CategoryJson);
        }

        if ((include & RecordParts.EventId) != 0 && hasId)
        {
            buffer.Literal(",\"event_id\":"u8);
            buffer.Value(eventId.Id);
        }

        if ((include & RecordParts.EventName) != 0 && eventId.Name is { Length: > 0 } name)
        {
            buffer.Literal(",\"event\":"u8);
            buffer.Value(name);
        }

        foreach (BoundField field in logger.Bound)
        {
            if (!CallKeys.Contain(callKeys, field.Name))
                buffer.Literal(field.Json);
        }
    }

    private static ReadOnlySpan<byte> LevelText(LogLevel level) => level switch
    {
        LogLevel.Trace => "\"trace\""u8,
        LogLevel.Debug => "\"debug\""u8,
        LogLevel.Information => "\"info\""u8,
        LogLevel.Warning => "\"warn\""u8,
        LogLevel.Error => "\"error\""u8,
        _ => "\"fatal\""u8,
    };
}
