namespace Bolt;

/// <summary>The parts of a record besides <c>level</c>, the fields and <c>message</c>, each absent unless included.</summary>
[Flags]
public enum RecordParts
{
    /// <summary>Only level, fields and message.</summary>
    None = 0,

    /// <summary><c>time</c>: UTC, ISO 8601, seven fractional digits.</summary>
    Timestamp = 1,

    /// <summary><c>category</c>: the logger's category.</summary>
    Category = 2,

    /// <summary><c>event_id</c>, where the event has one.</summary>
    EventId = 4,

    /// <summary><c>event</c>: the event's name.</summary>
    EventName = 8,

    /// <summary><c>trace_id</c> and <c>span_id</c> of the current <see cref="System.Diagnostics.Activity"/>, if it has W3C ids.</summary>
    TraceContext = 16,

    /// <summary><c>error_type</c>: the exception's full type name.</summary>
    ErrorType = 32,

    /// <summary><c>error_stack</c>: the exception's stack trace with its inner exceptions. Allocates: the runtime tells the frames of a stack only as objects.</summary>
    ErrorStack = 64,

    /// <summary><c>thread_id</c>: <see cref="Environment.CurrentManagedThreadId"/>.</summary>
    ThreadId = 128,

    /// <summary><c>call_site</c>: file name and line, for methods that declare caller-info parameters.</summary>
    CallSite = 256,

    /// <summary>What a factory includes unless told otherwise.</summary>
    Default = Timestamp | Category | EventName | TraceContext | ErrorType | ErrorStack,

    /// <summary>Every part.</summary>
    All = Default | EventId | ThreadId | CallSite,
}

/// <summary>When records reach the sinks.</summary>
public enum Delivery
{
    /// <summary>When the log call returns, the sinks have the record. One lock over all sinks: the same order in each.</summary>
    Synchronous,

    /// <summary>Within about a millisecond, by a thread of Bolt's; Error and above at once. In order per thread, and in causal order across threads.</summary>
    Background,
}

/// <summary>What a log call does when the event pool is empty.</summary>
public enum Overflow
{
    /// <summary>Waits for room. Nothing is lost; a slow sink slows its callers. Disposal ends the wait.</summary>
    Block,

    /// <summary>Drops the new record, before it is encoded, and counts it. Critical is never dropped.</summary>
    DropNewest,

    /// <summary>Goes beyond <see cref="BoltOptions.EventPoolSize"/>, up to <see cref="BoltOptions.MaxBufferedBytes"/>, and reports it once; beyond that, drops and counts.</summary>
    Grow,
}
