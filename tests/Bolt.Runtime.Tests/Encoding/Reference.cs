using System.Text;

namespace Bolt.Runtime.Tests;

/// <summary>The encoding of text as the specification says it, written for clarity alone.</summary>
internal static class Reference
{
    /// <summary>Text as a JSON string, quotes included.</summary>
    internal static byte[] Quoted(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte> { (byte)'"' };
        foreach (Rune rune in text.EnumerateRunes())
        {
            Add(bytes, rune);
        }

        bytes.Add((byte)'"');
        return [.. bytes];
    }

    /// <summary>UTF-8 as a JSON string, each invalid byte one U+FFFD.</summary>
    internal static byte[] Quoted(ReadOnlySpan<byte> text)
    {
        var bytes = new List<byte> { (byte)'"' };
        while (!text.IsEmpty)
        {
            bool valid = Rune.DecodeFromUtf8(text, out Rune rune, out int consumed) == System.Buffers.OperationStatus.Done;
            Add(bytes, valid ? rune : Rune.ReplacementChar);
            text = text[(valid ? consumed : 1)..];
        }

        bytes.Add((byte)'"');
        return [.. bytes];
    }

    /// <summary>Bytes of the text's own UTF-8.</summary>
    internal static int Length(ReadOnlySpan<char> text)
    {
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            length += rune.Utf8SequenceLength;
        }

        return length;
    }

    private static void Add(List<byte> bytes, Rune rune)
    {
        string? escape = rune.Value switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < 0x20 => $"\\u{rune.Value:X4}",
            _ => null,
        };
        bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(escape ?? rune.ToString()));
    }
}
