namespace Bolt.Runtime.Tests;

/// <summary>A string written in pieces has the bytes of the same string written at once, wherever the limit cuts it.</summary>
public sealed class TextPieceTests
{
    [Fact]
    public void Pieces_make_the_value_that_the_whole_makes()
    {
        var random = new Random(17);
        for (int i = 0; i < 2_000; i++)
        {
            string kind = RandomText.Kinds[random.Next(RandomText.Kinds.Length)];
            string[] pieces = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Piece(random, kind, random.Next(60)))];
            Same(pieces, random);
        }
    }

    [Theory]
    [InlineData("ascii", 1)]
    [InlineData("escapes", 1)]
    [InlineData("control", 1)]
    [InlineData("two bytes", 2)]
    [InlineData("three bytes", 3)]
    [InlineData("pairs", 2)]
    [InlineData("halves", 3)]
    [InlineData("anything", 3)]
    public void Pieces_are_cut_where_the_whole_is_cut(string kind, int width)
    {
        var random = new Random(18);
        for (int i = 0; i < 100; i++)
        {
            // The limit falls into one of the pieces behind the long one, between two of them, or is not reached.
            string most = new('x', 65_536 - random.Next(100 * width));
            string[] pieces = [most, .. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Piece(random, kind, random.Next(60)))];
            Same(pieces, random);
        }
    }

    [Fact]
    public void The_limit_is_exact()
    {
        Same([new('x', 65_535), "y"], new Random(1));
        Same([new('x', 65_536), ""], new Random(1));
        Same([new('x', 65_536), "y"], new Random(1));
        Same([new('x', 65_535), "é", "y"], new Random(1));
        Same([new('x', 65_535), "\n", "y"], new Random(1));
    }

    [Fact]
    public void Pieces_are_taken_back()
    {
        var values = new ValueBuffer();
        values.StartText();
        values.Text("kept ");
        int start = values.Position;
        int left = values.TextLeft;
        values.Text(new string('x', 70_000));
        values.TakeBackText(start, left);
        values.Text("and more");
        values.EndText();
        Assert.Equal("\"kept and more\"", Guarded.Text(values));
        values.Free();
    }

    private static void Same(string[] pieces, Random random)
    {
        int cuts = 0;
        var whole = new ValueBuffer { Report = (_, _, _) => cuts++ };
        whole.Value(string.Concat(pieces));
        var inPieces = new ValueBuffer { Report = (_, _, _) => cuts -= 1 };
        inPieces.StartText();
        foreach (string piece in pieces)
        {
            if (random.Next(2) == 0)
                inPieces.Text(piece);
            else
                inPieces.EscapedText(Escaped(piece), System.Text.Encoding.UTF8.GetByteCount(piece));
        }

        inPieces.EndText();
        Assert.Equal(Guarded.Text(whole), Guarded.Text(inPieces));
        Assert.Equal(whole.Truncated, inPieces.Truncated);
        Assert.Equal(0, cuts);
        whole.Free();
        inPieces.Free();
    }

    private static byte[] Escaped(string text)
    {
        byte[] quoted = new byte[(6 * text.Length) + 2];
        nint end = System.Runtime.CompilerServices.Unsafe.ByteOffset(ref quoted[0], ref Utf8Json.Value(ref quoted[0], text));
        return quoted[1..((int)end - 1)];
    }

    /// <summary>Text that begins no piece with the second half of a pair.</summary>
    private static string Piece(Random random, string kind, int length)
    {
        string text = RandomText.Create(random, kind, length);
        return text.Length > 0 && char.IsLowSurrogate(text[0]) ? "-" + text : text;
    }
}
