using Bolt.Gate.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Gate;

/// <summary>
/// Holds back the diagnostics of one member until all are known: those of a rule are dropped if the baseline allows the member as many.
/// </summary>
/// <remarks>A malformed baseline excuses nothing here; that it is malformed, the gate's task says.</remarks>
internal sealed class MemberBaseline(AllocationBaseline baseline, ISymbol member)
{
    private readonly List<Diagnostic> _held = [];

    /// <summary>The baseline among the additional files, which it is only with the gate on; the empty one if there is none.</summary>
    public static AllocationBaseline Read(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (!string.Equals(Path.GetFileName(file.Path), AllocationBaseline.FileName, StringComparison.OrdinalIgnoreCase))
                continue;

            try
            {
                return file.GetText(cancellationToken) is { } text ? AllocationBaseline.Parse(text.ToString()) : AllocationBaseline.Empty;
            }
            catch (FormatException)
            {
                return AllocationBaseline.Empty;
            }
        }

        return AllocationBaseline.Empty;
    }

    public void Add(Diagnostic diagnostic) => _held.Add(diagnostic);

    /// <summary>Reports what the baseline does not excuse: where the count of a rule grew, all of it.</summary>
    public void Report(Action<Diagnostic> report)
    {
        var id = baseline.Entries.Count > 0 && _held.Count > 0 ? member.GetDocumentationCommentId() : null;
        foreach (var diagnostic in _held)
        {
            if (id is null || Count(diagnostic.Id) > baseline.CountForRule(id, diagnostic.Id))
                report(diagnostic);
        }
    }

    private int Count(string rule)
    {
        var count = 0;
        foreach (var diagnostic in _held)
        {
            if (diagnostic.Id == rule)
                count++;
        }

        return count;
    }
}
