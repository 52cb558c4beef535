using Bolt.Diagnostics;
using Bolt.Diagnostics.Hosting;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the endpoints for operators to a host.</summary>
public static class BoltDiagnosticsServiceCollectionExtensions
{
    /// <summary>
    /// Answers <c>/metrics</c> while the host runs and, where asked for, the debug endpoints. The host does not start when an address is
    /// malformed or taken, or a debug address that other machines can reach has no token. Once it has, the service
    /// <see cref="BoltDiagnosticsServer"/> knows the addresses that were bound.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <example><code>
    /// builder.Logging.AddBolt();
    /// builder.Services.AddBoltDiagnostics(options =&gt; options.MetricsAddress = "0.0.0.0:9090");
    /// builder.Services.AddHealthChecks().AddBolt();
    /// </code></example>
    public static IServiceCollection AddBoltDiagnostics(this IServiceCollection services, Action<BoltDiagnosticsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services
            .AddSingleton(new BoltDiagnosticsHostedService(configure))
            .AddSingleton<IHostedService>(static services => services.GetRequiredService<BoltDiagnosticsHostedService>())
            .AddSingleton(static services => services.GetRequiredService<BoltDiagnosticsHostedService>().Server);
    }
}
