namespace Bolt.Gate.Events.Files;

/// <summary>The lines of <c>LogEvents.Shipped.txt</c> or <c>LogEvents.Unshipped.txt</c>.</summary>
internal sealed class EventFile
{
    public const string ShippedName = "LogEvents.Shipped.txt";
    public const string UnshippedName = "LogEvents.Unshipped.txt";
    public const string RemovalMark = "*REMOVED*";

    private static readonly string[] s_conflictMarks = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

    private readonly List<EventFileEntry> _entries = [];
    private readonly List<string> _comments = [];
    private readonly List<EventFileProblem> _problems = [];

    private EventFile()
    {
    }

    public static EventFile Empty { get; } = new();

    public IReadOnlyList<EventFileEntry> Entries => _entries;

    /// <summary>The lines that begin with <c>#</c>, which are for readers.</summary>
    public IReadOnlyList<string> Comments => _comments;

    /// <summary>What is wrong with the file alone, by lines.</summary>
    public IReadOnlyList<EventFileProblem> Problems => _problems;

    public static EventFile Parse(string text)
    {
        var file = new EventFile();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (var number = 0; number < lines.Length; number++)
            file.Add(lines[number].TrimEnd('\r', ' ', '\t'), number, known);
        return file;
    }

    private void Add(string text, int number, HashSet<string> known)
    {
        if (text.Length == 0)
            return;
        if (text[0] == '#')
        {
            _comments.Add(text);
            return;
        }

        if (Array.Exists(s_conflictMarks, mark => text.StartsWith(mark, StringComparison.Ordinal)))
        {
            _problems.Add(new EventFileProblem(number, "is the mark of a merge conflict; resolve it"));
            return;
        }

        var isRemoval = text.StartsWith(RemovalMark, StringComparison.Ordinal);
        if (EventLineSyntax.Parse(isRemoval ? text.Substring(RemovalMark.Length) : text) is not { } line)
            _problems.Add(new EventFileProblem(number, "is no line of an event or a field; remove it"));
        else if (!known.Add(text))
            _problems.Add(new EventFileProblem(number, "stands here twice; remove one"));
        else
            _entries.Add(new EventFileEntry(line, isRemoval, number));
    }
}
