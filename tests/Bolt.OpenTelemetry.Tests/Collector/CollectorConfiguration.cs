using YamlDotNet.Serialization;

namespace Bolt.OpenTelemetry.Tests.Collector;

/// <summary>A collector's configuration, of one file or of several laid over one another as the collector does it: maps are merged, everything else is replaced.</summary>
internal sealed class CollectorConfiguration
{
    private readonly Dictionary<object, object?> _root;

    private CollectorConfiguration(Dictionary<object, object?> root) => _root = root;

    public static CollectorConfiguration Read(params string[] files)
    {
        var root = new Dictionary<object, object?>();
        foreach (string file in files)
            Merge(root, new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize<Dictionary<object, object?>>(File.ReadAllText(Repository.PathOf($"ops/collector/{file}"))));
        return new CollectorConfiguration(root);
    }

    /// <summary>What is at a path of keys.</summary>
    public object? this[params string[] path]
    {
        get
        {
            object? value = _root;
            foreach (string key in path)
                value = value is Dictionary<object, object?> map && map.TryGetValue(key, out object? inner) ? inner : throw new KeyNotFoundException($"{string.Join("::", path)} is not there.");
            return value;
        }
    }

    /// <summary>The names of the components of a section.</summary>
    public string[] Declared(string section) => _root.TryGetValue(section, out object? components) ? ((Dictionary<object, object?>)components!).Keys.Cast<string>().ToArray() : [];

    /// <summary>The names that the service uses: its extensions, or those of all pipelines.</summary>
    public string[] Used(string section)
    {
        var service = (Dictionary<object, object?>)_root["service"]!;
        if (section == "extensions")
            return Names(service.GetValueOrDefault(section));

        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (object? pipeline in ((Dictionary<object, object?>)service["pipelines"]!).Values)
            used.UnionWith(Names(((Dictionary<object, object?>)pipeline!).GetValueOrDefault(section)));
        return used.ToArray();
    }

    /// <summary>The text with its variables at their defaults.</summary>
    public static string AtDefaults(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\$\{env:[A-Z_]+:-([^}]*)\}", "$1");

    private static string[] Names(object? list) => list is List<object> names ? names.Cast<string>().ToArray() : [];

    private static void Merge(Dictionary<object, object?> into, Dictionary<object, object?> from)
    {
        foreach ((object key, object? value) in from)
        {
            if (value is Dictionary<object, object?> map && into.GetValueOrDefault(key) is Dictionary<object, object?> existing)
                Merge(existing, map);
            else
                into[key] = value;
        }
    }
}
