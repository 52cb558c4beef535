using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// One record being written, by the calling thread. Infrastructure for generated code, in this order: constructor;
/// <see cref="Values"/> for everything without a bounded width; <see cref="Begin"/>, which reserves room once and writes the head;
/// the fields; <see cref="Tail"/>; the message; <see cref="Forward{T}"/> where <see cref="IsForwarded"/>; <see cref="Commit"/>.
/// </summary>
/// <remarks>No member throws. A thread has at most one open record per depth of nesting; a record must be committed by the thread that opened it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe ref struct EventWriter
{
    /// <summary>What <see cref="Begin"/> reserves beyond the head, the widths asked for and the values: the tail at its widest, the end, and room for copies in whole steps.</summary>
    private const int Overhead = 288;

    /// <summary>Records longer than this are looked at for the limits of the message and of the whole record.</summary>
    private const int LimitsFrom = Utf8Json.MaxValueLength;

    private readonly ILogger _logger;
    private readonly LogEventInfo _info;
    private readonly LogLevel _level;
    private readonly ForwardedEvent? _forwarded;
    private readonly Lane? _lane;
    private readonly ValueBuffer _values;
    private byte* _start;
    private byte* _fieldsEnd;
    private byte* _message;
    private long _ticks;

    // Positions in _values: fields of scopes, and what is known of the tail before the record is begun.
    private int _scopesStart;
    private int _scopesEnd;
    private int _tailStart;
    private int _tailEnd;

    private bool _hasCallSite;
    private string? _file;
    private string? _member;
    private int _line;

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
        if (logger is BoltLogger bolt)
        {
            Lane? lane = ThreadLanes.Open(bolt.Pipeline);
            if (lane is not null)
            {
                _lane = lane;
                _values = lane.Values;
                return;
            }
        }

        _forwarded = ForwardedEvent.Rent(info);
        _values = _forwarded.Values;
    }

    /// <summary>Where values without a bounded width are encoded before <see cref="Begin"/>.</summary>
    public readonly ValueBuffer Values => _values;

    /// <summary>Whether the record goes to a provider that is not Bolt's, or to Bolt behind another <see cref="ILogger"/>: then the typed values are wanted too.</summary>
    public readonly bool IsForwarded => _forwarded is not null;

    /// <summary>Whether caller-info parameters become the part <c>call_site</c> (true) or ordinary fields (false).</summary>
    public readonly bool WritesCallSite => _lane is not null && (_lane.Pipeline.Include & RecordParts.CallSite) != 0;

    /// <summary>Whether a record of this level would be written.</summary>
    /// <param name="logger">The logger; of null, nothing is.</param>
    /// <param name="level">The level.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsEnabled([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] ILogger? logger, LogLevel level)
    {
        if (logger is BoltLogger bolt)
            return (int)level >= bolt.Pipeline.MinimumLevel && level != LogLevel.None;

        return logger is not null && IsEnabledElsewhere(logger, level);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsEnabledElsewhere(ILogger logger, LogLevel level) => logger.IsEnabled(level);

    /// <summary>Sets the part <c>call_site</c>; before <see cref="Begin"/>, and only where <see cref="WritesCallSite"/>.</summary>
    /// <param name="file">The file's path, of which the last segment is written, or null.</param>
    /// <param name="line">The line, or 0.</param>
    /// <param name="member">The member's name, or null.</param>
    public void CallSite(string? file, int line, string? member)
    {
        _hasCallSite = true;
        _file = file;
        _line = line;
        _member = member;
    }

    /// <summary>Bytes to reserve for a string as a JSON value, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    /// <param name="value">The string, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Width(string? value) =>
        value is null ? Utf8Json.NullWidth : value.Length <= Utf8Json.ShortLength ? Utf8Json.ShortWidth(value.Length) : LongWidth(value);

    /// <summary>Bytes to reserve for text as a JSON string, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    /// <param name="value">The text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Width(scoped ReadOnlySpan<char> value) =>
        value.Length <= Utf8Json.ShortLength ? Utf8Json.ShortWidth(value.Length) : LongWidth(value);

    /// <summary>Bytes to reserve for UTF-8 text as a JSON string, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    /// <param name="value">The text.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int WidthUtf8(scoped ReadOnlySpan<byte> value) =>
        value.Length <= Utf8Json.ShortLength ? Utf8Json.ShortWidth(value.Length) : LongWidthUtf8(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int LongWidth(scoped ReadOnlySpan<char> value)
    {
        int width = Utf8Json.Width(value, out bool truncated);
        if (truncated)
            _values.Truncate();

        return width;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int LongWidthUtf8(scoped ReadOnlySpan<byte> value)
    {
        int width = Utf8Json.WidthUtf8(value, out bool truncated);
        if (truncated)
            _values.Truncate();

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
        if (exception is not null || pipeline.HasExtras || _hasCallSite)
            AppendExtras(logger, exception);

        int headStart = 0;
        RecordHead? head = _info.HeadFor(logger, _level);
        int headLength;
        if (head is not null)
        {
            headLength = head.Length;
        }
        else
        {
            headStart = _values.Position;
            RecordHead.Append(_values, logger, _level, _info.EventId, _info.HasId, _info.Keys);
            headLength = _values.Position - headStart;
        }

        int size = headLength + (_scopesEnd - _scopesStart) + width + (_tailEnd - _tailStart) + Overhead;
        byte* start = lane.Next;
        if (start + size > lane.Limit)
        {
            start = lane.MakeRoom(size, _level == LogLevel.Critical);
            if (start is null)
            {
                _values.Reset();
                lane.Open = false;
                return ref Unsafe.NullRef<byte>();
            }
        }

        _start = start;
        long ticks = _ticks = pipeline.Clock.Now();
        ref byte p = ref *start;
        if ((pipeline.Include & RecordParts.Timestamp) != 0)
            p = ref lane.TimeText.Write(ref p, ticks);

        if (head is not null)
        {
            ref byte from = ref MemoryMarshal.GetArrayDataReference(head.Bytes);
            nuint i = 0;
            do
            {
                Vector256.LoadUnsafe(ref from, i).StoreUnsafe(ref p, i);
                i += RecordHead.CopyStep;
            }
            while (i < (uint)headLength);
            p = ref Unsafe.Add(ref p, headLength);
        }
        else
        {
            p = ref Value(ref p, headStart, headStart + headLength);
        }

        if (_scopesEnd != _scopesStart)
            p = ref Value(ref p, _scopesStart, _scopesEnd);

        return ref p;
    }

    /// <summary>Encodes what few records have: fields of scopes, and error, thread id and call site for the tail.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AppendExtras(BoltLogger logger, Exception? exception)
    {
        RecordParts include = logger.Pipeline.Include;
        _scopesStart = _values.Position;
        if (logger.Pipeline.MayHaveScopes)
            ScopeFields.Append(_values, logger, _info.Keys);

        _tailStart = _scopesEnd = _values.Position;
        if (exception is not null)
            ExceptionFields.Append(_values, exception, include);

        if ((include & RecordParts.ThreadId) != 0)
        {
            _values.Literal(",\"thread_id\":"u8);
            _values.Value(Environment.CurrentManagedThreadId);
        }

        if (_hasCallSite)
            CallSiteText.Append(_values, _file, _line, _member);

        _tailEnd = _values.Position;
    }

    /// <summary>Copies a value from <see cref="Values"/>, by its positions there.</summary>
    /// <param name="p">Where to.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="end">Where it ends.</param>
    public readonly ref byte Value(ref byte p, int start, int end) => ref Utf8Json.Copy(ref p, ref _values.At(start), (nuint)(end - start));

    /// <summary>Copies a value from <see cref="Values"/> into the message: the content of a string, the text of anything else.</summary>
    /// <remarks>Width: 2 * (end - start).</remarks>
    /// <param name="p">Where to.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="end">Where it ends.</param>
    public readonly ref byte Text(ref byte p, int start, int end)
    {
        if (start == end)
            return ref p;

        ref byte from = ref _values.At(start);
        if (from is (byte)'{' or (byte)'[')
            return ref Utf8Json.CopyEscaped(ref p, ref from, (nuint)(end - start));

        return ref Utf8Json.Text(ref p, ref from, ref Unsafe.Add(ref from, end - start));
    }

    /// <summary>Writes what stands between the fields and the message, up to and including the message's opening quote.</summary>
    /// <param name="p">Where the fields end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Tail(ref byte p)
    {
        _fieldsEnd = (byte*)Unsafe.AsPointer(ref p);
        Lane? lane = _lane;
        if (lane is null)
            return ref p;

        if (_tailEnd != _tailStart || _values.Truncated || (lane.Pipeline.HasTraceContext && Activity.Current is not null))
            p = ref TailExtras(ref p);

        p = ref Utf8Json.Literal(ref p, ",\"message\":\""u8);
        _message = (byte*)Unsafe.AsPointer(ref p);
        return ref p;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly ref byte TailExtras(ref byte p)
    {
        if (_tailEnd != _tailStart)
            p = ref Value(ref p, _tailStart, _tailEnd);

        if (_lane!.Pipeline.HasTraceContext)
            p = ref TraceContext.Write(ref p);

        if (_values.Truncated)
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

    /// <summary>Ends the message and publishes the record, or passes it to the logger behind.</summary>
    /// <param name="p">Where the message ends.</param>
    public void Commit(ref byte p)
    {
        Lane? lane = _lane;
        if (lane is null)
        {
            _forwarded!.Send(_logger, _level, _start, _fieldsEnd, (byte*)Unsafe.AsPointer(ref p));
            return;
        }

        Unsafe.WriteUnaligned(ref p, BitConverter.IsLittleEndian ? 0x000A_7D22u : 0x227D_0A00u);
        byte* end = (byte*)Unsafe.AsPointer(ref p) + 3;
        if (end - _start > LimitsFrom)
            end = RecordLimits.Apply(lane, _start, _message, end);

        _values.Reset();
        Publish(lane, _level, _start, end, _ticks);
    }

    /// <summary>Hands a finished record over, by the way of the factory's delivery.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Publish(Lane lane, LogLevel level, byte* start, byte* end, long ticks)
    {
        if (lane.Pipeline.IsSynchronous)
        {
            PublishNow(lane, level, start, end, ticks);
            return;
        }

        lane.Publish(end, ticks);
        lane.Open = false;
        if (level >= LogLevel.Error || Flusher.IsSleeping)
            lane.Pipeline.AfterPublish(level);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PublishNow(Lane lane, LogLevel level, byte* start, byte* end, long ticks)
    {
        LogPipeline pipeline = lane.Pipeline;
        if (InsideLogging.OnThisThread)
        {
            lane.Publish(end, ticks);
            lane.Open = false;
            Flusher.Wake();
            return;
        }

        pipeline.Delivery.WriteNow(lane, start, (int)(end - start));
        lane.Open = false;
        if (level == LogLevel.Critical)
            pipeline.AfterPublish(level);
    }
}
