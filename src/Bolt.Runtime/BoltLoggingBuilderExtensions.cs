using Bolt;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Logging;

/// <summary>Adds Bolt to Microsoft.Extensions.Logging.</summary>
public static class BoltLoggingBuilderExtensions
{
    /// <summary>Adds Bolt as a provider. Its minimum level is Trace unless set: the builder's filters decide what reaches it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options, or null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ILoggingBuilder AddBolt(this ILoggingBuilder builder, Action<BoltOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, BoltLoggerProvider>(_ => new BoltLoggerProvider(configure)));
        return builder;
    }
}
