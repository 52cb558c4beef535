namespace Bolt.Tests.Shared;

/// <summary>A directory tree with something of everything that the sample logs.</summary>
internal static class SampleTree
{
    /// <summary>How many events a walk over the tree is: its first and its last, and one per entry that is no directory.</summary>
    public const int Events = 11;

    public static void Create(string root)
    {
        Write(root, "readme.txt", "text"u8);
        Write(root, "empty", []);
        Write(root, "Grüße 東京 🚀.txt", "text"u8);
        Write(root, "control\u0001\n\u007f.txt", "text"u8);
        Write(root, "quote\" & <tag>.txt", "text"u8);
        Write(root, "nested/deeper/binary.bin", [0, 1, 2]);
        Write(root, "nested/large.bin", new byte[1_234_567]);
        File.CreateSymbolicLink(Path.Combine(root, "nested", "cycle"), root);
        File.CreateSymbolicLink(Path.Combine(root, "broken"), "nowhere");
    }

    private static void Write(string root, string name, ReadOnlySpan<byte> content)
    {
        string path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream file = File.Create(path);
        file.Write(content);
    }
}
