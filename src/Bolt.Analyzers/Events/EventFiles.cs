using Bolt.Gate.Events.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Analyzers.Events;

/// <summary>The files of events of a project.</summary>
internal sealed class EventFiles
{
    private readonly AdditionalText? _shipped;
    private readonly AdditionalText? _unshipped;
    private readonly SourceText _shippedText;
    private readonly SourceText _unshippedText;

    private EventFiles(AdditionalText? shipped, AdditionalText? unshipped, CancellationToken cancellationToken)
    {
        (_shipped, _unshipped) = (shipped, unshipped);
        _shippedText = shipped?.GetText(cancellationToken) ?? SourceText.From("");
        _unshippedText = unshipped?.GetText(cancellationToken) ?? SourceText.From("");
        Declared = new DeclaredEvents(EventFile.Parse(_shippedText.ToString()), EventFile.Parse(_unshippedText.ToString()));
    }

    /// <summary>What they say.</summary>
    public DeclaredEvents Declared { get; }

    /// <summary>The files; null if the project has none, and its events are its own affair.</summary>
    public static EventFiles? Find(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        AdditionalText? shipped = null, unshipped = null;
        foreach (var file in options.AdditionalFiles)
        {
            switch (Path.GetFileName(file.Path))
            {
                case EventFile.ShippedName: shipped ??= file; break;
                case EventFile.UnshippedName: unshipped ??= file; break;
            }
        }

        return shipped is null && unshipped is null ? null : new EventFiles(shipped, unshipped, cancellationToken);
    }

    /// <summary>What is wrong with a file.</summary>
    public IEnumerable<EventFileProblem> Problems(AdditionalText file)
    {
        if (file == _shipped)
        {
            // What is new would have no place to go to.
            return _unshipped is null
                ? Declared.ShippedProblems().Append(new EventFileProblem(0, $"stands in a file that has no {EventFile.UnshippedName} beside it; add an empty one"))
                : Declared.ShippedProblems();
        }

        return file == _unshipped ? Declared.UnshippedProblems() : [];
    }

    public bool HasProblems => (_shipped is not null && Problems(_shipped).Any()) || (_unshipped is not null && Problems(_unshipped).Any());

    /// <summary>The lines of a file that are in force.</summary>
    public IEnumerable<EventFileEntry> Entries(AdditionalText file)
    {
        var entries = file == _shipped ? Declared.Shipped.Entries : file == _unshipped ? Declared.Unshipped.Entries : [];
        foreach (var entry in entries)
        {
            if (!entry.IsRemoval && Declared.Lines.Contains(entry.Line.ToString()))
                yield return entry;
        }
    }

    /// <summary>The place of a line.</summary>
    public Location Place(AdditionalText file, int line)
    {
        var text = file == _shipped ? _shippedText : _unshippedText;
        var span = text.Lines[line].Span;
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
