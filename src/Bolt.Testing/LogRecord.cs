using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bolt.Testing.Recording;
using Microsoft.Extensions.Logging;

namespace Bolt.Testing;

/// <summary>One record, as it was written. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LogRecord
{
    private static readonly HashSet<string> s_parts =
    [
        "time", "level", "category", "event_id", "event", "error", "error_type", "error_stack", "thread_id", "call_site",
        "trace_id", "span_id", "truncated", "message", "scopes",
    ];

    private readonly JsonElement _root;

    internal LogRecord(ReadOnlySpan<byte> line)
    {
        // As deep as values may nest.
        _root = JsonElement.Parse(line, new JsonDocumentOptions { MaxDepth = 1024 });
        Level = LevelName.Parse(Text("level")!);
    }

    /// <summary>The level.</summary>
    public LogLevel Level { get; }

    /// <summary>The time, in UTC; null where <see cref="RecordParts.Timestamp"/> is not included.</summary>
    public DateTimeOffset? Time => Part("time")?.GetDateTimeOffset();

    /// <summary>The category of its logger; null where <see cref="RecordParts.Category"/> is not included.</summary>
    public string? Category => Text("category");

    /// <summary>The name of its event: of a <see cref="LogEventAttribute"/> method, its own or the one declared; of any other call, that of its <see cref="EventId"/>, or null.</summary>
    public string? EventName => Text("event");

    /// <summary>The number of its event; null if none was given.</summary>
    public int? EventId => Part("event_id")?.GetInt32();

    /// <summary>The message with its values; empty if there is none.</summary>
    public string Message => Text("message") ?? "";

    /// <summary>The message of the exception that was logged; null if none was.</summary>
    public string? Error => Text("error");

    /// <summary>The full name of the exception's type; null if none was logged.</summary>
    public string? ErrorType => Text("error_type");

    /// <summary>The exception's stack trace with its inner exceptions; null if none was logged.</summary>
    public string? ErrorStack => Text("error_stack");

    /// <summary>The trace that it belongs to, 32 hexadecimal digits; null outside of any.</summary>
    public string? TraceId => Text("trace_id");

    /// <summary>The span that it belongs to, 16 hexadecimal digits; null outside of any.</summary>
    public string? SpanId => Text("span_id");

    /// <summary>The <see cref="Environment.CurrentManagedThreadId"/> of the thread that logged it; null where <see cref="RecordParts.ThreadId"/> is not included.</summary>
    public int? ThreadId => Part("thread_id")?.GetInt32();

    /// <summary>File and line of the call; null where <see cref="RecordParts.CallSite"/> is not included, or the method has no caller-info parameters.</summary>
    public string? CallSite => Text("call_site");

    /// <summary>Whether a value, or the record, was longer than the limit and has been cut.</summary>
    public bool IsTruncated => Part("truncated") is not null;

    /// <summary>The scopes that are not fields, from the outermost to the innermost, as text. Scopes of key-value pairs are fields.</summary>
    public IReadOnlyList<string> Scopes => Part("scopes") is { } scopes ? [.. scopes.EnumerateArray().Select(static scope => scope.ToString())] : [];

    /// <summary>The names of its fields, in the order in which they were written: bound ones, those of scopes, the call's own.</summary>
    public IReadOnlyList<string> FieldNames => [.. _root.EnumerateObject().Select(static property => property.Name).Where(static name => !s_parts.Contains(name))];

    /// <summary>The line of JSON that was written, without its end.</summary>
    public string Json => _root.GetRawText();

    /// <summary>The value of a field: of the call, bound, or of a scope.</summary>
    /// <param name="name">The field's name, exactly as it is written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="LogAssertionException">There is no such field; the message names those that there are.</exception>
    public LogValue this[string name] => Field(name) is { } value
        ? new LogValue(value, name)
        : throw new LogAssertionException(FieldNames is { Count: > 0 } names
            ? $"The record has no field '{name}'; it has '{string.Join("', '", names)}': {this}"
            : $"The record has no field '{name}', nor any other: {this}");

    /// <summary>The value of a field, as a type.</summary>
    /// <typeparam name="T">The type; see <see cref="LogValue.As{T}"/>.</typeparam>
    /// <param name="name">The field's name, exactly as it is written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="LogAssertionException">There is no such field, or its value is of another type; the message says which there are, and what it is.</exception>
    public T Get<T>(string name) => this[name].As<T>();

    /// <summary>Whether it has a field, be its value null.</summary>
    /// <param name="name">The field's name, exactly as it is written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool Has(string name) => Field(name) is not null;

    /// <summary>The record on one line for people: level, category, event, message, fields, error.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(LevelName.Of(Level));
        if (Category is { } category)
            text.Append(' ').Append(category);

        if (EventName is { } name)
            text.Append(' ').Append(name);

        if (EventId is { } id)
            text.Append(CultureInfo.InvariantCulture, $" ({id})");

        text.Append(": ").Append(Message);
        foreach (string field in FieldNames)
            text.Append(CultureInfo.InvariantCulture, $" {field}={_root.GetProperty(field).GetRawText()}");

        foreach (string scope in Scopes)
            text.Append(" scope=").Append(scope);

        if (Error is { } error)
            text.Append(" error=").Append(ErrorType).Append(ErrorType is null ? "" : ": ").Append(error);

        return text.Replace("\n", "\\n").ToString();
    }

    internal JsonElement? Field(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return s_parts.Contains(name) ? null : Part(name);
    }

    private JsonElement? Part(string name) => _root.TryGetProperty(name, out JsonElement value) ? value : null;

    private string? Text(string name) => Part(name)?.GetString();
}
