using System.Diagnostics;

namespace Bolt.Runtime;

/// <summary>The text that <see cref="Exception.StackTrace"/> gives, from lines encoded before where it can be. For exceptions of types that are <see cref="ExceptionTypes.ArePlain">plain</see>.</summary>
[ZeroAlloc]
internal readonly ref struct StackText
{
    private readonly Exception _exception;
    private readonly StackTrace _trace;
    private readonly string? _remote;
    private readonly bool _isGiven;

    internal StackText(Exception exception)
    {
        _exception = exception;
        _trace = FramesOf(exception);
        _remote = ExceptionMembers.RemoteStack(exception);
        _isGiven = ExceptionMembers.HasGivenStack(exception);
    }

    /// <summary>How far the lines of a trace were found.</summary>
    private enum Found
    {
        /// <summary>To the end.</summary>
        All,

        /// <summary>A line is not in the cache; it may be the next time.</summary>
        NotYet,

        /// <summary>A line is of a kind that is not kept.</summary>
        Never,
    }

    /// <summary>Whether the exception has no stack: it was never thrown.</summary>
    internal bool IsEmpty => _trace.FrameCount == 0 && _remote is null && !_isGiven;

    /// <summary>Appends a line break and the stack.</summary>
    internal void Append(ValueBuffer values)
    {
        int start = values.Position;
        int left = values.TextLeft;
        FrameKey missing = default;
        values.Text(Environment.NewLine);
        values.Text(_remote);
        Found found = _isGiven ? Found.Never : AppendFrames(values, out missing);
        if (found != Found.All)
        {
            values.TakeBackText(start, left);
            values.Text(Environment.NewLine);
            values.Text(WholeText(learn: found == Found.NotYet, missing));
        }
    }

    private Found AppendFrames(ValueBuffer values, out FrameKey key)
    {
        key = default;

        // The lines have a break before them; what is before the first one has been written.
        int skipped = Environment.NewLine.Length;
        int count = _trace.FrameCount;

        // Once the limit is reached, the rest would be cut off.
        for (int i = 0; i < count && values.TextLeft >= 0; i++)
        {
            StackFrame? frame = _trace.GetFrame(i);
            if (!FrameKey.TryCreate(frame, isLast: i == count - 1, out key))
                return Found.Never;

            if (FrameLines.Cache.Find(key) is { } line)
            {
                if (line.Content is not { } content)
                    return Found.Never;

                if (content.Length > 0)
                {
                    // An escaped break is twice as long.
                    values.EscapedText(content.AsSpan(2 * skipped), line.Length - skipped);
                    skipped = 0;
                }

                continue;
            }

            if (!key.IsCollectible)
                return Found.NotYet;

            if (!key.HasNoPlace)
                return Found.Never;

            string text = LineOf(frame!, _trace.GetFrame(count - 1)!);
            if (text.Length > 0)
            {
                values.Text(text.AsSpan(skipped));
                skipped = 0;
            }
        }

        return Found.All;
    }

    [AllowAllocation("A dynamic method must not be kept alive, nor its line for the next one in its place.")]
    private static string LineOf(StackFrame frame, StackFrame last) => FrameText.Of(frame, last);

    [AllowAllocation("The runtime makes a string; the lines in it are learnt, so as not to need it again.")]
    private string? WholeText(bool learn, in FrameKey missing)
    {
        string? text = _exception.StackTrace;
        if (learn && text is not null)
            FrameLines.Learn(_exception, text, _remote?.Length ?? 0, missing);

        return text;
    }

    [AllowAllocation("The runtime tells frames as objects only.")]
    private static StackTrace FramesOf(Exception exception) => new(exception, fNeedFileInfo: false);
}
