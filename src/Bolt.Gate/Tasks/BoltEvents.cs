using System.Text;
using Bolt.Gate.Events;
using Bolt.Gate.Events.Files;
using Bolt.Generators.Catalogue;
using Microsoft.Build.Framework;

namespace Bolt.Gate.Tasks;

/// <summary>Writes the catalogue of an assembly's events, or accepts them into <c>LogEvents.Unshipped.txt</c>.</summary>
public sealed class BoltEvents : Microsoft.Build.Utilities.Task
{
    private const string Unwritable = "BOLT9005";
    private const string Malformed = "BOLT2013";

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The file with its debug information; need not exist.</summary>
    public string Symbols { get; set; } = "";

    /// <summary>The project's name.</summary>
    public string Project { get; set; } = "";

    /// <summary>The existing folder in which to write the catalogue; empty if it is not asked for.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The existing folder of the files in which to accept the events; empty if that is not asked for.</summary>
    public string Accepted { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (EmbeddedEvents.Read(Assembly, Symbols, out var problem) is not { } events)
                return Error(Assembly, $"'{Path.GetFileName(Assembly)}' {problem}");
            return (Folder.Length == 0 || Write(events)) && (Accepted.Length == 0 || Accept(events));
        }
        catch (Exception error) when (error is BadImageFormatException or FormatException or IOException or UnauthorizedAccessException)
        {
            return Error(Assembly, $"'{Path.GetFileName(Assembly)}' cannot be read: {error.Message} Rebuild");
        }
    }

    private bool Write(IReadOnlyList<CatalogueEvent> events)
    {
        if (!Directory.Exists(Folder))
            return Error(Folder, $"the folder '{Folder}' does not exist; create it, or set BoltEventCatalogPath to one that does");

        if (!Write(EventJson.FileName, EventJson.Write(events))
            || !Write(EventMarkdown.FileName, EventMarkdown.Write(Project, events))
            || !Write(EventSchema.FileName, EventSchema.Write(events)))
        {
            return false;
        }

        Log.LogMessage(MessageImportance.Normal, $"Bolt events: {events.Count} written to '{Path.Combine(Folder, EventJson.FileName)}'");
        return true;
    }

    private bool Write(string name, string text) => TryWrite(Path.Combine(Folder, name), text, "set BoltEventCatalogPath to a folder that can be written");

    private bool Accept(IReadOnlyList<CatalogueEvent> events)
    {
        var shippedFile = Path.Combine(Accepted, EventFile.ShippedName);
        var unshippedFile = Path.Combine(Accepted, EventFile.UnshippedName);
        var shipped = File.Exists(shippedFile) ? File.ReadAllText(shippedFile) : "";
        var unshipped = File.Exists(unshippedFile) ? File.ReadAllText(unshippedFile) : "";
        var declared = new DeclaredEvents(EventFile.Parse(shipped), EventFile.Parse(unshipped));
        if (Report(shippedFile, declared.ShippedProblems()) | Report(unshippedFile, declared.UnshippedProblems()))
            return false;

        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var one in events)
        {
            foreach (var line in EventLine.Of(one))
                lines.Add(line.ToString());
        }

        var (added, removed) = (new List<string>(), new List<string>());
        foreach (var line in declared.Lines)
        {
            if (!lines.Remove(line))
                removed.Add(line);
        }

        added.AddRange(lines);
        if (!TryWrite(unshippedFile, EventFileUpdate.Apply(shipped, unshipped, added, removed), "check it out"))
            return false;
        Log.LogMessage(MessageImportance.High, $"Bolt events: {added.Count} lines added and {removed.Count} removed in '{unshippedFile}'");
        return true;
    }

    private bool Report(string file, IEnumerable<EventFileProblem> problems)
    {
        var any = false;
        foreach (var problem in problems)
        {
            any = true;
            Log.LogError(null, Malformed, null, BoltGate.HelpLink(Malformed), file, problem.Number + 1, 1, 0, 0, "this line " + problem.Text);
        }

        return any;
    }

    /// <summary>Writes a file. One that says it already is left as it is, but for its time: version control and watchers see no change.</summary>
    private bool TryWrite(string path, string text, string remedy)
    {
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) == text)
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            else
                File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Error(path, $"'{path}' cannot be written: {error.Message} Make it writable, or {remedy}");
        }
    }

    private bool Error(string file, string message)
    {
        Log.LogError(null, Unwritable, null, BoltGate.HelpLink(Unwritable), file, 0, 0, 0, 0, message);
        return false;
    }
}
