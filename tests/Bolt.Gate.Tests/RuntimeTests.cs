namespace Bolt.Gate.Tests;

/// <summary>Bolt keeps its own contracts.</summary>
public sealed class RuntimeTests
{
    [Fact]
    public void The_hot_path_of_the_runtime_does_not_allocate()
    {
        string runtime = typeof(LogEventAttribute).Assembly.Location;

        GateReport report = AssemblyScan.Run(runtime, Path.ChangeExtension(runtime, ".pdb"), CompiledCase.References);

        Assert.Null(report.Problem);
        Assert.Empty(report.Findings.Where(finding => finding.Excuse is null).Select(finding => $"{finding.Place} {finding.MemberName} {finding.Text}"));
        Assert.InRange(report.Members, 100, int.MaxValue);
    }
}
