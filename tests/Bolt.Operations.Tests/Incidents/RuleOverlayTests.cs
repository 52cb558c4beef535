using System.Text.RegularExpressions;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Incidents;

/// <summary>The rules that the incidents are shown with are those of ops/prometheus, their times apart.</summary>
public sealed partial class RuleOverlayTests
{
    [Theory]
    [InlineData("alerts.yml")]
    [InlineData("recording.yml")]
    public void Only_windows_and_waits_are_shortened(string file)
    {
        string[] original = File.ReadAllLines(Repository.PathOf("ops", "prometheus", file));
        string[] shortened = RuleOverlay.Shorten(string.Join('\n', original)).Split('\n');
        Assert.Equal(original.Select(static line => Time().Replace(line, "T")), shortened.Select(static line => Time().Replace(line, "T")));
        Assert.DoesNotContain(shortened, static line => line.Contains("m]", StringComparison.Ordinal) || line.Contains("h]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_threshold_that_looks_like_a_time_stays() =>
        Assert.Equal("expr: rate(x[10s]) > 100000\nfor: 2s\ndescription: for: 5m", RuleOverlay.Shorten("expr: rate(x[5m]) > 100000\nfor: 5m\ndescription: for: 5m"));

    [GeneratedRegex(@"(?<=\[)\d+[smhd](?=\])|(?<=^\s*for: )\d+[smhd]$")]
    private static partial Regex Time();
}
