using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Bolt.Runtime;

/// <summary>The process's cache of lines, and how it is filled.</summary>
internal static class FrameLines
{
    /// <summary>At most 4,096 lines, in about 1 MiB.</summary>
    internal static readonly FrameCache Cache = new(maxEntries: 4096, maxBytes: 1 << 20, TimeProvider.System);

    /// <summary>Beyond this a line is not kept: no name that anybody wrote is as long.</summary>
    private const int MaxLineLength = 16_384;

    /// <summary>Adds the lines of an exception's own frames.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="stack">Its stack, as the runtime just gave it: nothing is learnt from frames whose lines do not add up to it.</param>
    /// <param name="start">Where the lines of its own frames begin in the stack.</param>
    /// <param name="missing">The first frame that is not in the cache. Where nothing can be learnt, that is noted there, so as not to be tried each time.</param>
    internal static void Learn(Exception exception, string stack, int start, in FrameKey missing)
    {
        if (!Cache.HasRoom || IsReadingSymbols())
            return;

        try
        {
            // Another thread may throw the exception again meanwhile; that says nothing about its frames.
            if (TryLearn(new StackTrace(exception, fNeedFileInfo: true).GetFrames(), stack.AsSpan(start)) || exception.StackTrace != stack)
                return;
        }
        catch (Exception)
        {
            // The stack is known; its lines are only needed the next time.
        }

        Cache.Add(missing, content: null, length: 0);
    }

    private static bool TryLearn(StackFrame[] frames, ReadOnlySpan<char> text)
    {
        if (frames.Length == 0)
            return false;

        // A recursion has the same frame many times.
        var lines = new Dictionary<FrameKey, string>();
        bool isFirst = true;
        foreach (StackFrame frame in frames)
        {
            StackFrame last = frames[^1];
            if (!FrameKey.TryCreate(frame, ReferenceEquals(frame, last), out FrameKey key))
                return false;

            if (!lines.TryGetValue(key, out string? line))
            {
                line = FrameText.Of(frame, last);
                if (line.Length > MaxLineLength)
                    return false;

                lines.Add(key, line);
            }

            ReadOnlySpan<char> rest = isFirst && line.Length > 0 ? line.AsSpan(Environment.NewLine.Length) : line;
            if (!text.StartsWith(rest, StringComparison.Ordinal))
                return false;

            text = text[rest.Length..];
            isFirst &= line.Length == 0;
        }

        if (text.Length > 0)
            return false;

        foreach ((FrameKey key, string line) in lines)
        {
            if (!key.IsCollectible && !Cache.Add(key, Encode(line), System.Text.Encoding.UTF8.GetByteCount(line)))
                break;
        }

        return true;
    }

    private static byte[] Encode(string line)
    {
        if (line.Length == 0)
            return [];

        byte[] quoted = new byte[Utf8Json.Width(line, out _)];
        nint end = System.Runtime.CompilerServices.Unsafe.ByteOffset(ref quoted[0], ref Utf8Json.Value(ref quoted[0], line));
        return quoted[1..((int)end - 1)];
    }

    /// <summary>Whether the runtime is reading symbols further up on this thread, where a handler of first-chance exceptions may log: it then gives out frames without files.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method of which there is no metadata is not the one looked for.")]
    private static bool IsReadingSymbols()
    {
        foreach (StackFrame frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod()?.DeclaringType is { FullName: "System.Diagnostics.StackFrameHelper" })
                return true;
        }

        return false;
    }
}
