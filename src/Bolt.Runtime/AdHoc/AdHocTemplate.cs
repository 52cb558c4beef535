using System.Text;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>A whole template of ad-hoc calls, and the event that they log.</summary>
internal sealed class AdHocTemplate
{
    /// <summary>The text before each hole and behind the last, escaped; mostly empty at the ends.</summary>
    internal readonly ConstantBytes[] Texts;

    /// <summary>Bytes to reserve for that.</summary>
    internal readonly int TextWidth;

    /// <summary>The event, without id and name.</summary>
    internal readonly LogEventInfo Event;

    internal AdHocTemplate(LogLevel level, TemplatePiece[] pieces, bool isKept)
    {
        var between = new List<ConstantBytes>();
        byte[] before = [];
        var text = new StringBuilder();
        var keys = new List<string>();
        int texts = 0;
        int numbers = 0;
        foreach (TemplatePiece piece in pieces)
        {
            piece.AppendTo(text);
            if (!piece.IsHole)
            {
                before = [.. before, .. piece.Bytes.Span];
                continue;
            }

            between.Add(new ConstantBytes(before));
            before = [];
            if (!piece.IsField)
                continue;

            keys.Add(piece.Key!);
            texts += piece.Kind == FieldKind.Text ? 1 : 0;
            numbers += piece.Kind == FieldKind.Number ? 1 : 0;
        }

        between.Add(new ConstantBytes(before));
        Texts = between.ToArray();
        foreach (ConstantBytes bytes in Texts)
            TextWidth += bytes.Width;

        Event = new LogEventInfo(level, text.ToString(), keys.ToArray(), texts, numbers, isKept);
    }
}
