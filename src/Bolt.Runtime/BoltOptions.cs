using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>How a <see cref="BoltLoggerFactory"/> works. Read once, when the factory is created; changes afterwards have no effect.</summary>
/// <remarks>The environment wins over these values, unless <see cref="UseEnvironment"/> is false: <c>BOLT_LEVEL</c>, <c>BOLT_FORMAT</c>, <c>BOLT_EVENT_POOL_SIZE</c>, case-insensitive. A bad value there is reported through the logger and <see cref="OnError"/>, and the value set here is used.</remarks>
public sealed class BoltOptions
{
    internal static readonly TimeSpan DefaultSampledOutInterval = TimeSpan.FromSeconds(10);

    private LogLevel? _minimumLevel;

    /// <summary>
    /// The least level written. Default: <see cref="LogLevel.Information"/>; behind Microsoft.Extensions.Logging (<c>AddBolt</c>), whose
    /// filters decide, <see cref="LogLevel.Trace"/>. <see cref="LogLevel.None"/> writes nothing. Environment: <c>BOLT_LEVEL</c>.
    /// </summary>
    public LogLevel MinimumLevel
    {
        get => _minimumLevel ?? LogLevel.Information;
        set => _minimumLevel = value;
    }

    /// <summary>Which parts a record has besides its level, fields and message. Default: <see cref="RecordParts.Default"/>.</summary>
    public RecordParts Include { get; set; } = RecordParts.Default;

    /// <summary>When records reach the sinks. Default: <see cref="Delivery.Background"/>.</summary>
    public Delivery Delivery { get; set; } = Delivery.Background;

    /// <summary>What a log call does when the event pool is empty. Default: <see cref="Overflow.Block"/>.</summary>
    public Overflow Overflow { get; set; } = Overflow.Block;

    /// <summary>Where timestamps come from. Default: <see cref="LogClock.Precise"/>. A <see cref="TimeProvider"/> converts implicitly.</summary>
    public LogClock Clock { get; set; } = LogClock.Precise;

    /// <summary>The number of events that may be encoded but not yet handed to the sinks: 1 to 16,777,216. Default: 8,192. Environment: <c>BOLT_EVENT_POOL_SIZE</c>.</summary>
    public int EventPoolSize { get; set; } = 8192;

    /// <summary>The memory, in bytes, that events may take while they are encoded but not yet handed to the sinks: 64 KiB to 64 GiB. Default: 64 MiB. One record always fits, whatever its size.</summary>
    public long MaxBufferedBytes { get; set; } = 64L << 20;

    /// <summary>How long a drain (<see cref="BoltLoggerFactory.Flush"/>, disposal, exit, Critical) waits for the sinks: 1 millisecond to 1 hour. Default: 5 seconds.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether a record of level Critical ends the process with exit code 1 once it is drained. Default: false, as everywhere in .NET.</summary>
    public bool ExitOnCritical { get; set; }

    /// <summary>What decides whether a record is written, asked in this order until one says no. What is left out is counted in <c>bolt.log.events.filtered</c>.</summary>
    public IList<RecordFilter> Filters { get; } = [];

    /// <summary>What adds fields to the records that all filters want, in this order.</summary>
    public IList<RecordEnricher> Enrichers { get; } = [];

    /// <summary>How long after a call was left out by sampling a record tells how many were: 1 millisecond to 1 day. Default: 10 seconds. What is left is told when the factory is disposed.</summary>
    public TimeSpan SampledOutInterval { get; set; } = DefaultSampledOutInterval;

    /// <summary>Where records go, in this order. None: the console. The factory disposes them.</summary>
    public IList<LogSink> Sinks { get; } = [];

    /// <summary>
    /// Receives every error of the logging system itself. Called by whichever thread met the error, possibly by several at once;
    /// an exception in it is swallowed; what it logs is delivered.
    /// </summary>
    public Action<LogError>? OnError { get; set; }

    /// <summary>The key of <see cref="Redaction.Hash"/>: at least 16 bytes, or empty for a random key of this process. Default: empty.</summary>
    /// <remarks>An event logged through an <see cref="ILogger"/> that is not Bolt's is encoded with the key of the newest factory not yet disposed that has one.</remarks>
    public ReadOnlyMemory<byte> RedactionKey { get; set; }

    /// <summary>
    /// Gives the redactors of values with a data classification: of parameters and members with an attribute derived from
    /// <see cref="Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute"/>. Default: null. Without a provider, and where a
    /// redactor fails, such a value is written as <c>***</c>, counted and reported.
    /// </summary>
    /// <remarks>
    /// Called on the logging threads, by several at once. An event logged through an <see cref="ILogger"/> that is not Bolt's is redacted
    /// by the provider of the newest factory not yet disposed that has one.
    /// </remarks>
    public IRedactorProvider? RedactorProvider { get; set; }

    /// <summary>
    /// Names under which no value is written, whatever their case: fields of <see cref="ILogger"/> calls that are not <see cref="LogEventAttribute"/>
    /// methods, of scopes, of enrichers and of <see cref="BoltLogger.With"/>, and the keys of dictionaries inside any value. The value is <c>***</c>, in the
    /// message too. Default: none, which costs nothing.
    /// </summary>
    /// <remarks>Only names are looked at: what the text of a value or of an exception says is written as it is.</remarks>
    public ISet<string> RedactedNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the environment's <c>BOLT_LEVEL</c> and <c>BOLT_EVENT_POOL_SIZE</c> are read. False is for what must do the same on every machine:
    /// tests, say. Default: true.
    /// </summary>
    public bool UseEnvironment { get; set; } = true;

    internal bool HasMinimumLevel => _minimumLevel.HasValue;
}
