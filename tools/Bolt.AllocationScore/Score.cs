using Bolt.Gate;
using Bolt.Gate.Detection;
using Bolt.Gate.Reading;

namespace Bolt.AllocationScore;

/// <summary>Compares what the rules said with what the instructions do.</summary>
internal sealed class Score
{
    private const string RuleOfClosures = "BOLT1201";

    private readonly SortedDictionary<AllocationKind, (int Found, int All)> _kinds = [];
    private readonly List<string> _misses = [];
    private readonly List<string> _falseRemarks = [];
    private int _rightRemarks;

    public IReadOnlyList<string> Misses => _misses;

    public IReadOnlyList<string> FalseRemarks => _falseRemarks;

    public double Precision => Ratio(_rightRemarks, _rightRemarks + _falseRemarks.Count);

    public double Recall => Ratio(_kinds.Values.Sum(static kind => kind.Found), _kinds.Values.Sum(static kind => kind.All));

    /// <summary>Adds a project. Allocations without a place, and remarks in files that the assembly has no instructions of, cannot be compared.</summary>
    public void Add(CompiledProject project)
    {
        var report = AssemblyScan.Run(project.Assembly, Path.ChangeExtension(project.Assembly, ".pdb"), project.References, GateScope.All);
        if (report.Problem is { } problem)
            throw new InvalidOperationException($"{project.Name}: {problem}");

        // Neither engine speaks of what [AllowAllocation] excuses.
        var inSource = report.Findings.Where(static finding => finding.Place is not null && finding.Excuse is null).ToList();
        var findings = inSource.ToLookup(static finding => finding.Place!.File);
        var found = new HashSet<(SourcePlace, AllocationKind)>();
        var seen = new HashSet<(string, string, int, int)>();
        foreach (var remark in Remark.Read(project.Log))
        {
            var kinds = KindsOfRules.Of(remark.Id);
            if (kinds.Count == 0 || IsGenerated(remark.File) || !seen.Add((remark.Id, remark.File, remark.Line, remark.Column)))
                continue;

            var ofKind = findings[remark.File].Where(finding => kinds.Contains(finding.Kind));
            var smallest = KindsOfRules.IsSaidOfTheName(remark.Id)
                ? [.. Next(ofKind.Where(finding => !found.Contains((finding.Place!, finding.Kind))), remark)]
                : Smallest(ofKind.Where(finding => Holds(finding.Place!, remark)));
            if (smallest.Count == 0 && KindsOfRules.SeesMoreThanTheInstructions(remark.Id))
                continue;

            if (smallest.Count == 0)
            {
                _falseRemarks.Add($"{remark.Id} {remark.File}({remark.Line},{remark.Column}): {remark.Message}");
                continue;
            }

            _rightRemarks++;
            foreach (var finding in smallest)
                found.Add((finding.Place!, finding.Kind));

            // A display class is made where the scope of its variables begins, and is reported at the function that captures them.
            if (remark.Id == RuleOfClosures)
            {
                foreach (var closure in findings[remark.File].Where(finding => finding.Kind == AllocationKind.Closure && finding.Member == smallest[0].Member))
                {
                    if ((closure.Place!.Line, closure.Place.Column).CompareTo((remark.Line, remark.Column)) <= 0)
                        found.Add((closure.Place, closure.Kind));
                }
            }
        }

        foreach (var unit in inSource
            .Where(static finding => !IsGenerated(finding.Place!.File))
            .DistinctBy(static finding => (finding.Place, finding.Kind)))
        {
            _kinds.TryGetValue(unit.Kind, out var count);
            bool isFound = found.Contains((unit.Place!, unit.Kind));
            _kinds[unit.Kind] = (count.Found + (isFound ? 1 : 0), count.All + 1);
            if (!isFound)
                _misses.Add($"{unit.Kind} {unit.Place!.File}({unit.Place.Line},{unit.Place.Column}): {unit.Text}");
        }
    }

    public void Print(TextWriter writer)
    {
        writer.WriteLine("| kind | in the IL | found | recall |");
        writer.WriteLine("|---|---|---|---|");
        foreach (var (kind, (found, all)) in _kinds)
            writer.WriteLine(FormattableString.Invariant($"| {kind} | {all} | {found} | {Ratio(found, all):0.000} |"));

        writer.WriteLine(FormattableString.Invariant($"| all | {_kinds.Values.Sum(static kind => kind.All)} | {_kinds.Values.Sum(static kind => kind.Found)} | {Recall:0.000} |"));
        writer.WriteLine();
        writer.WriteLine(FormattableString.Invariant($"precision {Precision:0.000} ({_rightRemarks} of {_rightRemarks + _falseRemarks.Count} diagnostics), recall {Recall:0.000}"));
    }

    /// <summary>The start of the code of the function whose name a remark is at.</summary>
    private static IEnumerable<GateFinding> Next(IEnumerable<GateFinding> findings, Remark remark) => findings
        .Where(finding => (finding.Place!.Line, finding.Place.Column).CompareTo((remark.Line, remark.Column)) >= 0)
        .OrderBy(static finding => (finding.Place!.Line, finding.Place.Column))
        .Take(1);

    /// <summary>What lies closest around a remark: a statement's own instructions, not those of the lambda around it.</summary>
    private static List<GateFinding> Smallest(IEnumerable<GateFinding> findings)
    {
        var smallest = new List<GateFinding>();
        foreach (var finding in findings)
        {
            if (smallest.Count > 0 && smallest[0].Place != finding.Place)
            {
                if (!Holds(smallest[0].Place!, finding.Place!))
                    continue;

                smallest.Clear();
            }

            smallest.Add(finding);
        }

        return smallest;
    }

    private static bool Holds(SourcePlace place, Remark remark) =>
        (place.Line, place.Column).CompareTo((remark.Line, remark.Column)) <= 0
        && (place.EndLine, place.EndColumn).CompareTo((remark.Line, remark.Column)) > 0;

    private static bool Holds(SourcePlace place, SourcePlace inner) =>
        (place.Line, place.Column).CompareTo((inner.Line, inner.Column)) <= 0
        && (place.EndLine, place.EndColumn).CompareTo((inner.EndLine, inner.EndColumn)) >= 0;

    private static bool IsGenerated(string file) =>
        file.EndsWith(".g.cs", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/artifacts/", StringComparison.Ordinal);

    private static double Ratio(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
