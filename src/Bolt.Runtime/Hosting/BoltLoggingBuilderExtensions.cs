using Bolt;
using Bolt.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Logging;

/// <summary>Adds Bolt to Microsoft.Extensions.Logging.</summary>
public static class BoltLoggingBuilderExtensions
{
    /// <summary>
    /// Adds Bolt, set up by the configuration section <c>Logging:Bolt</c>, then by <paramref name="configure"/>. Its minimum level is Trace unless
    /// set: the host's filters decide what is written, and follow their configuration while the host runs.
    /// </summary>
    /// <remarks>
    /// Where the host's factory is that of Microsoft.Extensions.Logging, Bolt takes its place: every <see cref="ILogger"/>, <c>ILogger&lt;T&gt;</c>
    /// included, writes straight to Bolt, and the host's other providers are fed by it, with the same filters, scopes and activity tracking.
    /// Where it is another's, Bolt is a provider behind it.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options, after the configuration; called once, when the first logger is made. Null for none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ILoggingBuilder AddBolt(this ILoggingBuilder builder, Action<BoltOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddConfiguration();
        IServiceCollection services = builder.Services;
        services.TryAddSingleton<HostSettings>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<BoltOptions>, SettingsReading>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, BoltLoggerProvider>());
        if (configure is not null)
            services.Configure(configure);

        if (IsMicrosofts(services, typeof(ILoggerFactory), typeof(LoggerFactory)) && IsMicrosofts(services, typeof(ILogger<>), typeof(Logger<>)))
            HostServices.TakeOver(services);

        return builder;
    }

    private static bool IsMicrosofts(IServiceCollection services, Type service, Type implementation)
    {
        ServiceDescriptor? last = null;
        foreach (ServiceDescriptor descriptor in services)
        {
            if (descriptor.ServiceType == service && !descriptor.IsKeyedService)
                last = descriptor;
        }

        return last?.ImplementationType == implementation;
    }
}
