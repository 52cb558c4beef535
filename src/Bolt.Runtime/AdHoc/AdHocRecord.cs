using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// The fields of an ad-hoc call, and where in them the message has its values, while its string is being built: in memory of its own,
/// since meanwhile the holes' code runs, and may log, wait, or throw.
/// </summary>
/// <remarks>
/// Used by one thread, which has as many as it builds at once. One that is never written, because a hole threw, stays open until the thread
/// forgets it.
/// </remarks>
[ZeroAlloc]
internal sealed class AdHocRecord
{
    /// <summary>How many a thread keeps. Those that no hole will write any more are among them.</summary>
    private const int Kept = 8;

    private const int FirstHoles = 16;

    /// <summary>For loggers that are not Bolt's.</summary>
    [ThreadStatic]
    private static AdHocRecord? t_elsewhere;

    /// <summary>The fields as they will stand in the record: <c>,"key":value</c> each.</summary>
    private readonly ValueBuffer _fields;

    /// <summary>The text of holes that the message does not show as the field is written, escaped; null until there is one.</summary>
    private ValueBuffer? _texts;

    private readonly List<ForwardedField> _forwarded;

    /// <summary>The lane of the thread's that it belongs to; null if it is for other loggers.</summary>
    private readonly Lane? _lane;
    private readonly AdHocRecord? _older;
    private readonly int _olderCount;
    private AdHocFields? _shown;
    private HoleText[] _holes;
    private int _holeCount;
    private bool _isOpen;

    /// <summary>Whether the typed values are held, for other providers, filters and enrichers.</summary>
    private bool _holdsValues;

    /// <summary>The names under which no value is written; null for none.</summary>
    private RedactedNames? _names;

    /// <summary>Whether a field is all that there is to write of a value.</summary>
    private bool _isPlain;

    [AllowAllocation("Made until the thread has as many as it uses at once.")]
    private AdHocRecord(Lane? lane, AdHocRecord? older)
    {
        if (older is not null && older._olderCount < Kept)
            (_older, _olderCount) = (older, older._olderCount + 1);

        _lane = lane;
        _fields = new ValueBuffer { Report = lane?.Pipeline.ReportError };
        if (lane is not null)
            _fields.Settings = lane.Pipeline.Redaction;

        _forwarded = [];
        _holes = new HoleText[FirstHoles];
    }

    private ValueBuffer Texts => _texts ?? MakeTexts();

    /// <summary>Begins a record; null if nobody wants it after all.</summary>
    /// <param name="logger">The logger, which has said that the level is enabled.</param>
    /// <param name="level">The level.</param>
    internal static AdHocRecord? Begin(ILogger logger, LogLevel level)
    {
        BoltLogger? bolt = logger as BoltLogger ?? EventWriter.Behind(logger);
        if (bolt is { Gate.Audience: null } && ThreadLanes.Last(bolt.Pipeline) is { AdHoc: { _isOpen: false } record })
        {
            record.Open(bolt.Pipeline.Hooks is not null);
            return record;
        }

        return BeginElsewhere(level, bolt);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AdHocRecord? BeginElsewhere(LogLevel level, BoltLogger? bolt)
    {
        CategoryAudience? audience = bolt?.Gate.Audience;

        // The level is the least that anybody wants; a filter may say otherwise.
        if (audience is not null && !audience.IsEnabled(level))
            return null;

        AdHocRecord record;
        if (bolt is null)
        {
            record = Free(ref t_elsewhere, null);
        }
        else
        {
            // The lane that the record will be written to, most likely.
            if (ThreadLanes.Open(bolt.Pipeline) is not { } lane)
                return null;

            lane.Shut();
            record = Free(ref lane.AdHoc, lane);
        }

        record.Open(bolt is null || audience is not null || bolt.Pipeline.Hooks is not null);
        return record;
    }

    private void Open(bool holdsValues)
    {
        _isOpen = true;
        _holdsValues = holdsValues;
        _names = _fields.Settings.Names;
        _isPlain = !holdsValues && _names is null;
    }

    /// <summary>A record that is not being built: by a call around this one, or by one whose hole threw.</summary>
    [AllowAllocation("Made until the thread has as many as it uses at once.")]
    private static AdHocRecord Free(ref AdHocRecord? last, Lane? lane)
    {
        for (AdHocRecord? record = last; record is not null; record = record._older)
        {
            if (!record._isOpen)
                return record;
        }

        using (ExpectedAllocations.For(ExpectedAllocation.Thread))
            return last = new AdHocRecord(lane, last);
    }

    internal TemplatePiece Value<T>(TemplatePiece at, T value, string name)
    {
        at = at.ThenHole(name, FieldKinds.Of<T>());
        if ((typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(double) || typeof(T) == typeof(bool)) && IsPlain(at))
        {
            ref byte from = ref ReserveField(at, Utf8Json.DoubleWidth, out int begin);
            ref byte to = ref from;
            if (typeof(T) == typeof(int))
                to = ref Utf8Json.Value(ref from, Unsafe.As<T, int>(ref value));
            else if (typeof(T) == typeof(long))
                to = ref Utf8Json.Value(ref from, Unsafe.As<T, long>(ref value));
            else if (typeof(T) == typeof(double))
                to = ref Utf8Json.Value(ref from, Unsafe.As<T, double>(ref value));
            else
                to = ref Utf8Json.Value(ref from, Unsafe.As<T, bool>(ref value));

            return EndPlain(at, ref from, ref to, begin);
        }

        if (IsRedacted(at))
            return Redacted(at);

        int start = BeginField(at);
        _fields.Argument(ref value);

        if (_holdsValues)
            Forward(at, value, start);

        return End(at, start);
    }

    internal TemplatePiece Value<T>(TemplatePiece at, T value, int alignment, string? format, string name)
    {
        at = at.ThenHole(name, alignment, format, FieldKinds.Of<T>());
        if (IsRedacted(at))
            return Redacted(at);

        int start = BeginField(at);
        if (typeof(T) == typeof(byte[]))
        {
            Bytes(at, Unsafe.As<T, byte[]?>(ref value));
        }
        else
        {
            _fields.Argument(ref value);
            if (at.Format is not null)
                return Formatted(at, ref value, value, start);
        }

        if (_holdsValues)
            Forward(at, value, start);

        return End(at, start);
    }

    internal TemplatePiece Nullable<T>(TemplatePiece at, T? value, int alignment, string? format, string name)
        where T : struct
    {
        at = at.ThenHole(name, alignment, format, FieldKinds.Of<T>());
        if (IsRedacted(at))
            return Redacted(at);

        int start = BeginField(at);
        if (value.HasValue)
        {
            T present = value.GetValueOrDefault();
            _fields.Argument(ref present);
            if (at.Format is not null)
                return Formatted(at, ref present, value, start);
        }
        else
        {
            _fields.Null();
        }

        if (_holdsValues)
            Forward(at, value, start);

        return End(at, start);
    }

    internal TemplatePiece Text(TemplatePiece at, string? value, string name)
    {
        at = at.ThenHole(name, FieldKind.Text);
        if (value is { Length: <= Utf8Json.ShortLength } && IsPlain(at))
        {
            ref byte from = ref ReserveField(at, Utf8Json.ShortWidth(value.Length), out int begin);
            return EndPlain(at, ref from, ref Utf8Json.Value(ref from, value.AsSpan()), begin);
        }

        if (IsRedacted(at))
            return Redacted(at);

        int start = BeginField(at);
        _fields.Value(value);

        if (_holdsValues)
            Forward(at, value, start);

        return End(at, start);
    }

    [AllowAllocation("Made until the thread has as many as it uses at once.")]
    private ValueBuffer MakeTexts()
    {
        using (ExpectedAllocations.For(ExpectedAllocation.Thread))
            _texts = new ValueBuffer { Report = _fields.Report };

        if (_lane is not null)
            _texts.Settings = _lane.Pipeline.Redaction;

        return _texts;
    }

    internal TemplatePiece Span(TemplatePiece at, ReadOnlySpan<char> value, int alignment, string? format, string name)
    {
        at = at.ThenHole(name, alignment, format, FieldKind.Text);
        if (IsRedacted(at))
            return Redacted(at);

        int start = BeginField(at);
        _fields.Value(value);
        return EndText(at, start);
    }

    internal TemplatePiece Utf8(TemplatePiece at, ReadOnlySpan<byte> value, int alignment, string? format, string name)
    {
        at = at.ThenHole(name, alignment, format, FieldKind.Text);
        if (IsRedacted(at))
            return Redacted(at);

        int start = BeginField(at);
        _fields.Utf8(value);
        return EndText(at, start);
    }

    /// <summary>Logs what has been built.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="end">The last piece of the template.</param>
    /// <param name="exception">The exception to write, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Write(ILogger logger, TemplatePiece end, Exception? exception)
    {
        AdHocTemplate template = end.Template;
        if (_lane is not null && logger is not BoltLogger)
            logger = EventWriter.Behind(logger) ?? logger;

        var writer = new EventWriter(logger, template.Event, _lane);
        if (_holdsValues && writer.HasHooks && !RunHooks(ref writer, template.Event.Keys, exception))
        {
            End();
            return;
        }

        ValueBuffer fields = _fields;
        int length = fields.Position;

        // A value in the message is at most twice as long as in its field.
        int width = (3 * length) + template.TextWidth;
        if (fields.Truncated)
            writer.Values.Truncated = true;

        if (_texts is { IsUsed: true } texts)
        {
            width += texts.Position;
            writer.Values.Truncated |= texts.Truncated;
        }

        ref byte p = ref writer.Begin(width, exception);
        if (!Unsafe.IsNullRef(ref p))
        {
            ref byte start = ref p;
            p = ref Utf8Json.Copy(ref p, ref fields.At(0), (nuint)length);
            p = ref Message(ref writer.Tail(ref p), template.Texts);
            if (_holdsValues && writer.IsForwarded)
                PassOn(ref writer, template.Event.Keys, ref start);

            writer.Commit(ref p);
        }

        End();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void End()
    {
        _fields.Reset();
        if (_texts is { IsUsed: true } texts)
            texts.Reset();

        if (_holdsValues)
            Forget();

        _holeCount = 0;
        _isOpen = false;
    }

    /// <summary>How many typed values are held.</summary>
    internal int HeldCount => _forwarded.Count;

    /// <summary>A value that is held, as an object; of a span, its text.</summary>
    [AllowAllocation("A filter or an enricher asks for a value whose type only the call knows.")]
    internal object? Held(int index)
    {
        ForwardedField field = _forwarded[index];
        return field.Value is { } value ? value.Read() : JsonText.Unescape(_fields[field.Start + 1, field.End - 1]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Made once for each record of the thread's, where there are filters or enrichers.")]
    private bool RunHooks(ref EventWriter writer, string[] keys, Exception? exception)
    {
        if (_shown is null)
        {
            using (ExpectedAllocations.For(ExpectedAllocation.Thread))
                _shown = new AdHocFields(this);
        }

        _shown.Keys = keys;
        return writer.RunHooksOn(_shown, exception);
    }

    /// <summary>Writes the message: text and holes in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte Message(ref byte p, ConstantBytes[] texts)
    {
        HoleText[] holes = _holes;
        ref byte fields = ref _fields.At(0);
        for (int i = 0; ; i++)
        {
            p = ref texts[i].CopyTo(ref p);
            if (i + 1 >= texts.Length || i >= holes.Length)
                return ref p;

            HoleText hole = holes[i];
            if (hole.Start < 0)
            {
                p = ref Utf8Json.Copy(ref p, ref _texts!.At(~hole.Start), (nuint)hole.Length);
                continue;
            }

            ref byte value = ref Unsafe.Add(ref fields, hole.Start);
            if (value is (byte)'{' or (byte)'[')
                p = ref Utf8Json.CopyEscaped(ref p, ref value, (nuint)hole.Length);
            else
                p = ref Utf8Json.Text(ref p, ref value, ref Unsafe.Add(ref value, hole.Length));
        }
    }

    /// <summary>Writes a field's key; returns where its value starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BeginField(TemplatePiece at)
    {
        _fields.Advance(ref at.Bytes.CopyTo(ref _fields.Reserve(at.Bytes.Width)));
        return _fields.Position;
    }

    /// <summary>Whether the hole's field is all that there is to write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsPlain(TemplatePiece at) => at.IsField && _isPlain;

    /// <summary>Whether the hole's value is not to be written, for its name.</summary>
    private bool IsRedacted(TemplatePiece at) => _names is { } names && at.IsNamedBy(names);

    /// <summary>Writes what stands for a value that is not to be written, for all who get the call.</summary>
    private TemplatePiece Redacted(TemplatePiece at)
    {
        int start = BeginField(at);
        _fields.Literal("\"***\""u8);
        return EndText(at, start);
    }

    /// <summary>Writes a field's key and reserves room for its value; returns where that starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte ReserveField(TemplatePiece at, int width, out int start)
    {
        ValueBuffer fields = _fields;
        start = fields.Position + at.Bytes.Length;
        return ref at.Bytes.CopyTo(ref fields.Reserve(at.Bytes.Width + width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TemplatePiece EndPlain(TemplatePiece at, ref byte from, ref byte to, int start)
    {
        _fields.Advance(ref to);
        Add(new HoleText(start, (int)Unsafe.ByteOffset(ref from, ref to)));
        return at;
    }

    /// <summary>Ends a hole whose value is encoded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TemplatePiece End(TemplatePiece at, int start)
    {
        if (!at.IsField || at.Alignment != 0)
            return EndApart(at, start);

        Add(new HoleText(start, _fields.Position - start));
        return at;
    }

    /// <summary>Ends a hole that the message shows otherwise than its field is written: aligned, or the same variable once more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private TemplatePiece EndApart(TemplatePiece at, int start)
    {
        ValueBuffer texts = Texts;
        int text = texts.Position;
        texts.TextOf(_fields, start, at.Alignment);
        return EndApart(at, start, texts, text);
    }

    private TemplatePiece EndApart(TemplatePiece at, int start, ValueBuffer texts, int text)
    {
        if (!at.IsField)
            _fields.TakeBack(start);

        Add(new HoleText(~text, texts.Position - text));
        return at;
    }

    private TemplatePiece EndText(TemplatePiece at, int start)
    {
        if (_holdsValues && at.IsField)
            _forwarded.Add(new ForwardedField(null, start, _fields.Position));

        return End(at, start);
    }

    private TemplatePiece Formatted<T, TForwarded>(TemplatePiece at, ref T value, TForwarded forwarded, int start)
    {
        if (_holdsValues)
            Forward(at, forwarded, start);

        ValueBuffer texts = Texts;
        int text = texts.Position;
        texts.Format(value, at.Format, at.Alignment);
        return EndApart(at, start, texts, text);
    }

    /// <summary>Of bytes alone the format says something of the field too.</summary>
    private void Bytes(TemplatePiece at, byte[]? value)
    {
        if (at.Format is "x")
            _fields.Hex(value);
        else
            _fields.Base64(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(HoleText text)
    {
        HoleText[] holes = _holes;
        int count = _holeCount;
        if ((uint)count >= (uint)holes.Length)
            holes = MoreHoles();

        holes[count] = text;
        _holeCount = count + 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Made until the thread's record has room for the most holes of a call.")]
    private HoleText[] MoreHoles()
    {
        using (ExpectedAllocations.For(ExpectedAllocation.Thread))
            Array.Resize(ref _holes, _holes.Length * 2);

        return _holes;
    }

    private void Forward<T>(TemplatePiece at, T value, int start)
    {
        if (at.IsField)
            _forwarded.Add(new ForwardedField(ForwardedValue<T>.Rent(value), start, _fields.Position));
    }

    /// <summary>Gives the typed values to the other providers.</summary>
    private void PassOn(ref EventWriter writer, string[] keys, ref byte fields)
    {
        // None where a provider was added while the string was built.
        int count = Math.Min(_forwarded.Count, keys.Length);
        for (int i = 0; i < count; i++)
        {
            ForwardedField field = _forwarded[i];
            if (field.Value is { } value)
                writer.ForwardHeld(keys[i], value);
            else
                writer.ForwardText(keys[i], ref Unsafe.Add(ref fields, field.Start), ref Unsafe.Add(ref fields, field.End));
        }

        _forwarded.Clear();
    }

    private void Forget()
    {
        foreach (ForwardedField field in _forwarded)
            field.Value?.Return();

        _forwarded.Clear();
    }

    /// <summary>Where the text of a hole stands: among the fields, or, where the start is negative, at its complement apart from them.</summary>
    private readonly record struct HoleText(int Start, int Length);

    /// <summary>A field for other providers: the value, or, of a span, where its JSON stands among the fields.</summary>
    private readonly record struct ForwardedField(ForwardedValue? Value, int Start, int End);
}
