using System.Text;

namespace Bolt.Gate.Events.Files;

/// <summary>Changes <c>LogEvents.Unshipped.txt</c>: what is new is added, what was shipped and is gone is marked as removed.</summary>
internal static class EventFileUpdate
{
    /// <summary>The text of the file afterwards, its lines sorted; comments stay, on top.</summary>
    /// <param name="shipped">The text of the other file.</param>
    /// <param name="unshipped">The text of the file before.</param>
    /// <param name="added">The lines that the code has and the files lack.</param>
    /// <param name="removed">The lines that the files have and the code lacks.</param>
    public static string Apply(string shipped, string unshipped, IEnumerable<string> added, IEnumerable<string> removed)
    {
        var file = EventFile.Parse(unshipped);
        var isShipped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in EventFile.Parse(shipped).Entries)
        {
            if (!entry.IsRemoval)
                isShipped.Add(entry.Line.ToString());
        }

        var additions = new SortedSet<string>(StringComparer.Ordinal);
        var removals = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Entries)
            (entry.IsRemoval ? removals : additions).Add(entry.Line.ToString());

        foreach (var line in removed)
        {
            additions.Remove(line);
            if (isShipped.Contains(line))
                removals.Add(line);
        }

        foreach (var line in added)
        {
            removals.Remove(line);
            if (!isShipped.Contains(line))
                additions.Add(line);
        }

        var newLine = unshipped.Contains("\r\n") ? "\r\n" : "\n";
        var text = new StringBuilder();
        foreach (var comment in file.Comments)
            text.Append(comment).Append(newLine);
        foreach (var line in removals)
            text.Append(EventFile.RemovalMark).Append(line).Append(newLine);
        foreach (var line in additions)
            text.Append(line).Append(newLine);
        return text.ToString();
    }
}
