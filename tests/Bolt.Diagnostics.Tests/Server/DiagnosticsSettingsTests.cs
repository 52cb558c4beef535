namespace Bolt.Diagnostics.Tests;

public class DiagnosticsSettingsTests
{
    [Fact]
    public void Without_options_only_metrics_are_answered_on_loopback()
    {
        DiagnosticsSettings settings = Read(new BoltDiagnosticsOptions());
        Assert.True(settings.Metrics.IsLoopback);
        Assert.Null(settings.Debug);
        Assert.Null(settings.DebugToken);
    }

    [Fact]
    public void The_option_turns_the_debug_endpoints_on() => Assert.True(Read(new BoltDiagnosticsOptions { Debug = true }).Debug!.IsLoopback);

    [Fact]
    public void The_variable_of_the_address_turns_the_debug_endpoints_on() =>
        Assert.NotNull(Read(new BoltDiagnosticsOptions(), ("BOLT_DEBUG_ADDR", "localhost:6060")).Debug);

    [Fact]
    public void An_empty_variable_says_nothing() => Assert.Null(Read(new BoltDiagnosticsOptions(), ("BOLT_DEBUG_ADDR", " "), ("BOLT_METRICS_ADDR", "")).Debug);

    [Fact]
    public void The_environment_wins()
    {
        var options = new BoltDiagnosticsOptions { MetricsAddress = "localhost:1", Debug = true, DebugAddress = "localhost:2", DebugToken = "from code" };
        DiagnosticsSettings settings = Read(options, ("BOLT_METRICS_ADDR", "0.0.0.0:3"), ("BOLT_DEBUG_ADDR", "0.0.0.0:4"), ("BOLT_DEBUG_TOKEN", "from outside"));
        Assert.False(settings.Metrics.IsLoopback);
        Assert.False(settings.Debug!.IsLoopback);
        Assert.Equal("from outside", settings.DebugToken);
    }

    [Theory]
    [InlineData("0.0.0.0:6060")]
    [InlineData(":6060")]
    [InlineData("10.0.0.1:6060")]
    public void A_debug_address_that_others_reach_needs_a_token(string address)
    {
        string message = Assert.Throws<ArgumentException>(() => Read(new BoltDiagnosticsOptions { Debug = true, DebugAddress = address })).Message;
        Assert.Contains($"'{address}'", message);
        Assert.Contains("BOLT_DEBUG_TOKEN", message);
        Assert.Throws<ArgumentException>(() => Read(new BoltDiagnosticsOptions(), ("BOLT_DEBUG_ADDR", address), ("BOLT_DEBUG_TOKEN", "  ")));
        Assert.Equal("secret", Read(new BoltDiagnosticsOptions(), ("BOLT_DEBUG_ADDR", address), ("BOLT_DEBUG_TOKEN", " secret ")).DebugToken);
    }

    [Fact]
    public void A_malformed_variable_is_named() =>
        Assert.StartsWith("BOLT_DEBUG_ADDR is 'nowhere'", Assert.Throws<ArgumentException>(() => Read(new BoltDiagnosticsOptions(), ("BOLT_DEBUG_ADDR", "nowhere"))).Message);

    [Theory]
    [InlineData(0.9)]
    [InlineData(3601)]
    [InlineData(-1)]
    public void The_longest_observation_has_bounds(double seconds) =>
        Assert.Contains("from 1 second to 1 hour", Assert.Throws<ArgumentOutOfRangeException>(() => Read(new BoltDiagnosticsOptions { MaxProfileDuration = TimeSpan.FromSeconds(seconds) })).Message);

    private static DiagnosticsSettings Read(BoltDiagnosticsOptions options, params (string Name, string Value)[] environment) =>
        DiagnosticsSettings.Read(options, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}
