using System.Diagnostics;

namespace Bolt.Runtime;

/// <summary>The line of one frame, as the runtime writes it inside the text of a whole trace.</summary>
internal static class FrameText
{
    /// <summary>The line with the break before it; empty where the frame is not shown.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="last">The last one of its trace.</param>
    /// <remarks>Which frames are hidden is for the runtime to say: of two frames it leaves the first one out or not, and always shows the second.</remarks>
    internal static string Of(StackFrame frame, StackFrame last)
    {
        string end = new StackTrace(last).ToString();
        string text = ReferenceEquals(frame, last) ? end : new StackTrace([frame, last]).ToString()[..^end.Length];
        return text.Length == 0 ? text : Environment.NewLine + text[..^Environment.NewLine.Length];
    }
}
