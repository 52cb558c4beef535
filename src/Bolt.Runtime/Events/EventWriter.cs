using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// One record being written, by the calling thread. Infrastructure for generated code, in this order: constructor;
/// <see cref="RunHooks"/> where <see cref="HasHooks"/>; <see cref="Values"/> for everything without a bounded width; <see cref="Begin"/>, which reserves room once and writes the head;
/// the fields; <see cref="Tail"/>; the message; <see cref="Forward{T}"/> where <see cref="IsForwarded"/>; <see cref="Commit"/>.
/// </summary>
/// <remarks>No member throws. A thread has at most one open record per depth of nesting; a record must be committed by the thread that opened it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[ZeroAlloc]
public unsafe ref struct EventWriter
{
    /// <summary>What <see cref="Begin"/> reserves beyond the head, the widths asked for and the values: the tail at its widest, the end, and room for copies in whole steps.</summary>
    private const int Overhead = 288;

    /// <summary>Records longer than this are looked at for the limits of the message and of the whole record.</summary>
    private const int LimitsFrom = Utf8Json.MaxValueLength;

    // Kept small: the whole of it is cleared for every record.
    private Lane? _lane;

    /// <summary>Where the event goes besides, or instead of, a lane of Bolt's; beside a lane, only where <see cref="_hasExtras"/>.</summary>
    private ForwardedEvent? _forwarded;
    private ILogger _logger;
    private readonly LogEventInfo _info;
    private readonly LogLevel _level;
    private bool _hasExtras;
    private byte* _start;

    /// <summary>Where the message starts; of a forwarded record, where the fields end, which is the same place.</summary>
    private byte* _message;
    private long _reading;

    /// <summary>Opens a record at the event's own level.</summary>
    /// <param name="logger">The logger; not null.</param>
    /// <param name="info">The event.</param>
    public EventWriter(ILogger logger, LogEventInfo info)
        : this(logger, info, info.Level)
    {
    }

    /// <summary>Opens a record at a level given by the call.</summary>
    /// <param name="logger">The logger; not null.</param>
    /// <param name="info">The event.</param>
    /// <param name="level">The record's level.</param>
    public EventWriter(ILogger logger, LogEventInfo info, LogLevel level)
    {
        _logger = logger;
        _info = info;
        _level = level;
        BoltLogger? bolt = logger as BoltLogger ?? Behind(logger);
        if (bolt is not null)
        {
            _logger = bolt;
            if (bolt.Gate.Audience is { } audience)
            {
                Open(bolt, audience);
                return;
            }

            _lane = ThreadLanes.Open(bolt.Pipeline);
        }

        if (_lane is not null)
        {
            _lane.Sample.Begin();
            return;
        }

        _forwarded = ForwardedEvent.Rent(info);
        _forwarded.Sample.Begin();
    }

    /// <summary>Opens a record at the event's own level, where a lane of the thread's may be at hand.</summary>
    /// <param name="logger">The logger; not null.</param>
    /// <param name="info">The event.</param>
    /// <param name="lane">A lane of the thread's, of whichever factory; or null.</param>
    internal EventWriter(ILogger logger, LogEventInfo info, Lane? lane)
    {
        _logger = logger;
        _info = info;
        _level = info.Level;
        if (lane is not null && logger is BoltLogger { Gate.Audience: null } bolt && (_lane = ThreadLanes.Open(bolt.Pipeline, lane)) is { } opened)
            opened.Sample.Begin();
        else
            Open(logger);
    }

    /// <summary>Opens the record wherever the logger leads.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Open(ILogger logger) => this = new EventWriter(logger, _info, _level);

    /// <summary>The logger of Bolt's that a host's <c>ILogger&lt;T&gt;</c> stands for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static BoltLogger? Behind(ILogger logger) => (logger as CategoryLogger)?.Direct;

    /// <summary>Opens the record where it is wanted: in a lane, by the host's other providers, or both.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Open(BoltLogger bolt, CategoryAudience audience)
    {
        if (audience.IncludesBolt(_level))
            _lane = ThreadLanes.Open(bolt.Pipeline);

        bool isForOthers = audience.IncludesOthers(_level);
        if (_lane is not null)
        {
            _lane.Sample.Begin();
            if (!isForOthers)
                return;

            _hasExtras = true;
        }
        else if (isForOthers)
        {
            _logger = audience.Others!;
        }

        _forwarded = ForwardedEvent.Rent(_info);
        if (_lane is null)
            _forwarded.Sample.Begin();
    }

    /// <summary>Where values without a bounded width are encoded before <see cref="Begin"/>.</summary>
    public readonly ValueBuffer Values => _lane is not null ? _lane.Values : _forwarded!.Values;

    /// <summary>Whether the record goes to a provider that is not Bolt's, or to Bolt behind another <see cref="ILogger"/>: then the typed values are wanted too.</summary>
    public readonly bool IsForwarded => _forwarded is not null;

    /// <summary>Whether there are filters or enrichers, which <see cref="RunHooks"/> is to run before anything is encoded.</summary>
    public readonly bool HasHooks => _lane is not null && _lane.Pipeline.Hooks is not null;

    /// <summary>Runs the filters and enrichers. False: nobody wants the record; nothing more is to be called.</summary>
    /// <param name="slots">The values of the fields, in the order of the event's keys; empty slots for those that are not shown. Fewer than keys: the rest is not shown.</param>
    /// <param name="exception">The exception, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool RunHooks(scoped ReadOnlySpan<FieldSlot> slots, Exception? exception)
    {
        Lane lane = _lane!;
        BoltLogger logger = Unsafe.As<BoltLogger>(_logger);
        return AfterHooks(lane, lane.Pipeline.Hooks!.Run(lane, new RecordView(logger, _info, _level, exception, slots), logger, _info.Keys));
    }

    /// <summary>As <see cref="RunHooks"/>, of a call whose values are objects.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="exception">The exception, or null.</param>
    internal bool RunHooksOn(IReadOnlyList<KeyValuePair<string, object?>> fields, Exception? exception)
    {
        Lane lane = _lane!;
        BoltLogger logger = Unsafe.As<BoltLogger>(_logger);
        return AfterHooks(lane, lane.Pipeline.Hooks!.Run(lane, new RecordView(logger, _level, _info.EventId, exception, fields), logger, _info.Keys));
    }

    private bool AfterHooks(Lane lane, bool isWanted)
    {
        if (isWanted)
        {
            _hasExtras |= lane.Extras.EnrichedEnd > lane.Extras.EnrichedStart;
            return true;
        }

        LeaveLane(lane);
        return _forwarded is not null;
    }

    /// <summary>Whether caller-info parameters become the part <c>call_site</c> (true) or ordinary fields (false).</summary>
    public readonly bool WritesCallSite => _lane is not null && (_lane.Pipeline.Include & RecordParts.CallSite) != 0;

    /// <summary>Whether a record of this level would be written.</summary>
    /// <param name="logger">The logger; of null, nothing is.</param>
    /// <param name="level">The level.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsEnabled([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] ILogger? logger, LogLevel level)
    {
        if (logger is BoltLogger bolt)
            return bolt.Gate.Admits(level);

        return logger is not null && IsEnabledElsewhere(logger, level);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsEnabledElsewhere(ILogger logger, LogLevel level) =>
        Behind(logger) is { } bolt ? bolt.Gate.Admits(level) : logger.IsEnabled(level);

    /// <summary>Sets the part <c>call_site</c>; before <see cref="Begin"/>, and only where <see cref="WritesCallSite"/>.</summary>
    /// <param name="file">The file's path, of which the last segment is written, or null.</param>
    /// <param name="line">The line, or 0.</param>
    /// <param name="member">The member's name, or null.</param>
    public void CallSite(string? file, int line, string? member)
    {
        _hasExtras = true;
        _lane!.Extras.SetCallSite(file, line, member);
    }

    /// <summary>Bytes to reserve for a string as a JSON value, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    /// <param name="value">The string, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Width(string? value) =>
        value is null ? Utf8Json.NullWidth : value.Length <= Utf8Json.ShortLength ? Utf8Json.ShortWidth(value.Length) : LongWidth(value);

    /// <summary>Bytes to reserve for text as a JSON string, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    /// <param name="value">The text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Width(scoped ReadOnlySpan<char> value) =>
        value.Length <= Utf8Json.ShortLength ? Utf8Json.ShortWidth(value.Length) : LongWidth(value);

    /// <summary>Bytes to reserve for UTF-8 text as a JSON string, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    /// <param name="value">The text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int WidthUtf8(scoped ReadOnlySpan<byte> value) =>
        value.Length <= Utf8Json.ShortLength ? Utf8Json.ShortWidth(value.Length) : LongWidthUtf8(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int LongWidth(scoped ReadOnlySpan<char> value)
    {
        int width = Utf8Json.Width(value, out bool truncated);
        if (truncated)
            Values.Truncate();

        return width;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly int LongWidthUtf8(scoped ReadOnlySpan<byte> value)
    {
        int width = Utf8Json.WidthUtf8(value, out bool truncated);
        if (truncated)
            Values.Truncate();

        return width;
    }

    /// <summary>
    /// Reserves room for the fields and the message and writes the record's head. A null reference: the record is dropped, and
    /// counted; nothing more is to be called.
    /// </summary>
    /// <param name="width">Bytes of all fields with their keys, and of the message, at their widest.</param>
    /// <param name="exception">The exception to write, or null.</param>
    public ref byte Begin(int width, Exception? exception = null)
    {
        Lane? lane = _lane;
        if (lane is null)
        {
            _forwarded!.Exception = exception;
            _start = _forwarded.Reserve(width + Overhead);
            return ref *_start;
        }

        LogPipeline pipeline = lane.Pipeline;
        BoltLogger logger = Unsafe.As<BoltLogger>(_logger);
        int size = width + Overhead;
        if (exception is not null || pipeline.HasExtras || _hasExtras)
        {
            _hasExtras = true;
            lane.Extras.Append(lane.Values, logger, _info.Keys, exception);
            size += lane.Extras.Length;
        }

        RecordHead? head = _info.HeadFor(logger, _level);
        if (head is null)
            return ref BeginUnkept(lane, logger, size, width, exception);

        size += head.Length;
        byte* start = lane.Room(size, _level);
        if (start is null)
            return ref Dropped(lane, width, exception);

        _start = start;
        ref byte p = ref BeginTime(ref *start, lane, pipeline);
        ref byte from = ref MemoryMarshal.GetArrayDataReference(head.Bytes);
        nuint length = (uint)head.Length;
        nuint i = 0;
        do
        {
            Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref p, i);
            i += RecordHead.CopyStep;
        }
        while (i < length);
        p = ref Unsafe.Add(ref p, length);
        if (_hasExtras)
            p = ref Scopes(ref p, lane, exception);

        return ref p;
    }

    private readonly ref byte Scopes(ref byte p, Lane lane, Exception? exception)
    {
        p = ref Value(ref p, lane.Extras.ScopesStart, lane.Extras.ScopesEnd);
        if (lane.Pipeline.Hooks is not null)
            p = ref Value(ref p, lane.Extras.EnrichedStart, lane.Extras.EnrichedEnd);

        _forwarded?.BeginBeside(_start, (byte*)Unsafe.AsPointer(ref p), exception);
        return ref p;
    }

    /// <summary>Begins a record of a logger that keeps no head for the event, so that it is made anew.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref byte BeginUnkept(Lane lane, BoltLogger logger, int size, int width, Exception? exception)
    {
        ValueBuffer values = lane.Values;
        int headStart = values.Position;
        RecordHead.Append(values, logger, _level, _info.EventId, _info.HasId, _info.Keys);
        int headEnd = values.Position;
        size += headEnd - headStart;
        byte* start = lane.Room(size, _level);
        if (start is null)
            return ref Dropped(lane, width, exception);

        _start = start;
        ref byte p = ref BeginTime(ref *start, lane, lane.Pipeline);
        p = ref Value(ref p, headStart, headEnd);
        if (_hasExtras)
            p = ref Scopes(ref p, lane, exception);

        return ref p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte BeginTime(ref byte p, Lane lane, LogPipeline pipeline)
    {
        long reading = _reading = pipeline.Clock.Now();
        if ((pipeline.Include & RecordParts.Timestamp) == 0)
            return ref p;

        return ref lane.TimeText.Write(ref p, reading);
    }

    /// <summary>Ends a record that Bolt has no room for; where other providers want the event, it goes on for them alone.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ref byte Dropped(Lane lane, int width, Exception? exception)
    {
        _forwarded?.Values.CopyFrom(lane.Values);
        LeaveLane(lane);
        if (_forwarded is null)
            return ref Unsafe.NullRef<byte>();

        return ref Begin(width, exception);
    }

    /// <summary>Writes nothing to Bolt; where other providers want the event, it goes on for them alone.</summary>
    private void LeaveLane(Lane lane)
    {
        if (lane.Sample.IsOn)
            lane.Sample.End();

        lane.Values.Reset();
        lane.Shut();
        if (_forwarded is null)
            return;

        _logger = Unsafe.As<BoltLogger>(_logger).Gate.Audience?.Others ?? _logger;
        _lane = null;
    }

    /// <summary>Copies a value from <see cref="Values"/>, by its positions there.</summary>
    /// <param name="p">Where to.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="end">Where it ends.</param>
    public readonly ref byte Value(ref byte p, int start, int end) => ref Utf8Json.Copy(ref p, ref Values.At(start), (nuint)(end - start));

    /// <summary>Copies a value from <see cref="Values"/> into the message: the content of a string, the text of anything else.</summary>
    /// <remarks>Width: 2 * (end - start).</remarks>
    /// <param name="p">Where to.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="end">Where it ends.</param>
    public readonly ref byte Text(ref byte p, int start, int end)
    {
        if (start == end)
            return ref p;

        ref byte from = ref Values.At(start);
        if (from is (byte)'{' or (byte)'[')
            return ref Utf8Json.CopyEscaped(ref p, ref from, (nuint)(end - start));

        return ref Utf8Json.Text(ref p, ref from, ref Unsafe.Add(ref from, end - start));
    }

    /// <summary>Writes what stands between the fields and the message, up to and including the message's opening quote.</summary>
    /// <param name="p">Where the fields end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Tail(ref byte p)
    {
        Lane? lane = _lane;
        if (lane is not null)
        {
            if (_hasExtras || lane.Values.Truncated || (lane.Pipeline.HasTraceContext && Activity.Current is not null))
                p = ref TailExtras(ref p, lane);

            p = ref Utf8Json.Literal(ref p, ",\"message\":\""u8);
        }

        _message = (byte*)Unsafe.AsPointer(ref p);
        return ref p;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly ref byte TailExtras(ref byte p, Lane lane)
    {
        _forwarded?.EndFields((byte*)Unsafe.AsPointer(ref p));
        if (_hasExtras)
            p = ref Value(ref p, lane.Extras.TailStart, lane.Extras.TailEnd);

        if (lane.Pipeline.HasTraceContext)
            p = ref TraceContext.Write(ref p);

        if (lane.Values.Truncated)
            p = ref Utf8Json.Literal(ref p, ",\"truncated\":true"u8);

        return ref p;
    }

    /// <summary>Gives a typed value to other providers, under its key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    public readonly void Forward<T>(string key, T value) => _forwarded!.Add(key, value);

    /// <summary>Gives the JSON value at [<paramref name="from"/>, <paramref name="to"/>) to other providers as a string, made only if somebody reads it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="from">Where the value starts in the record.</param>
    /// <param name="to">Where it ends.</param>
    public readonly void ForwardText(string key, ref byte from, ref byte to) => _forwarded!.AddText(key, ref from, ref to);

    /// <summary>Gives a typed value that is held already to other providers.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its holder, which the event gives back.</param>
    internal readonly void ForwardHeld(string key, ForwardedValue value) => _forwarded!.Add(key, value);

    /// <summary>Ends the message and publishes the record, or passes it to the logger behind.</summary>
    /// <param name="p">Where the message ends.</param>
    public void Commit(ref byte p)
    {
        Lane? lane = _lane;
        if (lane is null)
        {
            _forwarded!.Send(_logger, _level, _start, _message, (byte*)Unsafe.AsPointer(ref p));
            return;
        }

        if (_hasExtras && _forwarded is not null)
            SendBeside(lane, (byte*)Unsafe.AsPointer(ref p));

        Unsafe.WriteUnaligned(ref p, BitConverter.IsLittleEndian ? 0x000A_7D22u : 0x227D_0A00u);
        byte* end = (byte*)Unsafe.AsPointer(ref p) + 3;
        if (end - _start > LimitsFrom)
            end = RecordLimits.Apply(lane, _start, _message, end);

        if (lane.Values.IsUsed)
            lane.Values.Reset();

        lane.Counts.Add(_level, in _info.FieldCounts);
        if (lane.Sample.IsOn)
        {
            PublishMeasured(lane, _info, _level, _start, end, _reading);
            return;
        }

        Publish(lane, _level, _start, end, _reading);
    }

    /// <summary>Gives the event to the host's other providers while its bytes are still this thread's; their time and memory are not measured as Bolt's.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void SendBeside(Lane lane, byte* end)
    {
        long ticks = lane.Sample.IsOn ? lane.Sample.EndPart(_info) : 0;
        using (ExpectedAllocations.For(ExpectedAllocation.Provider))
        {
            if (Unsafe.As<BoltLogger>(_logger).Gate.Audience?.Others is { } others)
                _forwarded!.SendBeside(others, _level, _message, end);
        }

        if (ticks > 0)
            lane.Sample.Continue(ticks);
    }

    /// <summary>As <see cref="Publish"/>, for one call in many.</summary>
    /// <param name="lane">The thread's lane.</param>
    /// <param name="info">The event; null of a record that others' code helped to make.</param>
    /// <param name="level">The record's level.</param>
    /// <param name="start">Where the record starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="reading">The clock's reading.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void PublishMeasured(Lane lane, LogEventInfo? info, LogLevel level, byte* start, byte* end, long reading)
    {
        lane.Sample.Encoded(info);
        Publish(lane, level, start, end, reading);
        lane.Sample.End();
    }

    /// <summary>Hands a finished record over, by the way of the factory's delivery.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Publish(Lane lane, LogLevel level, byte* start, byte* end, long reading)
    {
        if (lane.Pipeline.IsSynchronous)
        {
            PublishNow(lane, level, start, end, reading);
            return;
        }

        lane.Publish(end, reading);
        lane.Shut();
        if (level >= LogLevel.Error || Flusher.IsSleeping)
            lane.Pipeline.AfterPublish(level);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PublishNow(Lane lane, LogLevel level, byte* start, byte* end, long reading)
    {
        LogPipeline pipeline = lane.Pipeline;
        if (lane.Inside.IsActive)
        {
            lane.Publish(end, reading);
            lane.Shut();
            Flusher.Wake();
            return;
        }

        pipeline.Delivery.WriteNow(lane, start, (int)(end - start));
        lane.Shut();
        if (level == LogLevel.Critical)
            pipeline.AfterPublish(level);
    }
}
