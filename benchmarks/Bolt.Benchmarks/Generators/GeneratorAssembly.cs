using System.Runtime.Loader;
using Bolt.Benchmarks.Packages;
using Bolt.Generators;
using Microsoft.CodeAnalysis;

namespace Bolt.Benchmarks.Generators;

/// <summary>Finds and loads the generators, those of the peers from the packages that NuGet unpacked.</summary>
internal static class GeneratorAssembly
{
    /// <returns>The generators that the driver runs for a candidate; empty for none.</returns>
    /// <exception cref="FileNotFoundException">The package, or its generator, is not there; the message says which.</exception>
    public static ISourceGenerator[] Load(GeneratorKind kind) => kind switch
    {
        GeneratorKind.None => [],
        GeneratorKind.Bolt => [new LogEventGenerator().AsSourceGenerator()],
        GeneratorKind.ZLogger => FromPackage("ZLogger", "ZLogger.Generator.dll"),
        GeneratorKind.Microsoft => FromPackage("Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Logging.Generators.dll"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ISourceGenerator[] FromPackage(string name, string file)
    {
        var packages = new InstalledPackages();
        InstalledPackage package = packages.Find(name) ?? throw new FileNotFoundException($"the package {name} is not in {packages.Root}");
        string analyzers = Path.Combine(package.Folder, "analyzers", "dotnet");
        if (!Directory.Exists(analyzers))
            throw new FileNotFoundException($"the package {name} {package.Version} has no analyzers");

        // A package may have one for each of several versions of the compiler: the newest, as the SDK chooses.
        string path = Directory.EnumerateFiles(analyzers, file, SearchOption.AllDirectories).MaxBy(static path => CompilerOf(path))
            ?? throw new FileNotFoundException($"the package {name} {package.Version} has no {file}");
        ISourceGenerator[] generators =
        [
            .. AssemblyLoadContext.Default.LoadFromAssemblyPath(path).GetTypes()
                .Where(static type => !type.IsAbstract && type.IsDefined(typeof(GeneratorAttribute), inherit: false))
                .Select(static type => Activator.CreateInstance(type, nonPublic: true) switch
                {
                    IIncrementalGenerator generator => generator.AsSourceGenerator(),
                    ISourceGenerator generator => generator,
                    _ => throw new InvalidOperationException($"{type} is no generator."),
                }),
        ];
        return generators.Length > 0 ? generators : throw new FileNotFoundException($"{file} of {name} {package.Version} has no generator");
    }

    private static Version CompilerOf(string path)
    {
        string? folder = path.Split(Path.DirectorySeparatorChar).LastOrDefault(static part => part.StartsWith("roslyn", StringComparison.Ordinal));
        return folder is not null && Version.TryParse(folder["roslyn".Length..], out Version? version) ? version : new Version(0, 0);
    }
}
