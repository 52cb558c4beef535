using System.Globalization;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime.Tests;

public sealed class TemplatePieceTests
{
    [Fact]
    public void A_template_is_made_once_however_many_threads_log_it()
    {
        TemplatePiece root = TemplatePiece.Root(LogLevel.Information, 1, 1);
        var found = new TemplatePiece[8];
        using var start = new Barrier(found.Length);
        var threads = new Thread[found.Length];
        for (int i = 0; i < threads.Length; i++)
        {
            int place = i;
            threads[i] = new Thread(() =>
            {
                start.SignalAndWait();
                found[place] = root.ThenText("made once ").ThenHole("value", FieldKind.Other);
            });
            threads[i].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();

        Assert.All(found, piece => Assert.Same(found[0], piece));
        Assert.Same(found[0].Template, found[^1].Template);
    }

    [Fact]
    public void Strings_that_are_equal_and_not_the_same_find_the_same_piece()
    {
        TemplatePiece root = TemplatePiece.Root(LogLevel.Information, 2, 1);
        Assert.Same(root.ThenText("equal"), root.ThenText(new string("equal".AsSpan())));
    }

    [Fact]
    public void A_format_and_an_alignment_make_another_piece()
    {
        TemplatePiece root = TemplatePiece.Root(LogLevel.Information, 3, 1);
        TemplatePiece plain = root.ThenHole("x", FieldKind.Number);
        TemplatePiece formatted = root.ThenHole("x", 0, "N2", FieldKind.Number);
        TemplatePiece aligned = root.ThenHole("x", 8, "N2", FieldKind.Number);
        TemplatePiece text = root.ThenText("x");
        Assert.Equal(4, new HashSet<TemplatePiece> { plain, formatted, aligned, text }.Count);
        Assert.Equal("{x,8:N2}", aligned.Template.Event.Template);
        Assert.Equal("x", text.Template.Event.Template);
    }

    [Fact]
    public void Strings_of_the_moment_are_forgotten_once_there_are_too_many()
    {
        TemplatePiece root = TemplatePiece.Root(LogLevel.Trace, 4, 0);
        var pieces = new TemplatePieces(most: 1000);
        for (int i = 0; i < 1010; i++)
            After("moment " + i.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(1000, pieces.Count);
        Assert.Same(After("moment 999"), After("moment 999"));

        // Written as any, though nothing of it is kept.
        TemplatePiece late = After("too late");
        Assert.NotSame(late, After("too late"));
        Assert.False(late.IsKept);
        Assert.Equal("too late", late.Template.Event.Template);
        Assert.False(late.ThenHole("x", FieldKind.Other).IsKept);

        TemplatePiece After(string text) => pieces.After(root, isHole: false, text, 0, null, default);
    }
}
