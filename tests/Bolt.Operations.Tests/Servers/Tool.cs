namespace Bolt.Operations.Tests.Servers;

/// <summary>A program of the machine's that tests run: a server, a checker, a viewer.</summary>
internal static class Tool
{
    /// <summary>Where Debian puts programs that are not in every user's PATH.</summary>
    private static readonly string[] s_systemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    private static readonly string s_install = "install it, as scripts/test.sh does";

    /// <summary>Whether tests that need a program fail where it is missing, instead of being skipped.</summary>
    public static bool AreRequired => Environment.GetEnvironmentVariable("BOLT_OPERATIONS") == "required";

    /// <summary>The full path of a program.</summary>
    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public static string PathOf(string name) => Find(name) ?? throw new InvalidOperationException($"'{name}' is not on this machine: {s_install}.");

    /// <summary>Why a test that needs these programs cannot run; null if it can.</summary>
    public static string? WhyNot(IEnumerable<string> names)
    {
        string[] missing = [.. names.Where(static name => Find(name) is null)];
        return missing.Length == 0 ? null : $"{string.Join(", ", missing)} not on this machine: {s_install}";
    }

    private static string? Find(string name)
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(s_systemFolders);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
