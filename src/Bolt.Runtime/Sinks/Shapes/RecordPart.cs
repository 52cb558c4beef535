namespace Bolt.Sinks.Shapes;

/// <summary>The keys of a record that are its own.</summary>
internal enum RecordPart
{
    Time,
    Level,
    Category,
    EventId,
    Event,
    Error,
    ErrorType,
    ErrorStack,
    ThreadId,
    CallSite,
    TraceId,
    SpanId,
    Message,

    /// <summary>Any other: a field, <c>scopes</c>, <c>truncated</c>.</summary>
    Field,
}
