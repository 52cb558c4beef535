using Microsoft.Extensions.Options;

namespace Bolt.Runtime;

/// <summary>Sets a host's options from its configuration; registered before what code sets.</summary>
internal sealed class SettingsReading(HostSettings settings) : IConfigureOptions<BoltOptions>
{
    /// <exception cref="OptionsValidationException">A key or a value cannot be used; the message names each with its path.</exception>
    public void Configure(BoltOptions options)
    {
        List<string> problems = settings.Read(options);
        if (problems.Count > 0)
            throw new OptionsValidationException(BoltSettings.Path, typeof(BoltOptions), problems);
    }
}
