using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance;

/// <summary>A logging provider that the rules are put to: how to set it up so that it writes JSON lines to a stream, and how to read them back.</summary>
/// <remarks>Every concrete subclass with a constructor without parameters is a subject: a provider is added by one class.</remarks>
public abstract class ConformanceSubject
{
    /// <summary>The head of its column.</summary>
    public abstract string Name { get; }

    /// <summary>How it is set up, in a sentence for the page.</summary>
    public abstract string Setup { get; }

    /// <summary>The name that filters know the provider by, as in its <c>ProviderAlias</c>.</summary>
    public abstract string Alias { get; }

    /// <summary>Adds the provider as its users do, with every level, scopes and every part of a record on.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="output">Takes the lines, in UTF-8. Thread-safe; to be left open.</param>
    public abstract void Add(ILoggingBuilder builder, Stream output);

    /// <summary>Reads a record back.</summary>
    /// <param name="line">The line.</param>
    /// <param name="root">The same, parsed: an object.</param>
    public abstract LogRecord Read(string line, JsonElement root);

    /// <summary>A factory with the provider, every level on; to be overridden by a subject that gets into a factory in another way.</summary>
    /// <param name="output">As for <see cref="Add"/>.</param>
    /// <param name="configure">Adds a rule's filters, options and further providers; after the provider, as a program would.</param>
    public virtual ILoggerFactory CreateFactory(Stream output, Action<ILoggingBuilder> configure) => LoggerFactory.Create(builder =>
    {
        builder.SetMinimumLevel(LogLevel.Trace);
        Add(builder, output);
        configure(builder);
    });
}
