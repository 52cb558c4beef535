using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>What a host resolves when it logs.</summary>
internal static class HostServices
{
    /// <summary>Makes Bolt's factory the host's, and its loggers of types those of that factory.</summary>
    internal static void TakeOver(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, HostLoggerFactory>());
        services.Replace(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(CategoryLogger<>)));
    }
}
