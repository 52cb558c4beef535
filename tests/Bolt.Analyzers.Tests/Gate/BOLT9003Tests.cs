using System.Text.RegularExpressions;
using Bolt.Analyzers.Allocation;
using Bolt.Analyzers.Gate;
using Bolt.Analyzers.Tests.Catalogue;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Bolt.Analyzers.Tests.Gate;

public sealed partial class BOLT9003Tests
{
    private static readonly string s_config = Repository.Read("src", "Bolt.Gate", "build", "bolt.gate.globalconfig");

    [Fact]
    public void The_gate_makes_each_rule_an_error_that_is_on() => Assert.Equal(
        new AllocationAnalyzer().SupportedDiagnostics.Where(rule => rule.IsEnabledByDefault).Select(rule => rule.Id),
        Severity().Matches(s_config).Select(match => match.Groups[1].Value));

    [Fact]
    public Task With_the_gate_alone_nothing_is_weaker() => Check(editorConfig: null, general: ReportDiagnostic.Default);

    [Theory]
    [InlineData("none")]
    [InlineData("silent")]
    [InlineData("suggestion")]
    [InlineData("warning")]
    public Task A_severity_below_error_is_reported_with_its_file(string severity) => Check(
        $"dotnet_diagnostic.BOLT1301.severity = {severity}",
        ReportDiagnostic.Default,
        Expected($"BOLT1301 is '{severity}' in 'Test0.cs' and 1 more files; remove that setting, or excuse single members by [AllowAllocation]"));

    [Fact]
    public Task Error_is_enough() => Check("dotnet_diagnostic.BOLT1301.severity = error", ReportDiagnostic.Default);

    [Fact]
    public Task So_is_a_warning_where_warnings_are_errors() => Check("dotnet_diagnostic.BOLT1301.severity = warning", ReportDiagnostic.Error);

    [Fact]
    public Task The_rule_about_what_is_not_known_may_stay_off() => Check("dotnet_diagnostic.BOLT1703.severity = none", ReportDiagnostic.Default);

    [Fact]
    public Task It_cannot_be_turned_off() => Check(
        "dotnet_diagnostic.BOLT1001.severity = none\ndotnet_diagnostic.BOLT9003.severity = none",
        ReportDiagnostic.Default,
        Expected("BOLT1001 is 'none' in 'Test0.cs' and 1 more files; remove that setting, or excuse single members by [AllowAllocation]"));

    [Fact]
    public Task NoWarn_is_reported()
    {
        var test = new Test(s_config + "build_property.BoltGate = true\n", editorConfig: null, ReportDiagnostic.Default);
        test.DisabledDiagnostics.Add("BOLT1002");
        test.ExpectedDiagnostics.Add(Expected("BOLT1002 is 'none' by NoWarn or a ruleset; remove that setting, or excuse single members by [AllowAllocation]"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("is_global = true\nbuild_property.BoltGate = false\n")]
    public Task Without_the_gate_it_is_silent(string config) =>
        new Test(config, "dotnet_diagnostic.BOLT1301.severity = none", ReportDiagnostic.Default).RunAsync();

    private static Task Check(string? editorConfig, ReportDiagnostic general, params DiagnosticResult[] expected)
    {
        var test = new Test(s_config + "build_property.BoltGate = true\n", editorConfig, general);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private static DiagnosticResult Expected(string message) => new DiagnosticResult("BOLT9003", DiagnosticSeverity.Error).WithMessage(message);

    [GeneratedRegex(@"^dotnet_diagnostic\.(BOLT1\d+)\.severity = error$", RegexOptions.Multiline)]
    private static partial Regex Severity();

    private sealed class Test : CSharpAnalyzerTest<GateSeverityAnalyzer, DefaultVerifier>
    {
        private readonly ReportDiagnostic _general;

        public Test(string globalConfig, string? editorConfig, ReportDiagnostic general)
        {
            _general = general;
            ReferenceAssemblies = TestCompilation.Framework;
            CompilerDiagnostics = CompilerDiagnostics.None;
            TestState.AdditionalReferences.AddRange(TestCompilation.References);
            TestState.Sources.Add("internal class One;");
            TestState.Sources.Add("internal class Two;");
            TestState.Sources.Add(("Generated.g.cs", "internal class Three;"));
            if (globalConfig.Length > 0)
                TestState.AnalyzerConfigFiles.Add(("/gate.globalconfig", globalConfig));
            if (editorConfig is not null)
                TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n\n[*.cs]\n" + editorConfig + "\n"));
        }

        protected override CompilationOptions CreateCompilationOptions() => base.CreateCompilationOptions().WithGeneralDiagnosticOption(_general);
    }
}
