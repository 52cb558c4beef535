using System.Collections.Immutable;
using Bolt.Analyzers.Events;
using Bolt.Analyzers.Tests.Catalogue;
using Bolt.Analyzers.Tests.Testing;
using Bolt.CodeFixes.Events;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Bolt.Analyzers.Tests.Events;

/// <summary>The files of events of samples/BoltApp, and what happens to them in a copy.</summary>
public sealed class SampleEventsTests
{
    private const string UnshippedText = "LogEvents.Unshipped.txt";

    [Fact]
    public async Task They_are_up_to_date() => Assert.Empty(await Reported(Sample()));

    [Fact]
    public async Task A_renamed_field_is_seen_and_recorded_by_the_fix()
    {
        var solution = Sample(text => text
            .Replace("Order {orderId} of {customer}", "Order {orderId} of {buyer}", StringComparison.Ordinal)
            .Replace("[Sensitive(Redaction.Last4)] string customer", "[Sensitive(Redaction.Last4)] string buyer", StringComparison.Ordinal));

        var diagnostic = Assert.Single(await Reported(solution));
        Assert.Equal("BOLT2011", diagnostic.Id);
        Assert.Contains("field 'customer' of 'OrderFound' is now 'buyer'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("buyer", (await diagnostic.Location.SourceTree!.GetTextAsync()).ToString(diagnostic.Location.SourceSpan));

        var changed = await Apply(solution, diagnostic);

        Assert.Equal(
            "*REMOVED*BoltApp.Logging.Log/OrderFound/customer string last4\nBoltApp.Logging.Log/OrderFound/buyer string last4\n",
            (await Unshipped(changed).GetTextAsync()).ToString());
        Assert.Empty(await Reported(changed));
    }

    [Fact]
    public async Task A_removed_class_is_recorded_by_the_fix_at_the_lines_of_the_file()
    {
        var solution = Sample(text => text.Contains("class IncidentLog", StringComparison.Ordinal) ? "" : text);

        var diagnostics = await Reported(solution);
        Assert.All(diagnostics, diagnostic => Assert.Equal(("BOLT2011", "LogEvents.Shipped.txt"), (diagnostic.Id, Path.GetFileName(diagnostic.Location.GetLineSpan().Path))));
        Assert.Equal(6, diagnostics.Length);

        foreach (var diagnostic in diagnostics)
            solution = await Apply(solution, diagnostic);

        Assert.Empty(await Reported(solution));
        Assert.All((await Unshipped(solution).GetTextAsync()).ToString().TrimEnd().Split('\n'), line => Assert.StartsWith("*REMOVED*BoltApp.Incidents.IncidentLog/", line, StringComparison.Ordinal));
    }

    /// <summary>The sample's own files, each as <paramref name="change"/> leaves it. The web framework is not referenced: log methods need none of it.</summary>
    private static Solution Sample(Func<string, string>? change = null)
    {
        var id = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "BoltApp",
            "BoltApp",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: TestCompilation.References));
        var folder = Repository.PathTo("samples", "BoltApp");
        foreach (var path in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), change?.Invoke(text) ?? text, filePath: path);
        }

        solution = solution.AddDocument(DocumentId.CreateNewId(id), "GlobalUsings.cs", TestCompilation.GlobalUsings);
        foreach (var path in Directory.EnumerateFiles(folder, "LogEvents.*.txt").Order(StringComparer.Ordinal))
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), File.ReadAllText(path), filePath: path);

        Assert.Equal(2, solution.GetProject(id)!.AdditionalDocuments.Count());
        return solution;
    }

    private static async Task<ImmutableArray<Diagnostic>> Reported(Solution solution)
    {
        var project = solution.Projects.Single();
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = await compilation.WithAnalyzers([new EventFilesAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What the light bulb does, in code or in the file itself.</summary>
    private static async Task<Solution> Apply(Solution solution, Diagnostic diagnostic)
    {
        CodeAction? found = null;
        void Register(CodeAction action, ImmutableArray<Diagnostic> diagnostics) => found = action;
        TextDocument document = solution.GetDocument(diagnostic.Location.SourceTree)
            ?? solution.Projects.Single().AdditionalDocuments.Single(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
        await new AcceptEventsCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic.Location.SourceSpan, [diagnostic], Register, default));
        Assert.Equal("Record in LogEvents.Unshipped.txt", found!.Title);
        return (await found.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    private static TextDocument Unshipped(Solution solution) => solution.Projects.Single().AdditionalDocuments.Single(file => file.Name == UnshippedText);
}
