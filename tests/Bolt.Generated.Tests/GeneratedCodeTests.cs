using System.Reflection;
using Bolt.Gate;

namespace Bolt.Generated.Tests;

/// <summary>What the generator writes, read back from this assembly by the gate's second engine.</summary>
public sealed class GeneratedCodeTests
{
    private static readonly Assembly s_assembly = typeof(GeneratedCodeTests).Assembly;

    [Fact]
    public void No_log_method_allocates()
    {
        HashSet<string> methods =
        [
            .. s_assembly.GetTypes()
                .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(static method => method.IsDefined(typeof(LogEventAttribute), inherit: false))
                .Select(static method => $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}"),
        ];
        Assert.True(methods.Count > 20);
        string location = s_assembly.Location;
        string[] references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

        GateReport report = AssemblyScan.Run(location, Path.ChangeExtension(location, ".pdb"), references.Where(file => file != location), GateScope.All);

        Assert.Null(report.Problem);
        Assert.True(report.Members > methods.Count);
        Assert.Empty(
            report.Findings
                .Where(finding => methods.Contains(finding.Member.Split('(')[0].Split("``")[0]))
                .Select(static finding => $"{finding.Place}: {finding.MemberName} {finding.Text}"));
    }
}
