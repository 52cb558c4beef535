using NLog;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;

namespace Bolt.Migration.Tests.Lines;

/// <summary>What NLog's JSON layout writes: level, logger, message, the nested scope, exception, then the scope's and the event's properties.</summary>
internal static class NLogLines
{
    /// <summary>What calls on the logger Shop write, all levels on.</summary>
    public static string[] Of(Action<Logger> log, Action<LoggingConfiguration>? configure = null)
    {
        using var factory = new LogFactory { ThrowExceptions = true, AutoShutdown = false };
        using var target = new MemoryTarget("memory") { Layout = Layout() };
        var configuration = new LoggingConfiguration(factory);
        configuration.AddRuleForAllLevels(target);
        configure?.Invoke(configuration);
        factory.Configuration = configuration;
        log(factory.GetLogger("Shop"));
        return [.. target.Logs];
    }

    public static JsonLayout Layout() => new()
    {
        SuppressSpaces = true,
        IncludeEventProperties = true,
        IncludeScopeProperties = true,
        MaxRecursionLimit = 3,
        Attributes =
        {
            new JsonAttribute("level", "${level}"),
            new JsonAttribute("logger", "${logger}"),
            new JsonAttribute("message", "${message}"),
            new JsonAttribute("scope", "${scopenested}"),
            new JsonAttribute("exception", "${exception:format=ToString}"),
        },
    };
}
