namespace Bolt.Package.Tests;

/// <summary>The C# files that documentation quotes. Each part to be quoted stands between <c>// snippet: name</c> and <c>// end snippet</c>.</summary>
internal static class Snippets
{
    private const string Start = "// snippet: ";
    private const string End = "// end snippet";

    public static string Folder => Repository.PathOf("tests", "Bolt.Package.Tests", "Snippets");

    /// <summary>Those that need the package Bolt alone, and go into one program; the folders beside them are programs of their own.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.cs").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The part of a file between its markers, without the indentation that all its lines share; null if there is no such part.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="name">The part's name.</param>
    public static string? Part(string file, string name)
    {
        List<string>? part = null;
        foreach (string line in File.ReadLines(file))
        {
            if (line.Trim() == Start + name)
                part = [];
            else if (part is not null && line.Trim() == End)
                return Unindent(part);
            else
                part?.Add(line);
        }

        return null;
    }

    public static string Unindent(IReadOnlyCollection<string> lines)
    {
        int indent = lines.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Concat(lines.Select(line => (line.Length > indent ? line[indent..] : "") + "\n"));
    }
}
