using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// One record being written, by the calling thread. Infrastructure for generated code, in this order: constructor;
/// <see cref="Values"/> for everything without a bounded width; <see cref="Begin"/>, which reserves room once and writes the head;
/// the fields; <see cref="Tail"/>; the message; <see cref="Forward{T}"/> where <see cref="IsForwarded"/>; <see cref="Commit"/>.
/// </summary>
/// <remarks>No member throws. A thread has at most one open record per depth of nesting; a record must be committed by the thread that opened it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EventWriter
{
    /// <summary>Whether a record of this level would be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsEnabled(ILogger? logger, LogLevel level) => throw null!;

    /// <summary>Opens a record at the event's own level.</summary>
    public EventWriter(ILogger logger, LogEventInfo info)
        : this(logger, info, info.Level)
    {
    }

    /// <summary>Opens a record at a level given by the call.</summary>
    public EventWriter(ILogger logger, LogEventInfo info, LogLevel level) => throw null!;

    /// <summary>Where values without a bounded width are encoded before <see cref="Begin"/>.</summary>
    public readonly ValueBuffer Values => throw null!;

    /// <summary>Whether the record goes to a provider that is not Bolt's, or to Bolt behind another <see cref="ILogger"/>: then the typed values are wanted too.</summary>
    public readonly bool IsForwarded => throw null!;

    /// <summary>Whether caller-info parameters become the part <c>call_site</c> (true) or ordinary fields (false).</summary>
    public readonly bool WritesCallSite => throw null!;

    /// <summary>Sets the part <c>call_site</c>; before <see cref="Begin"/>, and only where <see cref="WritesCallSite"/>. Absent pieces are null and 0.</summary>
    public void CallSite(string? file, int line, string? member) => throw null!;

    /// <summary>Bytes to reserve for a string as a JSON value, quotes included. Counts a value over the limit of 64 KiB as truncated.</summary>
    public int Width(string? value) => throw null!;

    /// <inheritdoc cref="Width(string)"/>
    public int Width(ReadOnlySpan<char> value) => throw null!;

    /// <summary>Bytes to reserve for UTF-8 text as a JSON string, quotes included.</summary>
    public int WidthUtf8(ReadOnlySpan<byte> value) => throw null!;

    /// <summary>Reserves room for the fields and the message and writes the record's head. A null reference: the record is dropped, and counted; nothing more is to be called.</summary>
    /// <param name="width">Bytes of all fields with their keys, and of the message, at their widest.</param>
    /// <param name="exception">The exception to write, or null.</param>
    public ref byte Begin(int width, Exception? exception = null) => throw null!;

    /// <summary>Copies a value from <see cref="Values"/>, by its positions there.</summary>
    public readonly ref byte Value(ref byte p, int start, int end) => throw null!;

    /// <summary>Copies a value from <see cref="Values"/> into the message: the content of a string, the text of anything else.</summary>
    /// <remarks>Width: 2 * (end - start).</remarks>
    public readonly ref byte Text(ref byte p, int start, int end) => throw null!;

    /// <summary>Writes what stands between the fields and the message, up to and including the message's opening quote.</summary>
    public ref byte Tail(ref byte p) => throw null!;

    /// <summary>Gives a typed value to other providers, under its key.</summary>
    public readonly void Forward<T>(string key, T value) => throw null!;

    /// <summary>Gives the JSON value at [<paramref name="from"/>, <paramref name="to"/>) to other providers as a string, made only if somebody reads it.</summary>
    public readonly void ForwardText(string key, ref byte from, ref byte to) => throw null!;

    /// <summary>Ends the message and publishes the record, or passes it to the logger behind.</summary>
    public void Commit(ref byte p) => throw null!;
}
