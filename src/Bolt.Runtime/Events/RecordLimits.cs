namespace Bolt.Runtime;

/// <summary>Holds the limits of a message (64 KiB) and of a whole record (1 MiB), for the few records long enough to meet them.</summary>
/// <remarks>
/// A field that does not fit is cut if it is a string, else left out; what follows it is left out. The record keeps its head, tail
/// and message, says <c>"truncated":true</c>, and is counted and reported.
/// </remarks>
[ZeroAlloc]
internal static unsafe class RecordLimits
{
    internal const int MaximumRecord = 1 << 20;

    private const int MarkLength = 17;

    /// <summary>Shortens the record in place where it exceeds a limit, and returns its new end.</summary>
    /// <param name="lane">The lane it is written in; the room reserved has at least 64 bytes left after <paramref name="end"/>.</param>
    /// <param name="start">The record's start.</param>
    /// <param name="message">The start of the message's content.</param>
    /// <param name="end">The record's end, line feed included.</param>
    internal static byte* Apply(Lane lane, byte* start, byte* message, byte* end)
    {
        int head = (int)(message - start);
        int messageLength = (int)(end - message) - 3;
        bool messageCut = messageLength > Utf8Json.MaxValueLength;
        if (messageCut)
        {
            messageLength = RecordCut.CutLength(new ReadOnlySpan<byte>(message, messageLength), Utf8Json.MaxValueLength);
            lane.Pipeline.Errors.Report(LogErrorReason.Value, "A message was longer than 64 KiB and was truncated.", null, 1);
        }

        bool recordCut = head + messageLength + 3 + MarkLength > MaximumRecord;
        if (!messageCut && !recordCut)
            return end;

        // The part before the message: fields, tail, `,"message":"`.
        int beforeMessage = head - ",\"message\":\"".Length;
        bool marked = new ReadOnlySpan<byte>(start, beforeMessage).EndsWith(",\"truncated\":true"u8);
        int fixedLength = beforeMessage - (marked ? MarkLength : 0);
        int kept = fixedLength;
        if (recordCut)
        {
            lane.Pipeline.Errors.Report(LogErrorReason.Record, "A record was longer than 1 MiB: fields were truncated.", null, 1);
            kept = RecordCut.Shorten(new Span<byte>(start, fixedLength), MaximumRecord - MarkLength - ",\"message\":\"".Length - messageLength - 3);
        }

        // The message is moved first: the mark may end where the message began.
        int newHead = kept + MarkLength + ",\"message\":\"".Length;
        Buffer.MemoryCopy(message, start + newHead, messageLength, messageLength);
        ",\"truncated\":true,\"message\":\""u8.CopyTo(new Span<byte>(start + kept, newHead - kept));
        byte* tail = start + newHead + messageLength;
        "\"}\n"u8.CopyTo(new Span<byte>(tail, 3));
        return tail + 3;
    }
}
