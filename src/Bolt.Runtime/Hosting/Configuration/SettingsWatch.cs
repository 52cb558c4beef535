using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Bolt.Runtime;

/// <summary>
/// Follows the configuration while a host runs: levels apply at once; what is wrong, and what only a restart can apply, is reported,
/// and what was set before stays.
/// </summary>
internal sealed class SettingsWatch : IDisposable
{
    private readonly HostSettings _settings;
    private readonly BoltLoggerFactory _factory;
    private readonly bool _followsLevel;
    private readonly Lock _lock = new();
    private readonly List<IDisposable> _registrations = [];
    private Dictionary<string, string?> _fixed;
    private LogLevel? _level;

    private SettingsWatch(HostSettings settings, BoltLoggerFactory factory)
    {
        _settings = settings;
        _factory = factory;
        _fixed = ReadFixed();
        var read = new BoltOptions();
        _ = settings.Read(read);
        _level = read.HasMinimumLevel ? read.MinimumLevel : null;

        // Where code has set another level than the configuration, it goes on standing before it.
        _followsLevel = factory.EnvironmentLevel is null && factory.MinimumLevel == (_level ?? LogLevel.Trace);
    }

    internal static SettingsWatch Start(HostSettings settings, BoltLoggerFactory factory)
    {
        var watch = new SettingsWatch(settings, factory);
        watch._registrations.Add(ChangeToken.OnChange(settings.Section.GetReloadToken, watch.Reload));
        if (settings.Root is IConfigurationRoot root)
        {
            watch._registrations.Add(ChangeToken.OnChange(root.GetReloadToken, watch.Reload));
            watch.FollowFailures(root);
        }

        return watch;
    }

    public void Dispose()
    {
        foreach (IDisposable registration in _registrations)
            registration.Dispose();
    }

    private void Reload()
    {
        lock (_lock)
        {
            var read = new BoltOptions();
            List<string> problems = _settings.Read(read);
            foreach (string problem in problems)
                _factory.ReportConfiguration($"{problem} What was set before stays in force.");

            if (problems.Count > 0)
                return;

            Dictionary<string, string?> now = ReadFixed();
            foreach (string key in now.Keys.Union(_fixed.Keys))
            {
                if (now.GetValueOrDefault(key) != _fixed.GetValueOrDefault(key))
                    _factory.ReportConfiguration($"{BoltSettings.Path}:{key} has changed: it is read when the process starts, so restart it to apply the change.");
            }

            _fixed = now;
            LogLevel? level = read.HasMinimumLevel ? read.MinimumLevel : null;
            if (_followsLevel && level != _level)
            {
                _level = level;
                _factory.Pipeline.Gates.SetMinimum(level ?? LogLevel.Trace);
            }
        }
    }

    /// <summary>What only a restart applies: all but the levels.</summary>
    private Dictionary<string, string?> ReadFixed()
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in _settings.Section.AsEnumerable())
        {
            if (value is not null
                && !key.Equals(nameof(BoltOptions.MinimumLevel), StringComparison.OrdinalIgnoreCase)
                && !key.StartsWith("LogLevel", StringComparison.OrdinalIgnoreCase))
                values[key] = value;
        }

        return values;
    }

    /// <summary>A file that cannot be read any more raises no reload: whoever watches the configuration hears nothing of it.</summary>
    private void FollowFailures(IConfigurationRoot root)
    {
        foreach (IConfigurationProvider provider in root.Providers)
        {
            if (provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner })
            {
                FollowFailures(inner);
            }
            else if (provider is FileConfigurationProvider { Source: { } source })
            {
                Action<FileLoadExceptionContext>? before = source.OnLoadException;
                source.OnLoadException = context =>
                {
                    before?.Invoke(context);
                    _factory.ReportConfiguration($"The configuration file '{source.Path}' cannot be read, and what was set before stays in force: {context.Exception.GetBaseException().Message}");
                };
                _registrations.Add(new Restoration(() => source.OnLoadException = before));
            }
        }
    }

    private sealed class Restoration(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
