using System.Runtime.CompilerServices;
using Bolt.Diagnostics.Profiles.Kinds;
using Bolt.Diagnostics.Profiles.Recording;
using Bolt.Diagnostics.Profiles.Writing;

namespace Bolt.Diagnostics.Profiles;

/// <summary>Takes profiles of this process. The caller sees to it that one is taken at a time.</summary>
internal sealed class ProfileService
{
    /// <summary>
    /// Takes a profile. Whatever goes wrong is an answer with its status and one line of text; only a client that is gone ends in
    /// an <see cref="OperationCanceledException"/>, after the observation has been stopped.
    /// </summary>
    public Task<ProfileAnswer> AnswerAsync(ProfileRequest request, CancellationToken clientGone)
    {
        // Not on the thread pool, which may be the very thing that is stuck.
        var answer = new TaskCompletionSource<ProfileAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                answer.SetResult(Answer(request, clientGone));
            }
            catch (OperationCanceledException)
            {
                answer.SetCanceled(clientGone);
            }
            catch (ProfileUnavailableException error)
            {
                answer.SetResult(ProfileAnswer.OfFailure(error.StatusCode, error.Message));
            }
            catch (Exception error)
            {
                answer.SetResult(ProfileAnswer.OfFailure(ProfileUnavailableException.NotNow, $"The profile could not be taken: {error.Message.ReplaceLineEndings(" ")}"));
            }
        })
        { IsBackground = true, Name = "Bolt profile" };
        thread.UnsafeStart();
        return answer.Task;
    }

    private static ProfileAnswer Answer(ProfileRequest request, CancellationToken clientGone)
    {
        switch (request.Kind)
        {
            case ProfileKind.HeapText:
                return ProfileAnswer.OfText(HeapText.Describe());
            case ProfileKind.Collection:
                return ProfileAnswer.OfText(Collection.Run());
        }

        if (!RuntimeFeature.IsDynamicCodeSupported)
            throw new ProfileUnavailableException(ProfileUnavailableException.Never, "This process was compiled ahead of time (Native AOT), where the runtime has no profiler; use perf, or run it on the .NET runtime.");

        TraceFolder? folder = new();
        try
        {
            TimeSpan duration = request.Duration ?? ProfileRequest.DefaultDuration(request.Kind) ?? TimeSpan.Zero;
            if (request.Kind == ProfileKind.ThreadsText)
                return ProfileAnswer.OfText(ThreadProfile.Describe(folder, clientGone));
            if (request.Format == ProfileFormat.NetTrace)
            {
                // The file is deleted with the answer.
                ProfileAnswer answer = ProfileAnswer.OfFile("application/octet-stream", NameOf(request, "nettrace"), File.OpenRead(Record(request.Kind, folder, duration, clientGone)), folder);
                folder = null;
                return answer;
            }

            return Write(request, Observe(request.Kind, folder, duration, clientGone));
        }
        finally
        {
            folder?.Dispose();
        }
    }

    private static string Record(ProfileKind kind, TraceFolder folder, TimeSpan duration, CancellationToken clientGone) => kind switch
    {
        ProfileKind.Cpu => CpuProfile.Record(folder, duration, clientGone),
        ProfileKind.Allocations => AllocationProfile.Record(folder, duration, clientGone),
        ProfileKind.Block => BlockProfile.Record(folder, duration, clientGone),
        ProfileKind.Threads => ThreadProfile.Record(folder, clientGone),
        _ => HeapProfile.Record(folder, clientGone),
    };

    private static StackProfile Observe(ProfileKind kind, TraceFolder folder, TimeSpan duration, CancellationToken clientGone) => kind switch
    {
        ProfileKind.Cpu => CpuProfile.Observe(folder, duration, clientGone),
        ProfileKind.Allocations => AllocationProfile.Observe(folder, duration, clientGone),
        ProfileKind.Block => BlockProfile.Observe(folder, duration, clientGone),
        ProfileKind.Threads => ThreadProfile.Observe(folder, clientGone),
        _ => HeapProfile.Observe(clientGone),
    };

    private static ProfileAnswer Write(ProfileRequest request, StackProfile profile)
    {
        var body = new MemoryStream();
        if (request.Format == ProfileFormat.Speedscope)
        {
            SpeedscopeFile.Write(profile, body);
            body.Position = 0;
            return ProfileAnswer.OfFile("application/json", NameOf(request, "speedscope.json"), body);
        }

        PprofFile.Write(profile, body);
        body.Position = 0;
        return ProfileAnswer.OfFile("application/octet-stream", NameOf(request, "pb.gz"), body);
    }

    private static string NameOf(ProfileRequest request, string extension) => $"{request.Kind.ToString().ToLowerInvariant()}.{extension}";
}
