using Bolt.Diagnostics.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health of logging to health checks.</summary>
public static class BoltHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds the check <c>bolt</c>: it fails when within the last 30 seconds a sink has failed or records were dropped, and while fewer
    /// than 5 events of the event pool are free.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="failureStatus">What failing means; default: <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose the check by: <c>ready</c>, say. Restarting a process whose sink is full helps nobody, so it is no liveness check.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddBolt(this IHealthChecksBuilder builder, HealthStatus? failureStatus = null, params IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(static services => new BoltHealthCheck(services.GetService<TimeProvider>() ?? TimeProvider.System));
        return builder.Add(new HealthCheckRegistration("bolt", static services => services.GetRequiredService<BoltHealthCheck>(), failureStatus, tags));
    }
}
