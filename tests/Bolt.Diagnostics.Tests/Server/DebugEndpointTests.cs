using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Bolt.Diagnostics.Debug;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Tests;

public class DebugEndpointTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_profile_is_answered_as_it_was_taken()
    {
        using var endpoint = Start(_ => ProfileAnswer.OfFile("application/octet-stream", "cpu.pb.gz", new MemoryStream([1, 2, 3])));
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        using HttpResponseMessage response = await client.GetAsync("debug/pprof/profile?seconds=2");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([1, 2, 3], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("cpu.pb.gz", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task What_is_asked_reaches_the_profiler()
    {
        ProfileRequest? seen = null;
        using var endpoint = Start(request =>
        {
            seen = request;
            return ProfileAnswer.OfText("done");
        });
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        Assert.Equal("done", await client.GetStringAsync("debug/pprof/block?seconds=7&format=nettrace"));
        Assert.Equal(new ProfileRequest(ProfileKind.Block, TimeSpan.FromSeconds(7), ProfileFormat.NetTrace), seen);
    }

    [Theory]
    [InlineData("debug/pprof/profile?seconds=-1", 400)]
    [InlineData("debug/pprof/profile?seconds=1e9", 400)]
    [InlineData("debug/pprof/trace", 404)]
    [InlineData("debug/gc", 405)]
    [InlineData("%2e%2e/etc/passwd", 404)]
    public async Task What_cannot_be_answered_has_a_status_and_one_line_of_text(string target, int status)
    {
        using var endpoint = Start(_ => throw new InvalidOperationException("nothing was to be observed"));
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        using HttpResponseMessage response = await client.GetAsync(target);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Single((await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task One_observation_is_made_at_a_time()
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource<ProfileAnswer>();
        using var endpoint = Start((_, _) =>
        {
            started.TrySetResult();
            return finish.Task;
        });
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        Task<HttpResponseMessage> first = client.GetAsync("debug/pprof/profile");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        using HttpResponseMessage second = await client.GetAsync("debug/pprof/heap");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Contains("one is taken at a time", await second.Content.ReadAsStringAsync());

        finish.SetResult(ProfileAnswer.OfText("first"));
        Assert.Equal("first", await (await first).Content.ReadAsStringAsync());
        finish = new TaskCompletionSource<ProfileAnswer>();
        finish.SetResult(ProfileAnswer.OfText("third"));
        Assert.Equal("third", await client.GetStringAsync("debug/pprof/goroutine?debug=1"));
    }

    [Fact]
    public async Task An_observation_ends_when_its_client_hangs_up_and_the_next_can_be_made()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        using var endpoint = Start(async (_, gone) =>
        {
            if (ended.Task.IsCompleted)
                return ProfileAnswer.OfText("next");

            started.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, gone);
                return ProfileAnswer.OfText("");
            }
            finally
            {
                ended.TrySetResult();
            }
        });
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, endpoint.Address.Port);
            await client.GetStream().WriteAsync("GET /debug/pprof/profile?seconds=300 HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using var next = new HttpClient { BaseAddress = endpoint.Address };
        await EventuallyAsync(async () => (await next.GetAsync("debug/pprof/profile")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_post_without_a_length_or_with_a_body_is_answered()
    {
        using var endpoint = Start(_ => ProfileAnswer.OfText("collected"));
        Assert.EndsWith("\r\n\r\ncollected", await SendAsync(endpoint, "POST /debug/gc HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        Assert.EndsWith("\r\n\r\ncollected", await SendAsync(endpoint, "POST /debug/gc HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody"));
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET debug HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/2.0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nno header\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    public async Task What_is_no_request_is_told_so(string text)
    {
        using var endpoint = Start(_ => ProfileAnswer.OfText("secrets"));
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(endpoint, text));
    }

    [Fact]
    public async Task A_head_without_end_is_refused_when_it_is_too_long()
    {
        using var endpoint = Start(_ => ProfileAnswer.OfText("secrets"));
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync(endpoint, "GET / HTTP/1.1\r\nX: " + new string('x', 20_000)));
    }

    [Fact]
    public async Task A_profiler_that_fails_ends_only_its_request()
    {
        int calls = 0;
        using var endpoint = Start(_ => Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("broken") : ProfileAnswer.OfText("fine"));
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        using HttpResponseMessage response = await client.GetAsync("debug/pprof/profile");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("The request failed: broken\n", await response.Content.ReadAsStringAsync());
        Assert.Equal("fine", await client.GetStringAsync("debug/pprof/profile"));
    }

    [Fact]
    public async Task Stopping_ends_the_observation()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var endpoint = Start(async (_, stopped) =>
        {
            started.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, stopped);
                return ProfileAnswer.OfText("");
            }
            finally
            {
                ended.TrySetResult();
            }
        });
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        Task<HttpResponseMessage> request = client.GetAsync("debug/pprof/profile");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        endpoint.Dispose();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        using HttpResponseMessage response = await request.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("The server is stopping; the profile was given up.\n", await response.Content.ReadAsStringAsync());
        endpoint.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer secret2")]
    [InlineData("Basic c2VjcmV0")]
    [InlineData("secret")]
    public async Task Without_the_token_nothing_is_answered(string? authorization)
    {
        using var endpoint = Start(_ => ProfileAnswer.OfText("secrets"), token: "secret");
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        foreach (string target in new[] { "debug/pprof/heap", "debug/pprof/nothing", "" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);

            using HttpResponseMessage response = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
            Assert.Contains("BOLT_DEBUG_TOKEN", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task With_the_token_the_profile_is_answered()
    {
        using var endpoint = Start(_ => ProfileAnswer.OfText("secrets"), token: "secret");
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
        Assert.Equal("secrets", await client.GetStringAsync("debug/pprof/heap"));
    }

    [Fact]
    public async Task A_page_of_another_name_that_resolves_to_loopback_gets_nothing()
    {
        // What a web page in the browser of whoever works on this machine could try.
        using var endpoint = Start(_ => ProfileAnswer.OfText("secrets"));
        using var client = new HttpClient { BaseAddress = endpoint.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "debug/pprof/heap");
        request.Headers.Host = "attacker.example";
        using HttpResponseMessage response = await client.SendAsync(request);
        Assert.False(response.IsSuccessStatusCode);
        Assert.DoesNotContain("secrets", await response.Content.ReadAsStringAsync());
    }

    private static DebugEndpoint Start(Func<ProfileRequest, ProfileAnswer> observe, string? token = null) =>
        Start((request, _) => Task.FromResult(observe(request)), token);

    private static DebugEndpoint Start(Func<ProfileRequest, CancellationToken, Task<ProfileAnswer>> observe, string? token = null) =>
        DebugEndpoint.Start(ListenAddress.Parse("test", "127.0.0.1:0"), token, s_longest, observe);

    private static async Task<string> SendAsync(DebugEndpoint endpoint, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, endpoint.Address.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (int attempt = 0; !await condition(); attempt++)
        {
            Assert.True(attempt < 100, "It did not come true within ten seconds.");
            await Task.Delay(100);
        }
    }
}
