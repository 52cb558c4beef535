namespace Bolt.Diagnostics.Profiles;

/// <summary>Takes profiles of this process. The caller sees to it that one is taken at a time.</summary>
internal sealed class ProfileService
{
    /// <summary>
    /// Takes a profile. Whatever goes wrong is an answer with its status and one line of text; only a client that is gone ends in
    /// an <see cref="OperationCanceledException"/>, after the observation has been stopped.
    /// </summary>
    public Task<ProfileAnswer> AnswerAsync(ProfileRequest request, CancellationToken clientGone) =>
        Task.FromResult(ProfileAnswer.OfFailure(501, $"Profiles of kind {request.Kind} are not taken yet."));
}
