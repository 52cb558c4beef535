using System.Reflection;

namespace Bolt.Tests.Shared;

/// <summary>Where this test was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The packages that the solution was restored from: what a consumer needs besides Bolt is there, so no test reaches for the network.</summary>
    public static string PackageCache { get; } = Metadata("PackageCache");

    /// <summary>Debug or Release, as this test itself.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
