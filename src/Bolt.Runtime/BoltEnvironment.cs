using System.Globalization;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>What the environment says: <c>BOLT_LEVEL</c>, <c>BOLT_EVENT_POOL_SIZE</c>, <c>BOLT_FORMAT</c>. It wins over code; what it says wrongly is a problem to report.</summary>
internal sealed class BoltEnvironment
{
    internal LogLevel? Level { get; private init; }

    internal int? EventPoolSize { get; private init; }

    internal IReadOnlyList<string> Problems { get; private init; } = [];

    internal static BoltEnvironment Read() => Read(Environment.GetEnvironmentVariable);

    internal static BoltEnvironment Read(Func<string, string?> variable)
    {
        var problems = new List<string>();
        return new BoltEnvironment
        {
            Level = ReadLevel(variable("BOLT_LEVEL"), problems),
            EventPoolSize = ReadPoolSize(variable("BOLT_EVENT_POOL_SIZE"), problems),
            Problems = CheckFormat(variable("BOLT_FORMAT"), problems),
        };
    }

    private static LogLevel? ReadLevel(string? value, List<string> problems)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value))
            return null;

        if (LevelNames.TryParse(value, out LogLevel level))
            return level;

        problems.Add($"BOLT_LEVEL is '{value}', which is no level: use {LevelNames.Allowed}. It is ignored.");
        return null;
    }

    private static int? ReadPoolSize(string? value, List<string> problems)
    {
        value = value?.Trim();
        if (string.IsNullOrEmpty(value))
            return null;

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size is >= 1 and <= BoltOptionsValidator.MaximumPool)
            return size;

        problems.Add($"BOLT_EVENT_POOL_SIZE is '{value}': use a whole number from 1 to {BoltOptionsValidator.MaximumPool}. It is ignored.");
        return null;
    }

    private static List<string> CheckFormat(string? value, List<string> problems)
    {
        if (!string.IsNullOrWhiteSpace(value) && !Sinks.ConsoleSink.TryParseFormat(value, out _))
            problems.Add($"BOLT_FORMAT is '{value}': use json or console. It is ignored.");

        return problems;
    }
}
