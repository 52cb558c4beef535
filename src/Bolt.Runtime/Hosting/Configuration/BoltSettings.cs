using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>The configuration section <c>Logging:Bolt</c>: one setting for each option that text can say.</summary>
/// <remarks>
/// Read by hand rather than bound: a binder stops at the first value that it cannot use, and names neither what is allowed there nor the
/// keys that nothing reads.
/// </remarks>
internal static class BoltSettings
{
    internal const string Path = "Logging:Bolt";

    /// <summary>Sets what the section says, and notes what is wrong. The sinks are checked, not made.</summary>
    /// <param name="section">The section.</param>
    /// <param name="root">The whole configuration, or null.</param>
    /// <param name="options">The options to set.</param>
    /// <param name="problems">Receives what is wrong.</param>
    internal static void Read(IConfiguration section, IConfiguration? root, BoltOptions options, List<string> problems)
    {
        ReadPoolSize(root, options, problems);
        var reader = new SettingReader(section, Path, problems);

        // Microsoft.Extensions.Logging reads these.
        _ = reader.Children("LogLevel");
        if (reader.TryText(nameof(BoltOptions.MinimumLevel), out string level))
        {
            if (LevelNames.TryParse(level, out LogLevel minimum))
                options.MinimumLevel = minimum;
            else
                reader.Refuse(nameof(BoltOptions.MinimumLevel), level, $"use {LevelNames.Allowed}");
        }

        if (reader.TryEnum(nameof(BoltOptions.Include), out RecordParts include))
            options.Include = include;

        if (reader.TryEnum(nameof(BoltOptions.Delivery), out Delivery delivery))
            options.Delivery = delivery;

        if (reader.TryEnum(nameof(BoltOptions.Overflow), out Overflow overflow))
            options.Overflow = overflow;

        ReadClock(reader, options);
        if (reader.TryNumber(nameof(BoltOptions.EventPoolSize), 1, BoltOptionsValidator.MaximumPool, out long size))
            options.EventPoolSize = (int)size;

        if (reader.TryNumber(nameof(BoltOptions.MaxBufferedBytes), BoltOptionsValidator.MinimumBytes, BoltOptionsValidator.MaximumBytes, out long bytes))
            options.MaxBufferedBytes = bytes;

        if (reader.TryDuration(nameof(BoltOptions.DrainTimeout), BoltOptionsValidator.MinimumDrain, BoltOptionsValidator.MaximumDrain, out TimeSpan drain))
            options.DrainTimeout = drain;

        if (reader.TryDuration(nameof(BoltOptions.SampledOutInterval), BoltOptionsValidator.MinimumDrain, BoltOptionsValidator.LongestInterval, out TimeSpan interval))
            options.SampledOutInterval = interval;

        if (reader.TrySwitch(nameof(BoltOptions.ExitOnCritical), out bool exits))
            options.ExitOnCritical = exits;

        ReadKey(reader, options);
        ReadNames(reader, options);
        SinkSettings.Check(reader, problems);
        reader.RefuseUnknown();
    }

    /// <summary>The keys that the runbook names; the section's own setting stands before them.</summary>
    private static void ReadPoolSize(IConfiguration? root, BoltOptions options, List<string> problems)
    {
        if (root is null)
            return;

        if (new SettingReader(root.GetSection("Bolt"), "Bolt", problems).TryNumber(nameof(BoltOptions.EventPoolSize), 1, BoltOptionsValidator.MaximumPool, out long size))
        {
            options.EventPoolSize = (int)size;
        }
        else if (root["event_pool_size"] is { Length: > 0 } text)
        {
            if (int.TryParse(text, out int number) && number is >= 1 and <= BoltOptionsValidator.MaximumPool)
                options.EventPoolSize = number;
            else
                problems.Add($"event_pool_size is '{text}': use a whole number from 1 to {BoltOptionsValidator.MaximumPool}.");
        }
    }

    private static void ReadClock(SettingReader reader, BoltOptions options)
    {
        if (!reader.TryText(nameof(BoltOptions.Clock), out string clock))
            return;

        if (clock.Equals(nameof(LogClock.Precise), StringComparison.OrdinalIgnoreCase))
            options.Clock = LogClock.Precise;
        else if (clock.Equals(nameof(LogClock.Coarse), StringComparison.OrdinalIgnoreCase))
            options.Clock = LogClock.Coarse;
        else
            reader.Refuse(nameof(BoltOptions.Clock), clock, $"use {nameof(LogClock.Precise)} or {nameof(LogClock.Coarse)}");
    }

    private static void ReadNames(SettingReader reader, BoltOptions options)
    {
        const string Setting = nameof(BoltOptions.RedactedNames);
        string names = reader.TryText(Setting, out string text) ? text : string.Join(',', reader.Children(Setting).Select(static child => child.Section.Value));
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            options.RedactedNames.Add(name);
    }

    private static void ReadKey(SettingReader reader, BoltOptions options)
    {
        if (!reader.TryText(nameof(BoltOptions.RedactionKey), out string text))
            return;

        // What was given stays out of the message: it may be a key.
        byte[] key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out int length))
            reader.Refuse(nameof(BoltOptions.RedactionKey), "…", "it is not Base64; make one with: openssl rand -base64 32");
        else if (length < BoltOptionsValidator.MinimumKey)
            reader.Refuse(nameof(BoltOptions.RedactionKey), "…", $"it has {length} bytes; give at least {BoltOptionsValidator.MinimumKey}, in Base64; make one with: openssl rand -base64 32");
        else
            options.RedactionKey = key.AsMemory(0, length);
    }
}
