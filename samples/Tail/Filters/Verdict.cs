namespace Tail.Filters;

/// <summary>What a filter says of a line.</summary>
internal enum Verdict
{
    /// <summary>A record that meets every condition.</summary>
    Meets,

    /// <summary>A record that does not.</summary>
    Fails,

    /// <summary>Not one JSON object.</summary>
    NoRecord,
}
