using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bolt.Hosting.Tests;

/// <summary>Hosts that log to a sink of the test's, synchronously.</summary>
internal static class Hosts
{
    /// <summary>A generic host with the defaults of .NET, without its providers.</summary>
    /// <param name="sink">Receives the records.</param>
    /// <param name="settings">Configuration, as keys and values.</param>
    /// <param name="configure">Options beyond the sink and the delivery.</param>
    /// <param name="build">Other providers, filters and services.</param>
    public static IHost Create(
        RecordSink sink,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Action<BoltOptions>? configure = null,
        Action<HostApplicationBuilder>? build = null)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders().AddBolt(options =>
        {
            options.Delivery = Delivery.Synchronous;
            options.Sinks.Add(sink);
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        return builder.Build();
    }

    public static ILogger<T> Logger<T>(this IHost host) => host.Services.GetRequiredService<ILogger<T>>();

    public static ILogger Logger(this IHost host, string category) => host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
}
