using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Bolt.Runtime;

/// <summary>Keys that are not strings: the text of an encoded value.</summary>
public sealed unsafe partial class ValueBuffer
{
    /// <summary>
    /// Turns the JSON value that was written since <paramref name="start"/> into a key: a string as it is, a scalar by its text, quoted;
    /// with the comma before it where one is due and the colon after it. False as for <see cref="Name(string)"/>, and then nothing is
    /// left of the value.
    /// </summary>
    /// <param name="start">The <see cref="Position"/> before the value.</param>
    public bool NameFrom(int start)
    {
        int from = start;
        int length = _position - start;
        bool isString = length >= 2 && At(start) == (byte)'"';
        if (isString)
        {
            from++;
            length -= 2;
        }

        bool isRedacted = Settings.Names is not null && RedactsEncoded(from, length, isString);
        ReadOnlySpan<byte> text = new(_start + from, length);
        if (text.Length is 0 or > MaxKeyLength || text[0] <= (byte)' ' || text.IndexOfAny((byte)'\\', (byte)'"', (byte)0x7F) >= 0)
        {
            // This asks for the name once more, of the text as it was.
            string key = Decode(start, isString);
            _position = start;
            return Name(key);
        }

        _position = start;
        if (Remaining == 0)
        {
            Truncate();
            return false;
        }

        // The comma and the quotes need up to four bytes more than the value had; growing keeps what lies behind the position.
        Reserve(length + 4);
        int to = start + 1;
        if (start > 0 && At(start - 1) is not ((byte)'[' or (byte)'{'))
        {
            to++;
        }

        Buffer.MemoryCopy(_start + from, _start + to, length, length);
        if (to > start + 1)
        {
            At(start) = (byte)',';
        }

        At(to - 1) = (byte)'"';
        At(to + length) = (byte)'"';
        At(to + length + 1) = (byte)':';
        _position = to + length + 2;
        if (isRedacted)
        {
            RedactedByName();
            return false;
        }

        return true;
    }

    /// <summary>Whether the encoded text is a name whose value is redacted.</summary>
    private bool RedactsEncoded(int from, int length, bool isString)
    {
        _scratch.Ensure(length * sizeof(char));
        ReadOnlySpan<byte> content = Written(from, length);
        int units = isString ? JsonText.Unescape(content, _scratch.Chars) : Encoding.UTF8.GetChars(content, _scratch.Chars);
        return Redacts(_scratch.Chars[..units]);
    }

    /// <summary>The text of a value that needs a closer look: escaped, too long, blank.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [AllowAllocation("Only a key that cannot be taken as it is.")]
    private string Decode(int start, bool isString)
    {
        ReadOnlySpan<byte> value = new(_start + start, _position - start);
        if (!isString)
        {
            return Encoding.UTF8.GetString(value);
        }

        var reader = new Utf8JsonReader(value);
        return reader.Read() ? reader.GetString() ?? "" : "";
    }
}
