using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bolt.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Analyzers.Tests.Testing;

/// <summary>Runs one analyzer, or one fix, over marked source: <c>{|BOLT0001:here|}</c> is where the diagnostic must be, and nothing else may be reported.</summary>
internal static class Verify<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task Analyzer([StringSyntax("C#-test")] string source, params DiagnosticResult[] expected) => Analyzer(source, editorConfig: null, expected);

    public static Task Analyzer(
        string source,
        string? editorConfig,
        DiagnosticResult[] expected,
        LanguageVersion language = LanguageVersion.Latest,
        params (string Name, string Text)[] files) => Analyzer([source], editorConfig, expected, language, files);

    /// <summary>As for code alone, with files beside it, which may be marked as well.</summary>
    public static Task WithFiles([StringSyntax("C#-test")] string source, (string Name, string Text)[] files, params DiagnosticResult[] expected) =>
        Analyzer([source], editorConfig: null, expected, LanguageVersion.Latest, files);

    /// <summary>As <see cref="WithFiles"/>, with a line of a global configuration; nothing may be reported that is not marked.</summary>
    public static Task Global(string configuration, [StringSyntax("C#-test")] string source, (string Name, string Text)[] files)
    {
        var test = new Test<EmptyCodeFixProvider>([source], []);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + configuration + "\n"));
        Test<EmptyCodeFixProvider>.AddFiles(test.TestState, files);
        return test.RunAsync();
    }

    /// <summary>Checks a fix that changes a file beside the code: of each diagnostic alone, and of all at once in the document, project and solution.</summary>
    /// <param name="files">The files before.</param>
    /// <param name="fixedFiles">The files afterwards.</param>
    /// <inheritdoc cref="Fix{TFix}(string, string, int?, string)"/>
    public static Task FixFile<TFix>([StringSyntax("C#-test")] string source, (string Name, string Text)[] files, (string Name, string Text)[] fixedFiles, int? iterations = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix>([source], [BehaviourPreserved.WithoutMarks(source)]) { NumberOfIncrementalIterations = iterations };
        Test<TFix>.AddFiles(test.TestState, files);
        Test<TFix>.AddFiles(test.FixedState, fixedFiles);
        return test.RunAsync();
    }

    /// <summary>As for one file, for several of one project.</summary>
    public static Task Files(string? editorConfig, params string[] sources) => Analyzer(sources, editorConfig, [], LanguageVersion.Latest);

    /// <summary>Checks the fix of each diagnostic alone, and of all at once in the document, project and solution.</summary>
    /// <param name="iterations">How many rounds the fixes of single diagnostics need; by default one for each marked diagnostic.</param>
    /// <param name="editorConfig">What is configured for the source.</param>
    public static async Task Fix<TFix>([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, int? iterations = null, string? editorConfig = null)
        where TFix : CodeFixProvider, new()
    {
        await new Test<TFix>([source], [fixedSource], editorConfig) { NumberOfIncrementalIterations = iterations }.RunAsync();
        TestCompilation.AssertCompiles(BehaviourPreserved.WithoutMarks(fixedSource));
    }

    /// <summary>As <see cref="Fix{TFix}(string, string, int?, string)"/>, of a fix that is not the first choice.</summary>
    /// <param name="key">What identifies the choice.</param>
    public static async Task FixBy<TFix>(string key, [StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, int? iterations = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix>([source], [fixedSource]) { CodeActionEquivalenceKey = key, NumberOfIncrementalIterations = iterations, NumberOfFixAllIterations = 1 };
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        await test.RunAsync();
        TestCompilation.AssertCompiles(BehaviourPreserved.WithoutMarks(fixedSource));
    }

    /// <summary>As for one file, for several of one project.</summary>
    /// <param name="fixAllIterations">How many rounds fix-all needs, where a fix brings to light what is fixed next.</param>
    /// <inheritdoc cref="Fix{TFix}(string, string, int?, string)"/>
    public static Task Fix<TFix>(string[] sources, string[] fixedSources, int? iterations = null, int? fixAllIterations = null)
        where TFix : CodeFixProvider, new() =>
        new Test<TFix>(sources, fixedSources) { NumberOfIncrementalIterations = iterations, NumberOfFixAllIterations = fixAllIterations }.RunAsync();

    /// <summary>As for one file, where another generator, which does not run here, writes what the source leaves open.</summary>
    public static Task FixOneSide<TFix>([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, int? iterations = null)
        where TFix : CodeFixProvider, new() => FixOneSide<TFix>([source], [fixedSource], iterations);

    /// <inheritdoc cref="FixOneSide{TFix}(string, string, int?)"/>
    public static Task FixOneSide<TFix>(string[] sources, string[] fixedSources, int? iterations = null)
        where TFix : CodeFixProvider, new() =>
        new Test<TFix>(sources, fixedSources) { NumberOfIncrementalIterations = iterations, CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    /// <summary>As for one file, where the fix changes a project that the first one references. The test library's fix-all looks only at the first.</summary>
    public static async Task FixInReferenced<TFix>(string source, string referenced, string fixedSource, string fixedReferenced)
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix>([source], [fixedSource]) { CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck };
        test.Reference(referenced, fixedReferenced);
        await test.RunAsync();
    }

    /// <summary>Checks that the fix is not offered.</summary>
    public static async Task NoFix<TFix>([StringSyntax("C#-test")] string source, string? editorConfig = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new Test<TFix>([source], [source], editorConfig);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        await test.RunAsync();
    }

    private static async Task Analyzer(
        string[] sources,
        string? editorConfig,
        DiagnosticResult[] expected,
        LanguageVersion language,
        params (string Name, string Text)[] files)
    {
        var test = new Test<EmptyCodeFixProvider>(sources, [], editorConfig) { Version = language };
        Test<EmptyCodeFixProvider>.AddFiles(test.TestState, files);
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync();
    }

    private sealed class Test<TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        where TFix : CodeFixProvider, new()
    {
        public Test(string[] sources, string[] fixedSources, string? editorConfig = null)
        {
            // The test library turns on what is off by default; a rule that asks about every unknown call stays off unless a test is about it.
            if (!Array.Exists([.. sources, editorConfig ?? ""], text => text.Contains(RuleIds.UnknownMember, StringComparison.Ordinal)))
                DisabledDiagnostics.Add(RuleIds.UnknownMember);

            ReferenceAssemblies = TestCompilation.Framework;
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
            TestState.AdditionalReferences.AddRange(TestCompilation.References);
            AddSources(TestState, sources);
            if (fixedSources.Length > 0)
                AddSources(FixedState, fixedSources);
            if (editorConfig is not null)
                TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n\n[*.cs]\n" + editorConfig + "\n"));
        }

        public void Reference(string referenced, string fixedReferenced)
        {
            foreach (var (state, source) in new[] { (TestState, referenced), (FixedState, fixedReferenced) })
            {
                var project = state.AdditionalProjects["Referenced"];
                project.AdditionalReferences.AddRange(TestCompilation.References);
                project.Sources.Add(source);
                project.Sources.Add(("ReferencedUsings.cs", TestCompilation.GlobalUsings));
                state.AdditionalProjectReferences.Add("Referenced");
            }
        }

        public static void AddFiles(SolutionState state, (string Name, string Text)[] files)
        {
            foreach (var (name, text) in files)
                state.AdditionalFiles.Add((name, text));
        }

        public LanguageVersion Version { get; init; } = LanguageVersion.Latest;

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(Version, DocumentationMode.Diagnose);

        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(LogEventGenerator)];

        // What the generator makes of a mistake is for its own tests to say.
        protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
            diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) != true
            && base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics);

        private static void AddSources(SolutionState state, string[] sources)
        {
            foreach (var source in sources)
                state.Sources.Add(source);

            state.Sources.Add(("GlobalUsings.cs", TestCompilation.GlobalUsings));
        }
    }
}
