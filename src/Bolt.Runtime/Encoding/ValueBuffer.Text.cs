namespace Bolt.Runtime;

/// <summary>One string value written in pieces: <see cref="StartText"/>, the pieces, <see cref="EndText"/>. The limit of a value holds for all of them together.</summary>
/// <remarks>A piece must not begin with the second half of a surrogate pair whose first half ends the piece before it.</remarks>
public sealed partial class ValueBuffer
{
    /// <summary>Bytes of UTF-8 that the string may still take; negative once it has been cut.</summary>
    internal int TextLeft { get; private set; }

    /// <summary>Begins a string value.</summary>
    internal void StartText()
    {
        TextLeft = Remaining;
        Append((byte)'"');
    }

    /// <summary>Ends the string value begun last.</summary>
    internal void EndText() => Append((byte)'"');

    /// <summary>Appends UTF-16 text.</summary>
    internal void Text(ReadOnlySpan<char> piece)
    {
        if (TextLeft < 0)
            return;

        int length = System.Text.Encoding.UTF8.GetByteCount(piece);
        AppendContent(piece, TextLeft);
        TextLeft = length <= TextLeft ? TextLeft - length : -1;
    }

    /// <summary>Appends text that is escaped already.</summary>
    /// <param name="content">The inside of a JSON string that this encoder wrote.</param>
    /// <param name="length">Bytes of UTF-8 that it stands for.</param>
    internal void EscapedText(ReadOnlySpan<byte> content, int length)
    {
        if (TextLeft < 0)
            return;

        if (length > TextLeft)
        {
            content = content[..JsonText.Prefix(content, TextLeft)];
            Truncate();
        }

        TextLeft = length <= TextLeft ? TextLeft - length : -1;
        content.CopyTo(System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref Reserve(content.Length), content.Length));
        _position += content.Length;
    }

    /// <summary>Takes back the pieces written since a position, where <see cref="TextLeft"/> was <paramref name="left"/>.</summary>
    internal void TakeBackText(int start, int left)
    {
        _position = start;
        TextLeft = left;
    }
}
