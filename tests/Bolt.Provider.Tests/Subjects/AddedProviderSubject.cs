using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Subjects;

/// <summary>Bolt's provider, added to a factory that exists, as a program without a container of its own does.</summary>
public sealed class AddedProviderSubject : BoltSubject
{
    public override string Name => "Bolt, added";

    public override string Setup => "The same provider, given to `LoggerFactory.AddProvider` of a factory that exists already.";

    public override ILoggerFactory CreateFactory(Stream output, Action<ILoggingBuilder> configure)
    {
        ILoggerFactory factory = LoggerFactory.Create(builder =>
        {
            builder.SetMinimumLevel(LogLevel.Trace);
            configure(builder);
        });
        ServiceProvider services = new ServiceCollection().AddLogging(builder => Add(builder, output)).BuildServiceProvider();

        // The factory owns the provider from now on; the container, which would dispose it too, has nothing else to dispose.
        factory.AddProvider(services.GetRequiredService<IEnumerable<ILoggerProvider>>().Single());
        return factory;
    }
}
