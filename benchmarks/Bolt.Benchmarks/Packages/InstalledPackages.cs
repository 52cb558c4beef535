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
            string[] needs = one.Value.TryGetProperty("dependencies", out JsonElement dependencies)
                ? [.. dependencies.EnumerateObject().Select(static need => need.Name)]
                : [];
            _packages.Add(parts[0], new InstalledPackage(parts[0], parts[1], Path.Combine(Root, library.GetProperty("path").GetString()!), needs));
        }
    }

    /// <summary>Where NuGet unpacks packages.</summary>
    public string Root { get; }

    /// <summary>A package, or null where the program was not built with it or it is no longer unpacked.</summary>
    public InstalledPackage? Find(string name) => _packages.TryGetValue(name, out InstalledPackage? found) && Directory.Exists(found.Folder) ? found : null;

    /// <summary>All that a package brings with it, nearest first.</summary>
    public IReadOnlyList<InstalledPackage> NeededBy(InstalledPackage package)
    {
        var found = new List<InstalledPackage>();
        for (IEnumerable<string> names = package.Needs; names.Any();)
        {
            List<InstalledPackage> next = [.. names.Select(Find).OfType<InstalledPackage>().Distinct().Where(one => one != package && !found.Contains(one))];
            found.AddRange(next);
            names = next.SelectMany(static one => one.Needs);
        }

        return found;
    }
}
