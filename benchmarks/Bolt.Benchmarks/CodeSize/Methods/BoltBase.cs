using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.CodeSize.Methods;

/// <summary>An event without fields: what every program has compiled before its first field.</summary>
internal static partial class BoltBase
{
    [LogEvent(LogLevel.Information, "Service started")]
    public static partial void ServiceStarted(ILogger logger);
}
