using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// The levels in <c>Logging:LogLevel</c> and <c>Logging:{provider}:LogLevel</c>: Microsoft.Extensions.Logging reads them, and of a value that
/// is no level it tells neither the path nor, on a reload, anybody at all.
/// </summary>
internal static class FilterLevels
{
    private const string Section = "LogLevel";

    internal static void Check(IConfiguration? root, List<string> problems)
    {
        if (root is null)
            return;

        foreach (IConfigurationSection child in root.GetSection("Logging").GetChildren())
        {
            IConfigurationSection levels = child.Key.Equals(Section, StringComparison.OrdinalIgnoreCase) ? child : child.GetSection(Section);
            foreach (IConfigurationSection level in levels.GetChildren())
            {
                if (!string.IsNullOrEmpty(level.Value) && !Enum.TryParse(level.Value, ignoreCase: true, out LogLevel _))
                    problems.Add($"{level.Path} is '{level.Value}': use {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }
}
