using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bolt.Runtime;

/// <summary>Redaction: a JSON value whose text is what is left of the value's text.</summary>
public sealed partial class ValueBuffer
{
    private const int LeastShownLength = 8;
    private const int ShownLength = 4;

    /// <summary>How values are redacted: as the record's factory does, where there is one already.</summary>
    internal RedactionSettings Settings
    {
        get => field ?? ForwardedRedaction.Settings;
        set;
    }

    /// <summary>
    /// Redacts the JSON value that starts at <paramref name="start"/> and ends at <see cref="Position"/>, in place. The text of a number
    /// or literal is the value as written; of an array or object <see cref="Redaction.Last4"/> shows nothing.
    /// </summary>
    public void Redact(int start, Redaction redaction)
    {
        try
        {
            switch (redaction)
            {
                case Redaction.Last4:
                    LastFour(start);
                    break;
                case Redaction.Hash:
                    Hash(start);
                    break;
                case Redaction.Omit:
                    _position = start;
                    Literal("\"\""u8);
                    break;
                default:
                    Mask(start);
                    break;
            }
        }
        catch (Exception e)
        {
            Mask(start);
            NotifyOfRedaction("A sensitive value could not be redacted as asked and was masked.", e);
        }
    }

    private void Mask(int start)
    {
        _position = start;
        Literal("\"***\""u8);
    }

    private void LastFour(int start)
    {
        (int from, int length) = Content(start);
        if (At(start) is (byte)'[' or (byte)'{')
        {
            Mask(start);
            return;
        }

        // The places of the last characters so far, as many as are shown.
        ReadOnlySpan<byte> content = Written(from, length);
        Span<int> places = stackalloc int[ShownLength];
        int count = 0;
        for (int at = 0; at < length; at += JsonText.CharacterLength(content[at..]))
        {
            places[count++ % ShownLength] = at;
        }

        if (count < LeastShownLength)
        {
            Mask(start);
            return;
        }

        int first = from + places[count % ShownLength];
        int shown = from + length - first;
        if (_position - start < shown + 5)
        {
            Reserve(5);
        }

        Written(first, shown).CopyTo(Written(start + 4, shown));
        "\"***"u8.CopyTo(Written(start, 4));
        At(start + 4 + shown) = (byte)'"';
        _position = start + 5 + shown;
    }

    private void Hash(int start)
    {
        (int from, int length) = Content(start);
        _scratch.Ensure(Math.Max(length, 1));
        int text = from == start ? length : JsonText.Unescape(Written(from, length), _scratch.Bytes);
        if (from == start)
        {
            Written(from, length).CopyTo(_scratch.Bytes);
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        ReadOnlyMemory<byte> key = Settings.Key;
        HMACSHA256.HashData(key.IsEmpty ? ProcessKey.Bytes : key.Span, _scratch.Bytes[..text], hash);
        _position = start;
        Advance(ref Utf8Json.Hex(ref Reserve(18), hash[..8]));
    }

    /// <summary>Where the text of the JSON value at <paramref name="start"/> lies: the inside of a string, else the whole value.</summary>
    private (int From, int Length) Content(int start) =>
        At(start) == (byte)'"' ? (start + 1, _position - start - 2) : (start, _position - start);

    private static class ProcessKey
    {
        public static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(32);
    }
}
