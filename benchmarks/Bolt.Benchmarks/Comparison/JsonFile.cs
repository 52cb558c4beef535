using System.Text.Json;

namespace Bolt.Benchmarks.Comparison;

/// <summary>Reads a JSON file whose content somebody may have broken.</summary>
internal static class JsonFile
{
    /// <exception cref="InvalidDataException">The file cannot be read, or does not hold a <typeparamref name="T"/>; the message names it.</exception>
    public static T Load<T>(string path, JsonSerializerOptions options, string expected)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), options) ?? throw new JsonException("it is null");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{path}' is not {expected}: {exception.Message}", exception);
        }
    }
}
