using System.Collections.Immutable;
using System.Reflection;
using Bolt.Analyzers.Logging;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Logging;
using Bolt.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Bolt.Analyzers.Tests.Logging;

/// <summary>Fix-all over a solution of several projects, as <c>dotnet format</c> runs it.</summary>
public sealed class SolutionFixTests
{
    [Fact]
    public async Task Each_project_gets_log_methods_of_its_own_and_each_event_one()
    {
        const string Calls =
            """
            namespace Shop;

            public class NAME(ILogger logger)
            {
                public void First(int id) => logger.LogInformation("User {Id} logged in", id);
                public void Second(int id) => logger.LogInformation("User {Id} logged in", id);
            }
            """;
        var solution = Solution(
            ("Lib", null, [("Lib/A.cs", Calls.Replace("NAME", "A", StringComparison.Ordinal)), ("Lib/B.cs", Calls.Replace("NAME", "B", StringComparison.Ordinal))]),
            ("App", "Lib", [("App/C.cs", Calls.Replace("NAME", "C", StringComparison.Ordinal))]));

        var texts = await FixAll(solution, new ConvertibleCallAnalyzer(), new ConvertLogCallCodeFix(), "BOLT2001");

        Assert.Equal(1, Count(texts["Lib/A.cs"], "[LogEvent("));
        Assert.Equal(0, Count(texts["Lib/B.cs"], "[LogEvent("));
        Assert.Equal(1, Count(texts["App/C.cs"], "[LogEvent("));
        Assert.All(texts.Values, text => Assert.Equal(2, Count(text, "Log.UserLoggedIn(logger, id)")));
    }

    [Fact]
    public async Task A_file_of_two_targets_is_converted_once()
    {
        const string Calls =
            """
            public class A(ILogger logger)
            {
                public void First(int id) => logger.LogInformation("User {Id} logged in", id);
            }
            """;
        var solution = Solution(("Lib(net9.0)", null, [("Lib/A.cs", Calls)]), ("Lib(net10.0)", null, [("Lib/A.cs", Calls)]));

        var texts = await FixAll(solution, new ConvertibleCallAnalyzer(), new ConvertLogCallCodeFix(), "BOLT2001", checksRest: false);

        Assert.Equal(1, Count(texts["Lib/A.cs"], "[LogEvent("));
        Assert.Equal(1, Count(texts["Lib/A.cs"], "Log.UserLoggedIn(logger, id)"));
    }

    [Theory]
    [InlineData(typeof(CheckLevelCodeFix), "BOLT2003", """logger.LogInformation("{A} {B}", id.ToString(), id.ToString());""", "if (logger.IsEnabled(LogLevel.Information))")]
    [InlineData(typeof(PassExceptionCodeFix), "BOLT2005", """logger.LogInformation("Failed {Error}", error.Message);""", """logger.LogInformation(error, "Failed {Error}", error.Message);""")]
    [InlineData(typeof(ConstantTemplateCodeFix), "BOLT2007", """logger.LogInformation(text);""", """logger.LogInformation("{Text}", text);""")]
    public async Task Each_call_is_rewritten_once(Type fix, string id, string call, string expected)
    {
        var source =
            $$"""
            public class NAME(ILogger logger)
            {
                public void First(int id, string text, Exception error)
                {
                    {{call}}
                }

                public void Second(int id, string text, Exception error)
                {
                    {{call}}
                }
            }
            """;
        var solution = Solution(
            ("Lib", null, [("Lib/A.cs", source.Replace("NAME", "A", StringComparison.Ordinal)), ("Lib/B.cs", source.Replace("NAME", "B", StringComparison.Ordinal))]),
            ("App", "Lib", [("App/C.cs", source.Replace("NAME", "C", StringComparison.Ordinal))]));

        var texts = await FixAll(solution, new LogCallQualityAnalyzer(), (CodeFixProvider)Activator.CreateInstance(fix)!, id);

        Assert.Equal(3, texts.Count);
        Assert.All(texts.Values, text => Assert.Equal(2, Count(text, expected)));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Two projects of one name, but for what stands in parentheses, are targets of one project file.</summary>
    private static Solution Solution(params (string Name, string? References, (string Path, string Text)[] Files)[] projects)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        var ids = new Dictionary<string, ProjectId>(StringComparer.Ordinal);
        foreach (var (name, references, files) in projects)
        {
            var id = ids[name] = ProjectId.CreateNewId(name);
            var project = ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                filePath: "/" + name.Split('(')[0] + ".csproj",
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                projectReferences: references is null ? [] : [new ProjectReference(ids[references])],
                metadataReferences: TestCompilation.References);
            solution = solution.AddProject(project);
            foreach (var (path, text) in files)
                solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), text, filePath: path);

            solution = solution.AddDocument(DocumentId.CreateNewId(id), "GlobalUsings.cs", TestCompilation.GlobalUsings, filePath: name + "/GlobalUsings.cs");
        }

        return solution;
    }

    /// <summary>Applies the fix to all of the solution; the texts by path. What is left must compile and have nothing more to fix.</summary>
    private static async Task<Dictionary<string, string>> FixAll(Solution solution, DiagnosticAnalyzer analyzer, CodeFixProvider fix, string id, bool checksRest = true)
    {
        var key = (string)fix.GetType().GetProperty("EquivalenceKey", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(fix)!;
        var context = new FixAllContext(solution.Projects.First().Documents.First(), fix, FixAllScope.Solution, key, [id], new Reported(analyzer, id), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        var operations = await action!.GetOperationsAsync(default);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;

        foreach (var project in changed.Projects)
        {
            var compilation = await Compile(project);
            if (!checksRest)
                continue;

            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            Assert.Empty(await Reported.Of(compilation, analyzer, id));
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in changed.Projects.SelectMany(project => project.Documents).Where(document => document.Name != "GlobalUsings.cs"))
        {
            var text = (await document.GetTextAsync()).ToString();
            var original = (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
            if (text != original)
                Assert.True(texts.TryAdd(document.FilePath!, text), document.FilePath + " is changed twice.");
        }

        return texts;
    }

    private static async Task<Compilation> Compile(Project project)
    {
        CSharpGeneratorDriver.Create(new LogEventGenerator()).RunGeneratorsAndUpdateCompilation((await project.GetCompilationAsync())!, out var generated, out _);
        return generated;
    }

    private sealed class Reported(DiagnosticAnalyzer analyzer, string id) : FixAllContext.DiagnosticProvider
    {
        public static async Task<ImmutableArray<Diagnostic>> Of(Compilation compilation, DiagnosticAnalyzer analyzer, string id)
        {
            var diagnostics = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();
            return [.. diagnostics.Where(diagnostic => diagnostic.Id == id)];
        }

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await Of((await project.GetCompilationAsync(cancellationToken))!, analyzer, id);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
