using Bolt;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes Bolt the logger factory of a host.</summary>
public static class BoltServiceCollectionExtensions
{
    /// <summary>
    /// Makes Bolt the host's logger factory whatever it was before, set up as by
    /// <see cref="BoltLoggingBuilderExtensions.AddBolt(ILoggingBuilder, Action{BoltOptions}?)"/>: the loggers that <see cref="ILoggerFactory"/> makes are of type
    /// <see cref="BoltLogger"/>, and the host's other providers are fed by it.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets options, after the configuration; called once, when the first logger is made. Null for none.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddBoltLoggerFactory(this IServiceCollection services, Action<BoltOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging(builder => builder.AddBolt(configure));
        HostServices.TakeOver(services);
        return services;
    }
}
