using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Configuration;
using Microsoft.Extensions.Options;

namespace Bolt.Runtime;

/// <summary>A host's settings of Bolt: its configuration, and the code that was given to <c>AddBolt</c>.</summary>
internal sealed class HostSettings(ILoggerProviderConfiguration<BoltLoggerProvider> section, IServiceProvider services)
{
    /// <summary>The section <c>Logging:Bolt</c>.</summary>
    internal IConfiguration Section => section.Configuration;

    /// <summary>The host's whole configuration; null where it has none.</summary>
    internal IConfiguration? Root { get; } = services.GetService<IConfiguration>();

    /// <summary>Sets what the configuration says, and returns what is wrong in it.</summary>
    internal List<string> Read(BoltOptions options)
    {
        var problems = new List<string>();
        BoltSettings.Read(Section, Root, options, problems);
        FilterLevels.Check(Root, problems);
        return problems;
    }

    /// <summary>Makes the factory that the settings describe.</summary>
    /// <exception cref="OptionsValidationException">A key or a value of the configuration cannot be used.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option set by code is out of its range.</exception>
    internal BoltLoggerFactory CreateFactory()
    {
        BoltOptions options = services.GetRequiredService<IOptionsFactory<BoltOptions>>().Create(Options.DefaultName);

        // Last, since they are opened: whatever else is wrong leaves no file behind.
        var problems = new List<string>();
        IReadOnlyList<LogSink> sinks = SinkSettings.Create(Section, problems);
        if (problems.Count > 0)
            throw new OptionsValidationException(BoltSettings.Path, typeof(BoltOptions), problems);

        for (int i = 0; i < sinks.Count; i++)
            options.Sinks.Insert(i, sinks[i]);

        options.RedactorProvider ??= services.GetService<IRedactorProvider>();

        return BoltLoggerFactory.Create(options, LogLevel.Trace);
    }
}
