namespace Bolt.Diagnostics.Profiles;

/// <summary>A profile cannot be taken: the status to answer, and one line that says why and what to do.</summary>
internal sealed class ProfileUnavailableException(int statusCode, string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>The process cannot be observed, however often one asks.</summary>
    public const int Never = 501;

    /// <summary>It went wrong this time.</summary>
    public const int NotNow = 503;

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; } = statusCode;
}
