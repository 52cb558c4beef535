namespace Bolt.Diagnostics;

/// <summary>Where a process answers operators. Read once, at the start.</summary>
/// <remarks>
/// The environment wins: <c>BOLT_METRICS_ADDR</c>, <c>BOLT_DEBUG_ADDR</c> (which also turns the debug endpoints on) and
/// <c>BOLT_DEBUG_TOKEN</c>. An address is <c>host:port</c>: <c>localhost:9090</c>, <c>127.0.0.1:9090</c>, <c>[::1]:9090</c>, or, for every
/// IPv4 address of the machine, <c>0.0.0.0:9090</c> or <c>:9090</c>. Port 0 takes a free one.
/// </remarks>
public sealed class BoltDiagnosticsOptions
{
    /// <summary>Where <c>/metrics</c> is answered. Default: <c>localhost:9090</c>. Environment: <c>BOLT_METRICS_ADDR</c>.</summary>
    public string MetricsAddress { get; set; } = "localhost:9090";

    /// <summary>
    /// Whether <c>/debug/pprof/…</c> and <c>/debug/gc</c> are answered. Default: false: they show what is in memory, and cost the process
    /// time. Setting <c>BOLT_DEBUG_ADDR</c> turns them on.
    /// </summary>
    public bool Debug { get; set; }

    /// <summary>Where the debug endpoints are answered. Any address but a loopback one needs a <see cref="DebugToken"/>. Default: <c>localhost:6060</c>. Environment: <c>BOLT_DEBUG_ADDR</c>.</summary>
    public string DebugAddress { get; set; } = "localhost:6060";

    /// <summary>What a request to the debug endpoints must carry, as <c>Authorization: Bearer token</c>, wherever they are; null for nothing. Default: null. Environment: <c>BOLT_DEBUG_TOKEN</c>.</summary>
    public string? DebugToken { get; set; }

    /// <summary>The longest observation that may be asked for: 1 second to 1 hour. Default: 5 minutes.</summary>
    public TimeSpan MaxProfileDuration { get; set; } = TimeSpan.FromMinutes(5);
}
