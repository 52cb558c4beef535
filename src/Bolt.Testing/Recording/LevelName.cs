using Microsoft.Extensions.Logging;

namespace Bolt.Testing.Recording;

/// <summary>The names that levels have in a record.</summary>
internal static class LevelName
{
    private static readonly string[] s_names = ["trace", "debug", "info", "warn", "error", "fatal"];

    internal static LogLevel Parse(string name) => (LogLevel)Array.IndexOf(s_names, name);

    internal static string Of(LogLevel level) => level is >= LogLevel.Trace and <= LogLevel.Critical ? s_names[(int)level] : level.ToString();
}
