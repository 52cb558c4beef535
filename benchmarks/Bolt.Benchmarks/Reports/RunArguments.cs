using System.Globalization;

namespace Bolt.Benchmarks.Reports;

/// <summary>The arguments of a command: names with values, and names alone.</summary>
internal sealed class RunArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly string _usage;

    /// <param name="arguments">As given.</param>
    /// <param name="usage">The text that tells them.</param>
    /// <param name="valued">The names that a value follows.</param>
    /// <param name="flags">The names that stand alone.</param>
    /// <exception cref="ArgumentException">An argument is neither, or comes twice, or lacks its value.</exception>
    public RunArguments(ReadOnlySpan<string> arguments, string usage, string[] valued, string[] flags)
    {
        _usage = usage;
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            string value = "";
            if (Array.IndexOf(valued, name) >= 0)
                value = ++i < arguments.Length ? arguments[i] : throw new ArgumentException($"The value of '{name}' is missing.\n{usage}");
            else if (Array.IndexOf(flags, name) < 0)
                throw new ArgumentException($"'{name}' is no option.\n{usage}");

            if (!_values.TryAdd(name, value))
                throw new ArgumentException($"'{name}' is given twice.\n{usage}");
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <exception cref="ArgumentException">It is no number, or out of its range.</exception>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (!_values.TryGetValue(name, out string? value))
            return otherwise;

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) && parsed >= least && parsed <= most
            ? parsed
            : throw new ArgumentException($"'{name} {value}': a number from {least} to {most} is needed.\n{_usage}");
    }

    /// <exception cref="ArgumentException">One is no name of <typeparamref name="T"/>.</exception>
    public T[] Names<T>(string name)
        where T : struct, Enum
    {
        if (!_values.TryGetValue(name, out string? value))
            return Enum.GetValues<T>();

        // A number would parse as well.
        return [.. value.Split(',').Select(one => Array.Find(Enum.GetNames<T>(), known => known.Equals(one, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw new ArgumentException($"'{name} {value}': '{one}' is none of {string.Join(", ", Enum.GetNames<T>())}.\n{_usage}")).Distinct()];
    }
}
