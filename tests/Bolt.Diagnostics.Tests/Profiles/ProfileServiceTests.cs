using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Tests.Profiles;

/// <summary>Not beside other tests: the runtime's sampler is one for the process.</summary>
[CollectionDefinition("profiles", DisableParallelization = true)]
public sealed class ProfileCollection;

[Collection("profiles")]
public sealed class ProfileServiceTests
{
    [Fact]
    public async Task A_client_that_is_gone_ends_the_observation_and_the_next_profile_is_taken()
    {
        var service = new ProfileService();
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.AnswerAsync(new ProfileRequest(ProfileKind.Cpu, TimeSpan.FromMinutes(5)), gone.Token).WaitAsync(TimeSpan.FromSeconds(60)));

        await using ProfileAnswer answer = await service.AnswerAsync(new ProfileRequest(ProfileKind.Cpu, TimeSpan.FromSeconds(1)), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(200, answer.StatusCode);
        Assert.True(answer.Body.Length > 0);
    }
}
