using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests;

/// <summary>Compiles sources as a consumer of Bolt does, and runs the generator over them.</summary>
internal static class Driver
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Net;
        using System.Numerics;
        using System.Runtime.CompilerServices;
        using Bolt;
        using Microsoft.Extensions.Logging;

        """;

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Bolt.LogEventAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Logging.ILogger).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Microsoft.Extensions.Compliance.Classification.DataClassification).Assembly.Location),
    ];

    public static CSharpCompilation Compile(params IEnumerable<string> sources) => Compile(LanguageVersion.CSharp13, sources);

    public static CSharpCompilation Compile(LanguageVersion version, params IEnumerable<string> sources)
    {
        var options = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            "Consumer",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(Usings + source, options, path: $"File{i}.cs")),
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, warningLevel: 9999));
    }

    public static GeneratorDriver Create(CSharpCompilation compilation) => CSharpGeneratorDriver.Create(
        [new LogEventGenerator().AsSourceGenerator()],
        parseOptions: (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static GeneratorDriverRunResult Run(CSharpCompilation compilation) => Create(compilation).RunGenerators(compilation).GetRunResult();

    /// <summary>The generated files by hint name.</summary>
    public static SortedDictionary<string, string> Sources(GeneratorDriverRunResult result)
    {
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Assert.Null(result.Results[0].Exception);
        foreach (GeneratedSourceResult source in result.Results[0].GeneratedSources) sources.Add(source.HintName, source.SourceText.ToString());
        return sources;
    }

    /// <summary>Generates, and asserts that the whole compiles without an error or a warning.</summary>
    public static SortedDictionary<string, string> RunCleanly(LanguageVersion version, params string[] sources)
    {
        CSharpCompilation compilation = Compile(version, sources);
        GeneratorDriver driver = Create(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        SortedDictionary<string, string> generated = Sources(driver.GetRunResult());
        string[] problems = [.. output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id is not ("CS1591" or "CS0649")).Select(d => d.ToString())];
        Assert.True(problems.Length == 0, string.Join("\n", problems) + "\n" + string.Join("\n", generated.Values));
        return generated;
    }
}
