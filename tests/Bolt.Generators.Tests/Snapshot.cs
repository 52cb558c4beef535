using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Bolt.Generators.Tests;

/// <summary>
/// Compares generated files with those accepted, kept beside the test as <c>Class.Test#hint.verified.cs</c>. On a difference the new
/// text is left beside it as <c>.received.cs</c>: accept it by renaming it.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(
        IReadOnlyDictionary<string, string> generated,
        [CallerFilePath] string file = "",
        [CallerMemberName] string test = "")
    {
        string prefix = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + "." + test + "#");
        var differences = new List<string>();
        var expected = new HashSet<string>(Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(prefix) + "*.verified.cs"), StringComparer.Ordinal);
        foreach ((string hint, string source) in generated)
        {
            string text = Version().Replace(source, "$1VERSION$2");
            string name = prefix + (hint.EndsWith(".cs", StringComparison.Ordinal) ? hint[..^3] : hint);
            string verified = name + ".verified.cs";
            string received = name + ".received.cs";
            expected.Remove(verified);
            string? accepted = File.Exists(verified) ? File.ReadAllText(verified) : null;
            if (accepted == text)
            {
                File.Delete(received);
                continue;
            }

            File.WriteAllText(received, text);
            differences.Add(Describe(received, accepted, text));
        }

        differences.AddRange(expected.Select(stale => $"{stale} is no longer generated"));
        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    [GeneratedRegex("""("Bolt\.Generators", ")[^"]+(")""")]
    private static partial Regex Version();

    private static string Describe(string received, string? accepted, string text)
    {
        if (accepted is null) return $"{received} is new:\n{text}";
        string[] before = accepted.Split('\n');
        string[] after = text.Split('\n');
        int line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line]) line++;
        return $"{received} differs at line {line + 1}:\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
