using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Bolt.Sinks;

/// <summary>Renders records as lines for people: <c>level[time] message key=value …</c>, and a stack trace on indented lines.</summary>
/// <remarks>
/// Only bytes that cannot drive a terminal leave here, whatever comes in. A record that is no JSON object is shown as it is, escaped.
/// Works in buffers of its own: nothing is allocated once they have grown.
/// </remarks>
internal sealed class ConsoleText(bool colors)
{
    private const int InitialCapacity = 4096;
    private const int KeptCapacity = 4 << 20;
    private const int MaxDepth = 512;

    private static readonly SearchValues<byte> s_printable = SearchValues.Create(Ascii(" "u8));
    private static readonly SearchValues<byte> s_quotable = SearchValues.Create(Ascii(" "u8, except: "\"\\"u8));
    private static readonly SearchValues<byte> s_bare = SearchValues.Create(Ascii([], except: "\"="u8));

    private byte[] _buffer = new byte[InitialCapacity];
    private byte[] _scratch = new byte[256];
    private int _length;

    private enum Escaping
    {
        /// <summary>Outside quotes: a backslash stands for itself.</summary>
        Plain,

        /// <summary>Inside quotes.</summary>
        Quoted,

        /// <summary>Inside JSON, where only <c>\uNNNN</c> is an escape.</summary>
        Json,
    }

    /// <summary>Renders whole records. The result is valid until the next call.</summary>
    public ReadOnlySpan<byte> Render(ReadOnlySpan<byte> records)
    {
        _length = 0;
        if (_buffer.Length > KeptCapacity)
            _buffer = new byte[InitialCapacity];

        while (!records.IsEmpty)
        {
            var end = records.IndexOf((byte)'\n');
            var record = end < 0 ? records : records[..end];
            records = end < 0 ? default : records[(end + 1)..];
            if (!record.IsEmpty)
                RenderRecord(record);
        }

        return _buffer.AsSpan(0, _length);
    }

    private void RenderRecord(ReadOnlySpan<byte> record)
    {
        var start = _length;
        try
        {
            if (TryLayOut(record, out var layout))
            {
                RenderParsed(record, layout);
                return;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not JSON, or an escape in it that means no character.
        }

        _length = start;
        AppendEscaped(record, Escaping.Plain);
        Append((byte)'\n');
    }

    // The message is the last key but comes near the front of the line, so a record is read twice. Of two keys of the same name the
    // record's own one counts: the first level and time, the last message and stack.
    private static bool TryLayOut(ReadOnlySpan<byte> record, out Layout layout)
    {
        layout = new Layout();
        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = (int)reader.TokenStartIndex;
            var part = reader.ValueTextEquals("level"u8) && layout.Level.IsEmpty ? Part.Level
                : reader.ValueTextEquals("time"u8) && layout.Time.IsEmpty ? Part.Time
                : reader.ValueTextEquals("message"u8) ? Part.Message
                : reader.ValueTextEquals("error_stack"u8) ? Part.Stack
                : Part.Field;
            _ = reader.Read();
            var value = (int)reader.TokenStartIndex;
            var text = reader.TokenType == JsonTokenType.String;
            reader.Skip();
            if (text)
                layout.Set(part, new Place(key, value, (int)reader.BytesConsumed));
        }

        // The reader throws on anything after the object.
        return !reader.Read();
    }

    private void RenderParsed(ReadOnlySpan<byte> record, in Layout layout)
    {
        var start = _length;
        if (!layout.Level.IsEmpty)
            AppendLevel(TextAt(record, layout.Level));

        if (!layout.Time.IsEmpty)
        {
            Append((byte)'[');
            AppendEscaped(TextAt(record, layout.Time), Escaping.Plain);
            Append((byte)']');
        }

        if (!layout.Message.IsEmpty && TextAt(record, layout.Message) is { IsEmpty: false } message)
        {
            AppendGap(start);
            AppendEscaped(message, Escaping.Plain);
        }

        var reader = new Utf8JsonReader(record, new JsonReaderOptions { MaxDepth = MaxDepth });
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (layout.Holds((int)reader.TokenStartIndex))
            {
                _ = reader.Read();
                continue;
            }

            AppendGap(start);
            AppendWord(Text(ref reader));
            Append((byte)'=');
            _ = reader.Read();
            AppendValue(record, ref reader);
        }

        Append((byte)'\n');
        if (!layout.Stack.IsEmpty)
            AppendStack(TextAt(record, layout.Stack));
    }

    private void AppendLevel(ReadOnlySpan<byte> level)
    {
        var color = !colors ? default
            : level.SequenceEqual("info"u8) ? "\e[34m"u8
            : level.SequenceEqual("warn"u8) ? "\e[33m"u8
            : level.SequenceEqual("error"u8) || level.SequenceEqual("fatal"u8) ? "\e[31m"u8
            : level.SequenceEqual("debug"u8) || level.SequenceEqual("trace"u8) ? "\e[90m"u8
            : default;
        Append(color);
        AppendEscaped(level, Escaping.Plain);
        if (!color.IsEmpty)
            Append("\e[0m"u8);
    }

    private void AppendValue(ReadOnlySpan<byte> record, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                AppendWord(Text(ref reader));
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                AppendEscaped(record[start..(int)reader.BytesConsumed], Escaping.Json);
                break;
            default:
                Append(reader.ValueSpan);
                break;
        }
    }

    private void AppendStack(ReadOnlySpan<byte> stack)
    {
        foreach (var range in stack.Split((byte)'\n'))
        {
            var line = stack[range].Trim(" \t\r"u8);
            if (line.IsEmpty)
                continue;
            Append("    "u8);
            AppendEscaped(line, Escaping.Plain);
            Append((byte)'\n');
        }
    }

    private void AppendWord(ReadOnlySpan<byte> text)
    {
        if (IsBare(text))
        {
            Append(text);
            return;
        }

        Append((byte)'"');
        AppendEscaped(text, Escaping.Quoted);
        Append((byte)'"');
    }

    private static bool IsBare(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return false;

        while (true)
        {
            var other = text.IndexOfAnyExcept(s_bare);
            if (other < 0)
                return true;

            text = text[other..];
            if (text[0] < 0x80 || Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done || DrivesTerminal(rune) || Rune.IsWhiteSpace(rune))
                return false;
            text = text[length..];
        }
    }

    private void AppendEscaped(ReadOnlySpan<byte> text, Escaping escaping)
    {
        var plain = escaping == Escaping.Quoted ? s_quotable : s_printable;
        while (true)
        {
            var other = text.IndexOfAnyExcept(plain);
            if (other < 0)
            {
                Append(text);
                return;
            }

            Append(text[..other]);
            text = text[other..];
            var status = Rune.DecodeFromUtf8(text, out var rune, out var length);
            if (status != OperationStatus.Done)
            {
                // Each byte by itself: 0x9B alone starts an escape sequence on a terminal that is not set to UTF-8.
                foreach (var bad in text[..length])
                    AppendByteEscape(bad);
            }
            else if (rune.IsAscii)
            {
                AppendAsciiEscape((byte)rune.Value, escaping);
            }
            else if (DrivesTerminal(rune))
            {
                AppendUnicodeEscape(rune.Value);
            }
            else
            {
                Append(text[..length]);
            }

            text = text[length..];
        }
    }

    private static bool DrivesTerminal(Rune rune) => rune.Value is
        < 0x20 or (>= 0x7F and <= 0x9F)
        or 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or 0x2028 or 0x2029
        or 0xFEFF;

    private void AppendAsciiEscape(byte value, Escaping escaping)
    {
        switch (value)
        {
            case var _ when escaping == Escaping.Json:
                AppendUnicodeEscape(value);
                break;
            case (byte)'"':
                Append("\\\""u8);
                break;
            case (byte)'\\':
                Append("\\\\"u8);
                break;
            case (byte)'\n':
                Append("\\n"u8);
                break;
            case (byte)'\r':
                Append("\\r"u8);
                break;
            case (byte)'\t':
                Append("\\t"u8);
                break;
            default:
                AppendByteEscape(value);
                break;
        }
    }

    private void AppendByteEscape(byte value) => Append([(byte)'\\', (byte)'x', Digit(value >> 4), Digit(value)]);

    private void AppendUnicodeEscape(int value) =>
        Append([(byte)'\\', (byte)'u', Digit(value >> 12), Digit(value >> 8), Digit(value >> 4), Digit(value)]);

    private static byte Digit(int value) => "0123456789ABCDEF"u8[value & 15];

    private ReadOnlySpan<byte> TextAt(ReadOnlySpan<byte> record, Place place)
    {
        var reader = new Utf8JsonReader(record[place.Value..place.End]);
        _ = reader.Read();
        return Text(ref reader);
    }

    private ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;

        if (_scratch.Length < reader.ValueSpan.Length)
            _scratch = new byte[int.Max(reader.ValueSpan.Length, _scratch.Length * 2)];
        return _scratch.AsSpan(0, reader.CopyString(_scratch));
    }

    private void AppendGap(int start)
    {
        if (_length > start)
            Append((byte)' ');
    }

    private void Append(byte value)
    {
        if (_length == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        _buffer[_length++] = value;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _length)
            Array.Resize(ref _buffer, int.Max(_buffer.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private static byte[] Ascii(ReadOnlySpan<byte> with, ReadOnlySpan<byte> except = default)
    {
        var set = new List<byte>(with.ToArray());
        for (var c = (byte)'!'; c <= (byte)'~'; c++)
        {
            if (!except.Contains(c))
                set.Add(c);
        }

        return [.. set];
    }

    private enum Part
    {
        Field,
        Level,
        Time,
        Message,
        Stack,
    }

    /// <summary>Where a key and its value are in a record.</summary>
    private readonly record struct Place(int Key, int Value, int End)
    {
        public bool IsEmpty => End == 0;
    }

    /// <summary>Where the parts are that a line does not show in the record's order.</summary>
    private struct Layout
    {
        public Place Level;
        public Place Time;
        public Place Message;
        public Place Stack;

        public void Set(Part part, Place place)
        {
            switch (part)
            {
                case Part.Level:
                    Level = place;
                    break;
                case Part.Time:
                    Time = place;
                    break;
                case Part.Message:
                    Message = place;
                    break;
                case Part.Stack:
                    Stack = place;
                    break;
            }
        }

        public readonly bool Holds(int key) =>
            (!Level.IsEmpty && Level.Key == key) || (!Time.IsEmpty && Time.Key == key)
            || (!Message.IsEmpty && Message.Key == key) || (!Stack.IsEmpty && Stack.Key == key);
    }
}
