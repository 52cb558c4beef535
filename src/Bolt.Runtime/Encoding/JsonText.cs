using System.Buffers;
using System.Text;

namespace Bolt.Runtime;

/// <summary>Reads back the inside of a JSON string that this encoder wrote. Never throws: what is not an escape is taken as it is.</summary>
[ZeroAlloc]
internal static class JsonText
{
    /// <summary>The text that the inside of a JSON string stands for.</summary>
    [AllowAllocation("Who asks for the text of a record as a string gets one.")]
    internal static string Unescape(ReadOnlySpan<byte> content)
    {
        if (!content.Contains((byte)'\\'))
        {
            return System.Text.Encoding.UTF8.GetString(content);
        }

        byte[]? rented = null;
        Span<byte> text = content.Length <= 512 ? stackalloc byte[512] : (rented = ArrayPool<byte>.Shared.Rent(content.Length));
        string result = System.Text.Encoding.UTF8.GetString(text[..Unescape(content, text)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>Writes the text that the inside of a JSON string stands for as UTF-8, never longer than the content, and returns its length.</summary>
    internal static int Unescape(ReadOnlySpan<byte> content, Span<byte> text)
    {
        int written = 0;
        while (!content.IsEmpty)
        {
            int plain = content.IndexOf((byte)'\\');
            if (plain < 0)
            {
                plain = content.Length;
            }

            content[..plain].CopyTo(text[written..]);
            written += plain;
            content = content[plain..];
            if (content.IsEmpty)
            {
                break;
            }

            Rune rune = Escape(content, out int length);
            written += rune.EncodeToUtf8(text[written..]);
            content = content[length..];
        }

        return written;
    }

    /// <summary>Writes the text that the inside of a JSON string stands for as UTF-16, never more units than the content has bytes, and returns how many.</summary>
    internal static int Unescape(ReadOnlySpan<byte> content, Span<char> text)
    {
        int written = 0;
        while (!content.IsEmpty)
        {
            int plain = content.IndexOf((byte)'\\');
            if (plain < 0)
            {
                plain = content.Length;
            }

            written += System.Text.Encoding.UTF8.GetChars(content[..plain], text[written..]);
            content = content[plain..];
            if (content.IsEmpty)
            {
                break;
            }

            Rune rune = Escape(content, out int length);
            written += rune.EncodeToUtf16(text[written..]);
            content = content[length..];
        }

        return written;
    }

    /// <summary>The number of bytes that the character at the start of the content takes there: an escape is one character.</summary>
    internal static int CharacterLength(ReadOnlySpan<byte> content)
    {
        if (content[0] == (byte)'\\')
        {
            return EscapeLength(content);
        }

        int length = content[0] < 0xC0 ? 1 : content[0] < 0xE0 ? 2 : content[0] < 0xF0 ? 3 : 4;
        return Math.Min(length, content.Length);
    }

    /// <summary>The number of leading bytes that stand for at most <paramref name="limit"/> bytes of UTF-8, no character and no escape cut in two.</summary>
    internal static int Prefix(ReadOnlySpan<byte> content, int limit)
    {
        int at = 0;
        while (at < content.Length)
        {
            int length = CharacterLength(content[at..]);

            // Only characters of one byte are written as escapes.
            limit -= content[at] == (byte)'\\' ? 1 : length;
            if (limit < 0)
            {
                break;
            }

            at += length;
        }

        return at;
    }

    /// <summary>The number of UTF-16 units that the content stands for: what alignment counts, as in <see cref="string.Format(string, object)"/>.</summary>
    internal static int Utf16Length(ReadOnlySpan<byte> content)
    {
        int units = 0;
        while (!content.IsEmpty)
        {
            int length = CharacterLength(content);
            units += (content[0] >= 0xF0 && length == 4) || length == 12 ? 2 : 1;
            content = content[length..];
        }

        return units;
    }

    /// <summary>The character of the escape at the start of the content, and the bytes that it takes there.</summary>
    private static Rune Escape(ReadOnlySpan<byte> content, out int length)
    {
        length = EscapeLength(content);
        return length switch
        {
            2 => new Rune(content[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                _ => (char)content[1],
            }),
            6 => Rune.TryCreate((char)Hex(content.Slice(2, 4)), out Rune unit) ? unit : Rune.ReplacementChar,
            12 => new Rune((char)Hex(content.Slice(2, 4)), (char)Hex(content.Slice(8, 4))),
            _ => new Rune('\\'),
        };
    }

    /// <summary>The length of the escape at the start of the content; 1 for a backslash that begins none.</summary>
    private static int EscapeLength(ReadOnlySpan<byte> content)
    {
        if (content.Length < 2)
        {
            return 1;
        }

        if (content[1] != (byte)'u')
        {
            return content[1] < 0x80 ? 2 : 1;
        }

        int first = content.Length >= 6 ? Hex(content.Slice(2, 4)) : -1;
        if (first < 0)
        {
            return 1;
        }

        return first is >= 0xD800 and < 0xDC00 && content.Length >= 12 && content[6] == (byte)'\\' && content[7] == (byte)'u'
            && Hex(content.Slice(8, 4)) is >= 0xDC00 and < 0xE000 ? 12 : 6;
    }

    private static int Hex(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }

            value = (value << 4) | (digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return value;
    }
}
