using System.Reflection;
using System.Text.Json;

namespace Bolt.Benchmarks.Packages;

/// <summary>
/// The packages that this program was built from, in exactly the versions that were restored, and where NuGet unpacked them: read from
/// the program's own list of dependencies.
/// </summary>
internal sealed class InstalledPackages
{
    private readonly Dictionary<string, InstalledPackage> _packages = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidDataException">The list is not beside the program.</exception>
    public InstalledPackages()
    {
        Assembly program = typeof(InstalledPackages).Assembly;
        Root = program.GetCustomAttributes<AssemblyMetadataAttribute>().First(static one => one.Key == "PackageRoot").Value!;
        string path = Path.Combine(AppContext.BaseDirectory, program.GetName().Name + ".deps.json");
        if (!File.Exists(path))
            throw new InvalidDataException($"'{path}' is missing: build the project and run what was built.");

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement libraries = document.RootElement.GetProperty("libraries");
        foreach (JsonProperty one in document.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (libraries.GetProperty(one.Name) is var library && library.GetProperty("type").GetString() != "package")
                continue;

            string[] parts = one.Name.Split('/');
            string folder = Path.Combine(Root, library.GetProperty("path").GetString()!);
            _packages.Add(parts[0], new InstalledPackage(parts[0], parts[1], folder, Names(one.Value, "dependencies"), Names(one.Value, "runtime")));
        }
    }

    /// <summary>Where NuGet unpacks packages.</summary>
    public string Root { get; }

    /// <summary>A package, or null where the program was not built with it or it is no longer unpacked.</summary>
    public InstalledPackage? Find(string name) => _packages.TryGetValue(name, out InstalledPackage? found) && Directory.Exists(found.Folder) ? found : null;

    /// <summary>The packages of these names, and all that they need, nearest first.</summary>
    public IReadOnlyList<InstalledPackage> WithNeeds(IEnumerable<string> names)
    {
        var found = new List<InstalledPackage>();
        for (string[] wanted = [.. names]; wanted.Length > 0;)
        {
            InstalledPackage[] next = [.. wanted.Select(Find).OfType<InstalledPackage>().Distinct().Where(one => !found.Contains(one))];
            found.AddRange(next);
            wanted = [.. next.SelectMany(static one => one.Needs)];
        }

        return found;
    }

    private static string[] Names(JsonElement library, string property) => library.TryGetProperty(property, out JsonElement names)
        ? [.. names.EnumerateObject().Select(static one => one.Name)]
        : [];
}
