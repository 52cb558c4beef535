namespace Bolt.Benchmarks.Packages;

/// <summary>A package as NuGet unpacked it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where its files are, the package file among them.</param>
/// <param name="Needs">The names of the packages it depends on.</param>
/// <param name="Assemblies">The assemblies that a program for this framework loads from it, relative to <paramref name="Folder"/>.</param>
internal sealed record InstalledPackage(string Name, string Version, string Folder, IReadOnlyList<string> Needs, IReadOnlyList<string> Assemblies);
