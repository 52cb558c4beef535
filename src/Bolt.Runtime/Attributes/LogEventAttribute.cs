using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>
/// Marks a partial method whose body Bolt writes at compile time: the method's arguments become the fields of one
/// structured log record, without a heap allocation.
/// </summary>
/// <remarks>
/// The message is a template as in Microsoft.Extensions.Logging: <c>"User {Id} logged in from {Ip,-15}"</c>. A hole names a
/// parameter, exactly or ignoring case; format and alignment change the message only, the field keeps the raw value. A
/// parameter that no hole names is simply a field. The level comes from the attribute or from a parameter of type
/// <see cref="LogLevel"/>, never from both.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class LogEventAttribute : Attribute
{
    /// <summary>An event with a fixed level and a message template.</summary>
    /// <param name="level">The level of every record of this event.</param>
    /// <param name="message">The message template.</param>
    public LogEventAttribute(LogLevel level, string message)
    {
        Level = level;
        Message = message;
    }

    /// <summary>An event with a fixed level and an empty message.</summary>
    /// <param name="level">The level of every record of this event.</param>
    public LogEventAttribute(LogLevel level)
    {
        Level = level;
    }

    /// <summary>An event whose level is given at each call, by a parameter of type <see cref="LogLevel"/>.</summary>
    /// <param name="message">The message template.</param>
    public LogEventAttribute(string message)
    {
        Message = message;
    }

    /// <summary>An event with an empty message whose level is given at each call, by a parameter of type <see cref="LogLevel"/>.</summary>
    public LogEventAttribute()
    {
    }

    /// <summary>The level of every record; <see cref="LogLevel.None"/> when a parameter gives it.</summary>
    public LogLevel Level { get; } = LogLevel.None;

    /// <summary>The message template; empty when there is none.</summary>
    public string Message { get; } = "";

    /// <summary>The event's id. Without one, records have no <c>event_id</c> and <see cref="Microsoft.Extensions.Logging.EventId.Id"/> is 0.</summary>
    public int EventId { get; set; }

    /// <summary>The event's name, the record's <c>event</c>. Default: the method's name.</summary>
    public string? EventName { get; set; }

    /// <summary>Leaves out the check whether the level is enabled, for callers that have made it already.</summary>
    public bool SkipEnabledCheck { get; set; }

    /// <summary>
    /// Writes one call of every <c>SampleEvery</c>: the n-th, the 2n-th and so on, counted per method over all threads. 0 and 1
    /// write every call. <see cref="LogLevel.Error"/> and above are never sampled out.
    /// </summary>
    public int SampleEvery { get; set; }
}
