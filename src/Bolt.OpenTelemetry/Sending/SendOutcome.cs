namespace Bolt.OpenTelemetry.Sending;

/// <summary>What became of a request.</summary>
/// <param name="Fate">Where its records are now.</param>
/// <param name="Reason">Why they are not with the endpoint; null if they are.</param>
/// <param name="Rejected">Of the records that arrived, the number that the endpoint says it has not kept.</param>
/// <param name="RetryAfter">How long the endpoint asks to be left alone, if it does.</param>
/// <param name="Exception">The exception behind it, or null.</param>
internal sealed record SendOutcome(RecordFate Fate, string? Reason = null, long Rejected = 0, TimeSpan? RetryAfter = null, Exception? Exception = null)
{
    internal static SendOutcome Delivered { get; } = new(RecordFate.Delivered);
}

/// <summary>Where records are after a request.</summary>
internal enum RecordFate
{
    /// <summary>With the endpoint.</summary>
    Delivered,

    /// <summary>Here still: the endpoint was not reached, or asks to try again.</summary>
    Waiting,

    /// <summary>Lost: the endpoint does not want them, and would not the next time.</summary>
    Refused,
}
