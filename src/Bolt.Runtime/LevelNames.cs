using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The names of levels in settings: those of records, and those of <see cref="LogLevel"/>.</summary>
internal static class LevelNames
{
    internal const string Allowed = "trace, debug, info, warn, error, fatal or none";

    internal static bool TryParse(string text, out LogLevel level)
    {
        LogLevel? found = text.ToLowerInvariant() switch
        {
            "trace" => LogLevel.Trace,
            "debug" => LogLevel.Debug,
            "info" or "information" => LogLevel.Information,
            "warn" or "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "fatal" or "critical" => LogLevel.Critical,
            "none" or "off" => LogLevel.None,
            _ => null,
        };
        level = found.GetValueOrDefault();
        return found.HasValue;
    }
}
