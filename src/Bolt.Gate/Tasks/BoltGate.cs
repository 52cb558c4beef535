using Bolt.Gate.Baseline;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Bolt.Gate.Tasks;

/// <summary>The second engine of the gate, as MSBuild runs it after the compiler.</summary>
public sealed class BoltGate : Microsoft.Build.Utilities.Task
{
    internal const string Allocation = "BOLT9001";
    private const string SymbolsMissing = "BOLT9002";
    private const string BaselineInvalid = "BOLT9004";

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The file with its debug information; need not exist.</summary>
    public string Symbols { get; set; } = "";

    /// <summary>What it was compiled with.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The folders of the sources, with the paths that a deterministic build gives them in the debug information.</summary>
    public ITaskItem[] SourceRoots { get; set; } = [];

    /// <summary>The baseline; need not exist.</summary>
    public string Baseline { get; set; } = "";

    /// <summary>Whether to write the baseline instead of comparing with it.</summary>
    public bool WritesBaseline { get; set; }

    /// <summary>Where to write the findings, excused ones too.</summary>
    public string Sarif { get; set; } = "";

    /// <summary>What is written if nothing was reported, so that the next build need not read again.</summary>
    public string Stamp { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var references = new string[References.Length];
            for (var index = 0; index < references.Length; index++)
                references[index] = References[index].ItemSpec;
            var report = AssemblyScan.Run(Assembly, Symbols, references);
            if (report.Problem is { } problem)
                return Error(SymbolsMissing, Assembly, $"'{Path.GetFileName(Assembly)}' {problem}");
            return WritesBaseline ? Write(report) : Check(report);
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return Error(SymbolsMissing, Assembly, $"'{Path.GetFileName(Assembly)}' cannot be read: {error.Message} Rebuild");
        }
    }

    internal static string HelpLink(string id) => "https://github.com/bolt-logging/bolt/blob/main/docs/rules/" + id + ".md";

    internal static string Message(GateFinding finding) => $"'{finding.MemberName}' {finding.Text}";

    private bool Write(GateReport report)
    {
        var baseline = BaselineComparison.Of(report.Findings);
        File.WriteAllText(Baseline, baseline.ToJson());
        Log.LogMessage(MessageImportance.High, $"Bolt gate: {baseline.Entries.Count} entries written to '{Baseline}'");
        return true;
    }

    private bool Check(GateReport report)
    {
        if (ReadBaseline() is not { } baseline)
            return false;

        var comparison = new BaselineComparison(baseline, report.Findings);
        foreach (var finding in comparison.Reported)
            Report(finding);
        foreach (var (entry, count) in comparison.Stale)
            Error(BaselineInvalid, Baseline, $"'{Path.GetFileName(Baseline)}' is stale: '{entry.Member}' may have {entry.Count} of '{entry.Kind}' but has {count}; run 'dotnet build -t:BoltBaseline'");

        var allowed = 0;
        var sarif = new SarifLog();
        foreach (var finding in comparison.Reported)
            sarif.Add(Mapped(finding));
        foreach (var finding in comparison.Excused)
            sarif.Add(Mapped(finding), "external", Path.GetFileName(Baseline));
        foreach (var finding in report.Findings)
        {
            if (finding.Excuse is not { } reason)
                continue;
            allowed++;
            sarif.Add(Mapped(finding), "inSource", reason);
        }

        Log.LogMessage(
            MessageImportance.High,
            $"Bolt gate: {report.Members} members read, {comparison.Reported.Count} allocations, {allowed} excused by [AllowAllocation], {comparison.Excused.Count} by the baseline");
        if (Sarif.Length > 0)
            File.WriteAllText(Sarif, sarif.ToString());
        if (Log.HasLoggedErrors)
            return false;
        if (Stamp.Length > 0)
            File.WriteAllText(Stamp, "");
        return true;
    }

    private AllocationBaseline? ReadBaseline()
    {
        if (!File.Exists(Baseline))
            return AllocationBaseline.Empty;

        try
        {
            return AllocationBaseline.Parse(File.ReadAllText(Baseline));
        }
        catch (FormatException error)
        {
            Error(BaselineInvalid, Baseline, $"'{Path.GetFileName(Baseline)}' is malformed, {error.Message}; run 'dotnet build -t:BoltBaseline'");
            return null;
        }
    }

    private void Report(GateFinding finding)
    {
        var mapped = Mapped(finding);
        var place = mapped.Place;

        // Without its end: that is how the compiler prints a place.
        Log.LogError(
            null,
            Allocation,
            null,
            HelpLink(Allocation),
            place?.File ?? Assembly,
            place?.Line ?? 0,
            place?.Column ?? 0,
            0,
            0,
            Message(finding));
    }

    private bool Error(string id, string file, string message)
    {
        Log.LogError(null, id, null, HelpLink(id), file, 0, 0, 0, 0, message);
        return false;
    }

    /// <summary>The finding with the path that the file has on this machine.</summary>
    private GateFinding Mapped(GateFinding finding)
    {
        if (finding.Place is not { } place)
            return finding;

        foreach (var root in SourceRoots)
        {
            var mapped = root.GetMetadata("MappedPath");
            if (mapped.Length > 0 && place.File.StartsWith(mapped, StringComparison.Ordinal))
                return finding with { Place = place with { File = Path.Combine(root.ItemSpec, place.File.Substring(mapped.Length)) } };
        }

        return finding;
    }
}
