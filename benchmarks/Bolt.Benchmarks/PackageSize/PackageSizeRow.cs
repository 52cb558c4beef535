namespace Bolt.Benchmarks.PackageSize;

/// <summary>What a logger takes, in bytes.</summary>
/// <param name="Name">The packages that a project names.</param>
/// <param name="Packages">Their files, as they are downloaded.</param>
/// <param name="Assemblies">The assemblies of theirs that a program for .NET 10 brings along.</param>
/// <param name="AllPackages">As <paramref name="Packages"/>, with all that they depend on.</param>
/// <param name="AllAssemblies">As <paramref name="Assemblies"/>, with all that they depend on.</param>
internal sealed record PackageSizeRow(string Name, long Packages, long Assemblies, long AllPackages, long AllAssemblies);
