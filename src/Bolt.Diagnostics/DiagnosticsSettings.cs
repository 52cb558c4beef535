namespace Bolt.Diagnostics;

/// <summary>What the options and the environment say together, checked.</summary>
internal sealed record DiagnosticsSettings(ListenAddress Metrics, ListenAddress? Debug, string? DebugToken, TimeSpan MaxProfileDuration)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    internal static DiagnosticsSettings Read(BoltDiagnosticsOptions options) => Read(options, Environment.GetEnvironmentVariable);

    /// <exception cref="ArgumentException">An address is malformed, or the debug address needs a token and has none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="BoltDiagnosticsOptions.MaxProfileDuration"/> is out of its range.</exception>
    internal static DiagnosticsSettings Read(BoltDiagnosticsOptions options, Func<string, string?> variable)
    {
        if (options.MaxProfileDuration < TimeSpan.FromSeconds(1) || options.MaxProfileDuration > s_longest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(BoltDiagnosticsOptions.MaxProfileDuration),
                options.MaxProfileDuration,
                "BoltDiagnosticsOptions.MaxProfileDuration must be from 1 second to 1 hour.");
        }

        ListenAddress metrics = Address("BOLT_METRICS_ADDR", nameof(BoltDiagnosticsOptions.MetricsAddress), options.MetricsAddress);
        string token = FirstOf(variable("BOLT_DEBUG_TOKEN"), options.DebugToken);
        bool isAsked = options.Debug || !string.IsNullOrWhiteSpace(variable("BOLT_DEBUG_ADDR"));
        ListenAddress? debug = isAsked ? Address("BOLT_DEBUG_ADDR", nameof(BoltDiagnosticsOptions.DebugAddress), options.DebugAddress) : null;
        if (debug is { IsLoopback: false } && token.Length == 0)
        {
            throw new ArgumentException(
                $"The debug address is '{FirstOf(variable("BOLT_DEBUG_ADDR"), options.DebugAddress)}', which other machines can reach, and has no token: "
                + "set BOLT_DEBUG_TOKEN (or BoltDiagnosticsOptions.DebugToken), or listen on localhost. Profiles show what is in memory.");
        }

        return new DiagnosticsSettings(metrics, debug, token.Length == 0 ? null : token, options.MaxProfileDuration);

        ListenAddress Address(string name, string option, string value) => string.IsNullOrWhiteSpace(variable(name))
            ? ListenAddress.Parse($"{nameof(BoltDiagnosticsOptions)}.{option}", value)
            : ListenAddress.Parse(name, variable(name));
    }

    private static string FirstOf(string? first, string? second) => string.IsNullOrWhiteSpace(first) ? second?.Trim() ?? "" : first.Trim();
}
