namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(params string[] path) => File.ReadAllText(PathTo(path)).ReplaceLineEndings("\n");

    public static string PathTo(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Directory.Packages.props")))
                return directory.FullName;
        }

        throw new InvalidOperationException("The tests must run from inside the repository: their folders lead to no Directory.Packages.props.");
    }
}
