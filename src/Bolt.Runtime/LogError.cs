namespace Bolt;

/// <summary>An error of the logging system itself: what went wrong, in which part, and how many records it concerns.</summary>
/// <param name="Reason">The part that failed.</param>
/// <param name="Message">What went wrong, with the input's name and the remedy.</param>
/// <param name="RecordCount">The number of records lost or changed; 0 when none was.</param>
/// <param name="Exception">The exception behind it, or null.</param>
public readonly record struct LogError(LogErrorReason Reason, string Message, int RecordCount, Exception? Exception)
{
    /// <inheritdoc/>
    public override string ToString() => Exception is null ? $"{Reason}: {Message}" : $"{Reason}: {Message} ({Exception.GetType().Name}: {Exception.Message})";
}

/// <summary>The part of the logging system that an error comes from: the label <c>reason</c> of <c>bolt.logging.errors</c>.</summary>
public enum LogErrorReason
{
    /// <summary>A sink threw, wrote short or blocked: its records are lost.</summary>
    Sink,

    /// <summary>A value could not be encoded, and was written as <c>null</c>, or not be redacted, and was written as <c>***</c>.</summary>
    Encode,

    /// <summary>A key was empty, held control characters, was reserved or too long.</summary>
    Key,

    /// <summary>A value was longer than 64 KiB and was truncated.</summary>
    Value,

    /// <summary>A record was longer than 1 MiB and was truncated.</summary>
    Record,

    /// <summary>The event pool was empty: records were dropped, or the pool grew.</summary>
    Overflow,

    /// <summary>Records were left when a drain ran out of time, or came too late.</summary>
    Drain,

    /// <summary>An environment variable or a configuration key has a value that cannot be used.</summary>
    Configuration,

    /// <summary>Another logging provider of the same host threw.</summary>
    Provider,

    /// <summary>A record filter or enricher threw.</summary>
    Hook,
}
