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
    /// write every call. Only calls that are enabled count.
    /// </summary>
    /// <remarks>
    /// Calls left out by this or <see cref="SampleFirst"/> are counted in <c>bolt.log.events.sampled_out</c>, and told by a record of the event
    /// <c>SampledOut</c> every <see cref="BoltOptions.SampledOutInterval"/>. <see cref="LogLevel.Error"/> and above are never left out, unless
    /// <see cref="SampleErrors"/> asks for it.
    /// </remarks>
    public int SampleEvery { get; set; }

    /// <summary>
    /// Writes the first <c>SampleFirst</c> calls of each interval of <see cref="SampleIntervalMilliseconds"/>, and one of every <see cref="SampleThereafter"/>
    /// after them: with 0 there, a limit of the rate. From 1; 0, the default, has no intervals. Not beside <see cref="SampleEvery"/>.
    /// </summary>
    public int SampleFirst { get; set; }

    /// <summary>Of the calls of an interval after the first, one of this many is written; 0, the default, writes none.</summary>
    public int SampleThereafter { get; set; }

    /// <summary>How long an interval is, in milliseconds: 1 to 86,400,000, a day. It begins with the first call after the end of the one before. Default: 1,000.</summary>
    public int SampleIntervalMilliseconds { get; set; } = 1000;

    /// <summary>Whether calls of level <see cref="LogLevel.Error"/> and above are sampled like any other. Default: false.</summary>
    public bool SampleErrors { get; set; }
}
