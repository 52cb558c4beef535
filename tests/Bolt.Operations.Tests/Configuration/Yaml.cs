using YamlDotNet.RepresentationModel;

namespace Bolt.Operations.Tests.Configuration;

/// <summary>Reads YAML files of the repository.</summary>
internal static class Yaml
{
    /// <summary>The documents of a file, from the root of the repository.</summary>
    public static IReadOnlyList<YamlNode> Documents(params string[] path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Repository.PathOf(path))));
        return [.. stream.Documents.Select(static document => document.RootNode)];
    }

    /// <summary>What is at a path of keys; null where there is nothing.</summary>
    public static YamlNode? At(this YamlNode node, params ReadOnlySpan<string> path)
    {
        YamlNode? at = node;
        foreach (string key in path)
            at = at is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out YamlNode? value) ? value : null;

        return at;
    }

    public static string? Text(this YamlNode node, params ReadOnlySpan<string> path) => (node.At(path) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Items(this YamlNode node, params ReadOnlySpan<string> path) => node.At(path) as YamlSequenceNode ?? Enumerable.Empty<YamlNode>();
}
