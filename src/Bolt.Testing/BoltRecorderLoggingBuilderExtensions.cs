using Bolt.Testing;
using Bolt.Testing.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Logging;

/// <summary>Adds a recorder to Microsoft.Extensions.Logging.</summary>
public static class BoltRecorderLoggingBuilderExtensions
{
    /// <summary>
    /// Adds a recorder beside the other providers, Bolt's own included. It records what the builder's filters let through; rules for it alone go
    /// by the alias <c>BoltRecorder</c>. The host does not dispose it.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="recorder">The recorder.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="recorder"/> is null.</exception>
    public static ILoggingBuilder AddBoltRecorder(this ILoggingBuilder builder, LogRecorder recorder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(recorder);
        builder.Services.AddSingleton<ILoggerProvider>(new RecorderProvider(recorder));
        return builder;
    }
}
