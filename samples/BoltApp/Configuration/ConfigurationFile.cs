namespace BoltApp.Configuration;

/// <summary><c>config.yaml</c>, which the environment and the command line override.</summary>
internal static class ConfigurationFile
{
    private const string PathVariable = "CONFIG_PATH";

    /// <exception cref="FileNotFoundException">The file that <c>CONFIG_PATH</c> names is not there.</exception>
    /// <exception cref="InvalidDataException">The file is no YAML.</exception>
    public static void AddTo(ConfigurationManager configuration, string[] arguments)
    {
        string? asked = Environment.GetEnvironmentVariable(PathVariable);
        string path = Path.GetFullPath(string.IsNullOrWhiteSpace(asked) ? Path.Combine(AppContext.BaseDirectory, "config.yaml") : asked);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no '{path}': {PathVariable} must name a YAML file.");

        try
        {
            configuration.AddYamlFile(path, optional: false, reloadOnChange: false);
        }
        catch (Exception error) when (error is FormatException or YamlDotNet.Core.YamlException || error.InnerException is YamlDotNet.Core.YamlException)
        {
            throw new InvalidDataException($"'{path}' is no YAML: {(error.InnerException ?? error).Message}", error);
        }

        configuration.AddEnvironmentVariables().AddCommandLine(arguments);
    }
}
