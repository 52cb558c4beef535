using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>Records that did not come by a generated method straight to a Bolt logger: other <see cref="ILogger"/> calls, and generated ones by way of another logger.</summary>
internal static unsafe class ForeignRecord
{
    private const int Overhead = 128;

    /// <summary>The keys of the foreign call being written; for the collisions with bound fields and scopes.</summary>
    [ThreadStatic]
    private static List<string>? t_keys;

    /// <summary>Writes a call whose state is not Bolt's: a list of key-value pairs becomes fields, <c>{OriginalFormat}</c> excepted; the formatter gives the message.</summary>
    internal static void Write<TState>(BoltLogger logger, LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string>? formatter)
    {
        Lane? lane = ThreadLanes.Open(logger.Pipeline);
        if (lane is null)
            return;

        lane.Sample.Begin();
        ValueBuffer values = lane.Values;
        List<string> keys = t_keys ?? [];
        t_keys = null;
        int fieldsEnd = 0;
        values.HasRedactedName = false;
        try
        {
            AppendFields(values, keys, state, ref fieldsEnd);
        }
        catch (Exception failure)
        {
            values.TakeBack(fieldsEnd);

            // What the formatter would show of the other values has not been looked at.
            values.HasRedactedName |= values.Settings.Names is not null;
            logger.Pipeline.Errors.Report(LogErrorReason.Encode, "The values of a log call could not all be read: its record has those before the failure.", failure, 1);
        }

        if (values.HasRedactedName)
            RedactedMessage.Append(values, state);
        else
            AppendMessage(logger.Pipeline, values, state, exception, formatter);

        int messageEnd = values.Position;
        if (Passes(logger, lane, level, eventId, exception, state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], keys))
            Write(logger, lane, level, eventId, eventId.Id != 0, keys, exception, forwarded: null, fieldsEnd, messageEnd);

        keys.Clear();
        t_keys = keys;
    }

    private static void AppendMessage<TState>(LogPipeline pipeline, ValueBuffer values, TState state, Exception? exception, Func<TState, Exception?, string>? formatter)
    {
        string? message = null;
        try
        {
            message = formatter is null ? state?.ToString() : formatter(state, exception);
        }
        catch (Exception failure)
        {
            message = Template(state);
            pipeline.Errors.Report(LogErrorReason.Encode, "The formatter of a log call failed: its record has the template, if there is one, for a message.", failure, 1);
        }

        values.Value(message ?? "");
    }

    /// <summary>Writes an event that a generated method has encoded already.</summary>
    internal static void Write(BoltLogger logger, LogLevel level, ForwardedEvent forwarded, Exception? exception)
    {
        Lane? lane = ThreadLanes.Open(logger.Pipeline);
        if (lane is null)
            return;

        if (forwarded.EncodingTicks > 0)
            lane.Sample.Continue(forwarded.EncodingTicks);

        LogEventInfo info = forwarded.Info;
        if (forwarded.Values.Truncated)
            lane.Values.Truncated = true;

        if (Passes(logger, lane, level, info.EventId, exception, forwarded, info.Keys))
            Write(logger, lane, level, info.EventId, info.HasId, info.Keys, exception, forwarded, fieldsEnd: 0, messageEnd: 0);
    }

    /// <summary>Runs the filters and enrichers; false where a filter does not want the record, which is over then.</summary>
    private static bool Passes(
        BoltLogger logger,
        Lane lane,
        LogLevel level,
        EventId eventId,
        Exception? exception,
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        IReadOnlyCollection<string> keys)
    {
        if (lane.Pipeline.Hooks is not { } hooks || hooks.Run(lane, new RecordView(logger, level, eventId, exception, fields), logger, keys))
            return true;

        if (lane.Sample.IsOn)
            lane.Sample.End();

        lane.Values.Reset();
        lane.Shut();
        return false;
    }

    /// <summary>Writes a record whose fields and message are encoded: by the event forwarded, or else among the lane's values, one behind the other.</summary>
    private static void Write(
        BoltLogger logger,
        Lane lane,
        LogLevel level,
        EventId eventId,
        bool hasId,
        IReadOnlyCollection<string> keys,
        Exception? exception,
        ForwardedEvent? forwarded,
        int fieldsEnd,
        int messageEnd)
    {
        LogPipeline pipeline = logger.Pipeline;
        ValueBuffer values = lane.Values;
        RecordParts include = pipeline.Include;
        int headStart = values.Position;
        RecordHead.Append(values, logger, level, eventId, hasId, keys);
        RecordExtras extras = lane.Extras;
        extras.Append(values, logger, keys, exception);

        // Looked up only now: the values may have moved while head and extras were appended. Of the message, without its quotes.
        ReadOnlySpan<byte> fields = forwarded is not null ? forwarded.FieldsJson : values[0, fieldsEnd];
        ReadOnlySpan<byte> message = forwarded is not null ? forwarded.MessageJson : values[fieldsEnd + 1, messageEnd - 1];
        ReadOnlySpan<byte> enriched = pipeline.Hooks is not null ? values[extras.EnrichedStart, extras.EnrichedEnd] : [];
        byte* start = lane.Room((extras.TailEnd - headStart) + enriched.Length + fields.Length + message.Length + TraceContext.Width + Overhead, level);
        if (start is null)
        {
            if (lane.Sample.IsOn)
                lane.Sample.End();

            values.Reset();
            lane.Shut();
            return;
        }

        long reading = pipeline.Clock.Now();
        ref byte p = ref *start;
        if ((include & RecordParts.Timestamp) != 0)
            p = ref lane.TimeText.Write(ref p, reading);

        p = ref Copy(ref p, values[headStart, extras.ScopesEnd]);
        p = ref Copy(ref p, enriched);
        p = ref Copy(ref p, fields);
        p = ref Copy(ref p, values[extras.TailStart, extras.TailEnd]);
        if (pipeline.HasTraceContext)
            p = ref TraceContext.Write(ref p);

        if (values.Truncated)
            p = ref Utf8Json.Literal(ref p, ",\"truncated\":true"u8);

        p = ref Utf8Json.Literal(ref p, ",\"message\":\""u8);
        byte* messageAt = (byte*)Unsafe.AsPointer(ref p);
        p = ref Copy(ref p, message);
        p = ref Utf8Json.Literal(ref p, "\"}\n"u8);
        byte* end = (byte*)Unsafe.AsPointer(ref p);
        if (end - start > Utf8Json.MaxValueLength)
            end = RecordLimits.Apply(lane, start, messageAt, end);

        values.Reset();
        lane.Counts.Add(level, forwarded is not null ? forwarded.Info.FieldCounts : Vector256<long>.Zero);
        if (lane.Sample.IsOn)
            EventWriter.PublishMeasured(lane, forwarded?.Info, level, start, end, reading);
        else
            EventWriter.Publish(lane, level, start, end, reading);
    }

    private static ref byte Copy(ref byte p, ReadOnlySpan<byte> bytes) => ref Utf8Json.Literal(ref p, bytes);

    /// <summary>The template of a call whose message cannot be had: the last pair of Microsoft's states, readable even where the others are not.</summary>
    private static string? Template<TState>(TState state)
    {
        try
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> list && list.Count is > 0 and int count && list[count - 1] is { Key: "{OriginalFormat}" } last)
                return last.Value as string;
        }
        catch (Exception)
        {
            // The state's failure to be read is reported where its fields are.
        }

        return null;
    }

    /// <param name="values">Where to.</param>
    /// <param name="keys">Gets the keys written.</param>
    /// <param name="state">The call's state.</param>
    /// <param name="end">Where the last whole field ends, also when the state throws.</param>
    private static void AppendFields<TState>(ValueBuffer values, List<string> keys, TState state, ref int end)
    {
        switch (state)
        {
            case IReadOnlyList<KeyValuePair<string, object?>> list:
                int count = list.Count;
                for (int i = 0; i < count; i++)
                {
                    KeyValuePair<string, object?> pair = list[i];
                    AppendField(values, keys, pair.Key, pair.Value);
                    end = values.Position;
                }

                break;
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                foreach (KeyValuePair<string, object?> pair in pairs)
                {
                    AppendField(values, keys, pair.Key, pair.Value);
                    end = values.Position;
                }

                break;
        }
    }

    private static void AppendField(ValueBuffer values, List<string> keys, string key, object? value)
    {
        if (key == "{OriginalFormat}")
            return;

        bool isRedacted = values.Redacts(key);
        key = ReservedKeys.Avoid(key ?? "");
        if (keys.Contains(key))
            return;

        keys.Add(key);
        values.Field(key, value, isRedacted);
    }
}
