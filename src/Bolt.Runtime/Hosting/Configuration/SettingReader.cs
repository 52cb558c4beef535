using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Bolt.Runtime;

/// <summary>Reads the settings of one configuration section, and notes what is wrong by full path with what is allowed.</summary>
/// <param name="section">The section.</param>
/// <param name="path">Its path.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class SettingReader(IConfiguration section, string path, List<string> problems)
{
    private readonly List<string> _names = [];

    internal bool TryText(string name, out string value)
    {
        _names.Add(name);
        value = section[name]?.Trim() ?? "";
        return value.Length > 0;
    }

    /// <summary>A value of an enumeration, by name; of several values that combine, as a list or separated by commas.</summary>
    internal bool TryEnum<T>(string name, out T value)
        where T : struct, Enum
    {
        if (!TryText(name, out string text))
            text = string.Join(',', section.GetSection(name).GetChildren().Select(static child => child.Value));

        value = default;
        if (text.Length == 0)
            return false;

        // Numbers would be taken for values that have no name.
        if (!char.IsAsciiDigit(text[0]) && text[0] != '-' && Enum.TryParse(text, ignoreCase: true, out value))
            return true;

        Refuse(name, text, $"use {string.Join(", ", Enum.GetNames<T>())}");
        return false;
    }

    internal bool TryNumber(string name, long least, long most, out long value)
    {
        value = 0;
        if (!TryText(name, out string text))
            return false;

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            return true;

        Refuse(name, text, string.Create(CultureInfo.InvariantCulture, $"use a whole number from {least} to {most}"));
        return false;
    }

    internal bool TryDuration(string name, TimeSpan least, TimeSpan most, out TimeSpan value)
    {
        value = default;
        if (!TryText(name, out string text))
            return false;

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            return true;

        Refuse(name, text, $"use a time from {least} to {most}, such as 00:00:05");
        return false;
    }

    internal bool TrySwitch(string name, out bool value)
    {
        value = false;
        if (!TryText(name, out string text))
            return false;

        if (bool.TryParse(text, out value))
            return true;

        Refuse(name, text, "use true or false");
        return false;
    }

    /// <summary>The sections below a setting, each with its path.</summary>
    internal IEnumerable<(IConfigurationSection Section, string Path)> Children(string name)
    {
        _names.Add(name);
        return section.GetSection(name).GetChildren().Select(child => (child, $"{path}:{name}:{child.Key}"));
    }

    /// <summary>Notes that a setting's value cannot be used.</summary>
    internal void Refuse(string name, string value, string remedy) => problems.Add($"{path}:{name} is '{value}': {remedy}.");

    /// <summary>Notes the keys that no setting has asked for.</summary>
    internal void RefuseUnknown()
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!_names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                problems.Add($"{path}:{child.Key} is no setting of Bolt: the settings there are {string.Join(", ", _names)}.");
        }
    }
}
