using System.Collections;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// An event on its way through an <see cref="ILogger"/> that is not Bolt's own: one state, reused by its thread, that holds the
/// fields and the message already encoded, for a Bolt provider behind that logger, and the typed values, for every other.
/// </summary>
/// <remarks>
/// As with every state of Microsoft.Extensions.Logging, it may be read during the <c>Log</c> call only. One type for all events: no
/// generic instantiation per message.
/// </remarks>
internal sealed unsafe class ForwardedEvent : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const int KeptRecord = 128 * 1024;

    private static readonly Func<ForwardedEvent, Exception?, string> s_formatter = static (state, _) => state.ToString();

    [ThreadStatic]
    private static ForwardedEvent? t_free;

    private readonly List<ForwardedValue> _fields = [];
    private readonly List<string> _keys = [];
    private ForwardedEvent? _nextFree;
    private byte* _record;
    private int _capacity;

    /// <summary>Where the encoded text lies: in memory of its own, or, beside a record of Bolt's, in that record.</summary>
    private byte* _text;
    private int _fieldsStart;
    private int _messageStart;
    private LogEventInfo _info = null!;

    private ForwardedEvent()
    {
    }

    ~ForwardedEvent() => NativeMemory.Free(_record);

    internal ValueBuffer Values { get; } = new();

    internal LogEventInfo Info => _info;

    internal Exception? Exception;

    /// <summary>Measures the encoding; the Bolt provider behind the logger goes on with it.</summary>
    internal CallSample Sample = new(Environment.CurrentManagedThreadId);

    /// <summary>How long the encoding took, in ticks of <see cref="Stopwatch"/>; 0 where it was not measured.</summary>
    internal long EncodingTicks { get; private set; }

    /// <summary>The fields, encoded: <c>,"key":value</c> each.</summary>
    internal ReadOnlySpan<byte> FieldsJson => new(_text + _fieldsStart, FieldsLength);

    /// <summary>The message, escaped, without its quotes.</summary>
    internal ReadOnlySpan<byte> MessageJson => new(_text + _messageStart, MessageLength);

    internal int FieldsLength { get; private set; }

    internal int MessageLength { get; private set; }

    /// <inheritdoc/>
    public int Count => _fields.Count + 1;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => index == _fields.Count
        ? new KeyValuePair<string, object?>("{OriginalFormat}", _info.Template)
        : new KeyValuePair<string, object?>(_keys[index], _fields[index].Read(this));

    [AllowAllocation("Made until the thread has as many as it uses at once.")]
    internal static ForwardedEvent Rent(LogEventInfo info)
    {
        ForwardedEvent? state = t_free;
        if (state is null)
        {
            using (ExpectedAllocations.For(ExpectedAllocation.Thread))
                state = new ForwardedEvent();
        }
        else
        {
            t_free = state._nextFree;
        }

        state._info = info;
        return state;
    }

    internal byte* Reserve(int size)
    {
        if (_capacity < size)
        {
            NativeMemory.Free(_record);
            _record = null;
            _record = (byte*)NativeMemory.Alloc((nuint)size);
            _capacity = size;
        }

        _text = _record;
        return _record;
    }

    /// <summary>Takes its text from a record of Bolt's that is being written, and is valid until that is published.</summary>
    /// <param name="record">Where the record starts.</param>
    /// <param name="fields">Where its fields start.</param>
    /// <param name="exception">The event's exception, or null.</param>
    internal void BeginBeside(byte* record, byte* fields, Exception? exception)
    {
        _text = record;
        _fieldsStart = (int)(fields - record);
        Exception = exception;
    }

    /// <summary>Notes where the fields of a record of Bolt's end.</summary>
    internal void EndFields(byte* end) => FieldsLength = (int)(end - _text) - _fieldsStart;

    internal void Add<T>(string key, T value) => Add(key, (ForwardedValue)ForwardedValue<T>.Rent(value));

    internal void Add(string key, ForwardedValue value)
    {
        _keys.Add(key);
        _fields.Add(value);
    }

    internal void AddText(string key, ref byte from, ref byte to)
    {
        int start = (int)((byte*)Unsafe.AsPointer(ref from) - _text);
        int length = (int)Unsafe.ByteOffset(ref from, ref to);
        Add(key, new EncodedText(start, length));
    }

    /// <summary>Passes the event to the logger and ends it.</summary>
    internal void Send(ILogger logger, LogLevel level, byte* start, byte* fieldsEnd, byte* end)
    {
        _fieldsStart = 0;
        FieldsLength = (int)(fieldsEnd - start);
        _messageStart = FieldsLength;
        MessageLength = (int)(end - fieldsEnd);
        EncodingTicks = Sample.IsOn ? Sample.EndPart(_info) : 0;
        Send(logger, level);
    }

    /// <summary>Passes the event of a record of Bolt's to the other providers, and ends it.</summary>
    internal void SendBeside(ILogger others, LogLevel level, byte* message, byte* end)
    {
        _messageStart = (int)(message - _text);
        MessageLength = (int)(end - message);
        EncodingTicks = 0;
        Send(others, level);
    }

    private void Send(ILogger logger, LogLevel level)
    {
        try
        {
            // A Bolt logger gets here only when its factory is disposed: then logging does nothing.
            if (logger is not BoltLogger)
                logger.Log(level, _info.EventId, this, Exception, s_formatter);
        }
        catch (Exception exception)
        {
            // A log call does not throw, whatever the provider behind it does; and there is no factory of Bolt's here to report to.
            Trace.TraceError("A logging provider failed on event '{0}': {1}", _info.EventId.Name ?? _info.Template, exception);
        }
        finally
        {
            End();
        }
    }

    /// <summary>The text of an encoded value: the inside of a string, null for <c>null</c>, anything else as it stands.</summary>
    internal string? Decode(EncodedText text)
    {
        ReadOnlySpan<byte> json = new(_text + text.Start, text.Length);
        if (json is [(byte)'"', .. var content, (byte)'"'])
            return JsonText.Unescape(content);

        return json.SequenceEqual("null"u8) ? null : JsonText.Unescape(json);
    }

    /// <summary>The formatted message.</summary>
    public override string ToString() => JsonText.Unescape(MessageJson);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void End()
    {
        foreach (ForwardedValue field in _fields)
            field.Return();

        _fields.Clear();
        _keys.Clear();
        Exception = null;
        _text = null;
        FieldsLength = 0;
        MessageLength = 0;
        Values.Reset();
        if (_capacity > KeptRecord)
        {
            NativeMemory.Free(_record);
            _record = null;
            _capacity = 0;
        }

        _nextFree = t_free;
        t_free = this;
    }

    /// <summary>Where a value stands among the encoded fields.</summary>
    internal readonly record struct EncodedText(int Start, int Length);
}
