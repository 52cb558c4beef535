using System.Globalization;
using Bolt;
using Bolt.Sinks;

namespace BoltApp.Configuration;

/// <summary>What the configuration says, checked. Its keys are those of the runbook's <c>config.yaml</c>.</summary>
internal sealed record AppSettings
{
    private static readonly Dictionary<string, LogLevel> s_levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["trace"] = LogLevel.Trace,
        ["debug"] = LogLevel.Debug,
        ["info"] = LogLevel.Information,
        ["warn"] = LogLevel.Warning,
        ["error"] = LogLevel.Error,
        ["fatal"] = LogLevel.Critical,
        ["none"] = LogLevel.None,
    };

    private static readonly Dictionary<string, ConsoleFormat> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["json"] = ConsoleFormat.Json,
        ["console"] = ConsoleFormat.Text,
    };

    private static readonly Dictionary<string, Delivery> s_deliveries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["background"] = Delivery.Background,
        ["synchronous"] = Delivery.Synchronous,
    };

    private static readonly Dictionary<string, Overflow> s_overflows = new(StringComparer.OrdinalIgnoreCase)
    {
        ["block"] = Overflow.Block,
        ["drop_newest"] = Overflow.DropNewest,
        ["grow"] = Overflow.Grow,
    };

    public required string Name { get; init; }

    public required int Port { get; init; }

    /// <summary>0 where the health endpoints have no port of their own.</summary>
    public required int HealthPort { get; init; }

    public required LogLevel Level { get; init; }

    public required ConsoleFormat Format { get; init; }

    public required Delivery Delivery { get; init; }

    public required Overflow Overflow { get; init; }

    public required int EventPoolSize { get; init; }

    /// <summary>The incidents that are on from the start.</summary>
    public required IReadOnlyList<string> Incidents { get; init; }

    /// <exception cref="InvalidDataException">A value is none that its key can have; the message names both.</exception>
    public static AppSettings Read(IConfiguration configuration)
    {
        var defaults = new BoltOptions();
        return new AppSettings
        {
            Name = configuration["app:name"] ?? "bolt-app",
            Port = Number("app:port", 8080, 65535),
            HealthPort = Number("health:port", 0, 65535),
            Level = OneOf("logging:level", s_levels, defaults.MinimumLevel),
            Format = OneOf("logging:format", s_formats, ConsoleFormat.Json),
            Delivery = OneOf("logging:delivery", s_deliveries, defaults.Delivery),
            Overflow = OneOf("logging:overflow", s_overflows, defaults.Overflow),
            EventPoolSize = Number(configuration["Bolt:EventPoolSize"] is null ? "event_pool_size" : "Bolt:EventPoolSize", defaults.EventPoolSize, 16_777_216),
            Incidents = (configuration["BOLTAPP_INCIDENTS"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };

        int Number(string key, int otherwise, int most)
        {
            string? text = configuration[key];
            if (string.IsNullOrWhiteSpace(text))
                return otherwise;

            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
                ? number
                : throw new InvalidDataException($"{key} is '{text}': use a whole number up to {most}.");
        }

        T OneOf<T>(string key, Dictionary<string, T> values, T otherwise)
        {
            string? text = configuration[key];
            if (string.IsNullOrWhiteSpace(text))
                return otherwise;

            return values.TryGetValue(text, out T? value) ? value : throw new InvalidDataException($"{key} is '{text}': use {string.Join(", ", values.Keys)}.");
        }
    }
}
