using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Bolt.Analyzers.Tests.Testing;

/// <summary>Runs one analyzer, or one fix, over marked source: <c>{|BOLT0001:here|}</c> is where the diagnostic must be, and nothing else may be reported.</summary>
internal static class Verify<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task Analyzer([StringSyntax("C#-test")] string source, params DiagnosticResult[] expected) => Analyzer(source, editorConfig: null, expected);

    public static async Task Analyzer(string source, string? editorConfig, DiagnosticResult[] expected, LanguageVersion language = LanguageVersion.Latest)
    {
        var test = new Test<EmptyCodeFixProvider> { TestCode = source, Version = language };
        test.ExpectedDiagnostics.AddRange(expected);
        test.UseEditorConfig(editorConfig);
        await test.RunAsync();
    }

    /// <summary>Checks the fix of each diagnostic alone, and of all at once in the document, project and solution.</summary>
    public static async Task Fix<TFix>([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, int? iterations = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix> { TestCode = source, FixedCode = fixedSource };
        test.NumberOfIncrementalIterations = iterations;
        await test.RunAsync();
    }

    /// <summary>Checks that the fix is not offered.</summary>
    public static Task NoFix<TFix>([StringSyntax("C#-test")] string source)
        where TFix : CodeFixProvider, new() => Fix<TFix>(source, source);

    private sealed class Test<TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        public Test()
        {
            ReferenceAssemblies = TestCompilation.Framework;
            TestState.AdditionalReferences.AddRange(TestCompilation.References);
            TestState.Sources.Add(("GlobalUsings.cs", TestCompilation.GlobalUsings));
            FixedState.Sources.Add(("GlobalUsings.cs", TestCompilation.GlobalUsings));

            // The body of a log method is the generator's part; without it a partial method with an accessibility has none.
            DisabledDiagnostics.Add("CS8795");
        }

        public LanguageVersion Version { get; init; } = LanguageVersion.Latest;

        public void UseEditorConfig(string? content)
        {
            if (content is not null)
                TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n\n[*.cs]\n" + content + "\n"));
        }

        protected override Microsoft.CodeAnalysis.ParseOptions CreateParseOptions() => new CSharpParseOptions(Version, Microsoft.CodeAnalysis.DocumentationMode.Diagnose);
    }
}
