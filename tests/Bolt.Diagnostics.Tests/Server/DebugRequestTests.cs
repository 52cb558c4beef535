using System.Globalization;
using System.Web;
using Bolt.Diagnostics.Debug;
using Bolt.Diagnostics.Profiles;

namespace Bolt.Diagnostics.Tests;

public class DebugRequestTests
{
    [Theory]
    [InlineData("GET", "/debug/pprof/profile", nameof(ProfileKind.Cpu))]
    [InlineData("GET", "/debug/pprof/heap", nameof(ProfileKind.Heap))]
    [InlineData("GET", "/debug/pprof/heap?debug=0", nameof(ProfileKind.Heap))]
    [InlineData("GET", "/debug/pprof/heap?debug=1", nameof(ProfileKind.HeapText))]
    [InlineData("GET", "/debug/pprof/allocs", nameof(ProfileKind.Allocations))]
    [InlineData("GET", "/debug/pprof/goroutine", nameof(ProfileKind.Threads))]
    [InlineData("GET", "/debug/pprof/goroutine?debug=1", nameof(ProfileKind.ThreadsText))]
    [InlineData("GET", "/debug/pprof/block", nameof(ProfileKind.Block))]
    [InlineData("POST", "/debug/gc", nameof(ProfileKind.Collection))]
    public void Each_endpoint_asks_for_its_kind(string method, string target, string kind)
    {
        DebugRequest request = Parse(method, target);
        Assert.Equal(200, request.StatusCode);
        Assert.Equal(kind, request.Profile!.Kind.ToString());
        Assert.Null(request.Profile.Duration);
        Assert.Equal(ProfileFormat.Pprof, request.Profile.Format);
    }

    [Theory]
    [InlineData("profile?seconds=1", 1)]
    [InlineData("profile?seconds=0.5", 0.5)]
    [InlineData("profile?seconds=300", 300)]
    [InlineData("allocs?seconds=2", 2)]
    [InlineData("block?format=speedscope&seconds=3", 3)]
    public void Seconds_are_how_long_to_observe(string target, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Parse("GET", "/debug/pprof/" + target).Profile!.Duration);

    [Theory]
    [InlineData("pprof", nameof(ProfileFormat.Pprof))]
    [InlineData("nettrace", nameof(ProfileFormat.NetTrace))]
    [InlineData("speedscope", nameof(ProfileFormat.Speedscope))]
    public void The_format_may_be_chosen(string format, string expected) =>
        Assert.Equal(expected, Parse("GET", "/debug/pprof/profile?format=" + format).Profile!.Format.ToString());

    [Theory]
    [InlineData("profile?seconds=-1", "seconds is '-1'")]
    [InlineData("profile?seconds=0", "seconds is '0'")]
    [InlineData("profile?seconds=1e9", "seconds is '1e9'")]
    [InlineData("profile?seconds=300.1", "up to 300")]
    [InlineData("profile?seconds=", "seconds is ''")]
    [InlineData("profile?seconds=NaN", "seconds is 'NaN'")]
    [InlineData("profile?seconds=1&seconds=2", "seconds is '1,2'")]
    [InlineData("profile?second=1", "'second' is no parameter of /debug/pprof/profile: use seconds and format.")]
    [InlineData("profile?debug=1", "'debug' is no parameter")]
    [InlineData("profile?x", "'x' is no parameter")]
    [InlineData("profile?format=svg", "format is 'svg': use pprof, nettrace or speedscope.")]
    [InlineData("heap?debug=2", "debug is '2': use 1 for text, 0 for a profile.")]
    [InlineData("heap?seconds=1", "'seconds' is no parameter of /debug/pprof/heap: use debug and format.")]
    [InlineData("goroutine?debug=x", "debug is 'x'")]
    public void A_bad_parameter_is_named_with_what_would_do(string target, string problem)
    {
        DebugRequest request = Parse("GET", "/debug/pprof/" + target);
        Assert.Equal(400, request.StatusCode);
        Assert.Null(request.Profile);
        Assert.Contains(problem, request.Problem);
        Assert.DoesNotContain('\n', request.Problem);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/debug/pprof/")]
    [InlineData("GET", "/debug/pprof")]
    [InlineData("GET", "/debug/pprof/cmdline")]
    [InlineData("GET", "/debug/pprof/profile/")]
    [InlineData("GET", "/debug/pprof/PROFILE")]
    [InlineData("GET", "/debug/../debug/pprof/x")]
    [InlineData("POST", "/debug/gc/now")]
    [InlineData("GET", "/metrics")]
    public void No_other_path_is_answered(string method, string target)
    {
        DebugRequest request = Parse(method, target);
        Assert.Equal(404, request.StatusCode);
        Assert.Null(request.Profile);
    }

    [Theory]
    [InlineData("POST", "/debug/pprof/profile", "for GET, not POST")]
    [InlineData("DELETE", "/debug/pprof/heap", "for GET, not DELETE")]
    [InlineData("GET", "/debug/gc", "for POST, not GET")]
    public void A_wrong_method_is_told_the_right_one(string method, string target, string problem)
    {
        DebugRequest request = Parse(method, target);
        Assert.Equal(405, request.StatusCode);
        Assert.Contains(problem, request.Problem);
    }

    [Fact]
    public void A_culture_with_a_decimal_comma_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal(TimeSpan.FromSeconds(0.5), Parse("GET", "/debug/pprof/profile?seconds=0.5").Profile!.Duration);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DebugRequest Parse(string method, string target)
    {
        string[] parts = target.Split('?', 2);
        return DebugRequest.Parse(method, parts[0], HttpUtility.ParseQueryString(parts.Length == 2 ? parts[1] : ""), TimeSpan.FromMinutes(5));
    }
}
