namespace Bolt.Diagnostics.Profiles;

/// <summary>One profile to take.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Duration">How long to observe; null for the kind's own default. Ignored by kinds that do not observe (<see cref="DefaultDuration"/> is null).</param>
/// <param name="Format">What to write; ignored by the kinds that answer text.</param>
internal sealed record ProfileRequest(ProfileKind Kind, TimeSpan? Duration = null, ProfileFormat Format = ProfileFormat.Pprof)
{
    /// <summary>How long a kind observes when nothing is said; null when it answers as soon as it can.</summary>
    public static TimeSpan? DefaultDuration(ProfileKind kind) => kind switch
    {
        ProfileKind.Cpu => TimeSpan.FromSeconds(30),
        ProfileKind.Allocations or ProfileKind.Block => TimeSpan.FromSeconds(5),
        _ => null,
    };

    /// <summary>Whether a kind answers text, whatever the format.</summary>
    public static bool AnswersText(ProfileKind kind) => kind is ProfileKind.HeapText or ProfileKind.ThreadsText or ProfileKind.Collection;
}
