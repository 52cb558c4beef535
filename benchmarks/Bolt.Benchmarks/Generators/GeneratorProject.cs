using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Benchmarks.Generators;

/// <summary>A project as an IDE holds it: 1,000 log methods in 100 files, 500 other files, and the driver with one of the generators.</summary>
internal sealed class GeneratorProject
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly GeneratorKind _kind;
    private readonly ISourceGenerator[] _generators;
    private readonly Dictionary<string, SyntaxTree> _files = new(StringComparer.Ordinal);
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private int _edits;

    /// <param name="kind">Whose attributes the log methods have.</param>
    /// <param name="isTracked">Whether the driver notes what it cached; costs time.</param>
    /// <exception cref="FileNotFoundException">The generator is not there.</exception>
    /// <exception cref="InvalidOperationException">The generator does not write what it should.</exception>
    public GeneratorProject(GeneratorKind kind, bool isTracked = false)
    {
        _kind = kind;
        _generators = GeneratorAssembly.Load(kind);
        for (int i = 0; i < EditedFiles.LogFiles; i++)
            Parse($"Log{i}.cs", EditedFiles.Log(kind, i, 0, null));

        for (int i = 0; i < EditedFiles.OtherFiles - 1; i++)
            Parse($"Other{i}.cs", EditedFiles.Other(i, 0));

        Parse("OrderState.cs", EditedFiles.Enum(0));
        _compilation = CSharpCompilation.Create(
            "Edited",
            _files.Values,
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = Driver(isTracked);
        _driver = _driver.RunGenerators(_compilation);
        MustImplementEveryMethod();
        foreach (EditKind what in Enum.GetValues<EditKind>())
            MustShow(what);
    }

    /// <summary>Types something, and runs the generators.</summary>
    public void Edit(EditKind what)
    {
        ++_edits;
        switch (what)
        {
            case EditKind.UnrelatedFile:
                Replace("Other0.cs", EditedFiles.Other(0, _edits));
                break;
            case EditKind.ParameterType:
                Replace("OrderState.cs", EditedFiles.Enum(_edits));
                break;
            default:
                Replace("Log0.cs", EditedFiles.Log(_kind, 0, _edits, what));
                break;
        }

        _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>Takes back what the last edit of the file with log methods left, so that the next one finds ten methods and begins anew.</summary>
    public void Restore()
    {
        Replace("Log0.cs", EditedFiles.Log(_kind, 0, 0, null));
        _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>A compilation in which nothing is bound yet, for <see cref="RunCold"/>.</summary>
    public CSharpCompilation Unbound() => _compilation.Clone();

    /// <summary>What a build pays: a new driver, for a compilation in which nothing is bound yet.</summary>
    public void RunCold(CSharpCompilation compilation) => Driver(isTracked: false).RunGenerators(compilation);

    /// <summary>How many outputs of the generator the last edit did not take from the cache; needs a tracked project.</summary>
    public int OutputsNotCached() => _driver.GetRunResult().Results.Single().TrackedOutputSteps
        .SelectMany(static steps => steps.Value)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private CSharpGeneratorDriver Driver(bool isTracked) => CSharpGeneratorDriver.Create(
        _generators,
        parseOptions: s_parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));

    private SyntaxTree Parse(string path, string text) => _files[path] = CSharpSyntaxTree.ParseText(text, s_parse, path);

    private void Replace(string path, string text)
    {
        SyntaxTree old = _files[path];
        _compilation = _compilation.ReplaceSyntaxTree(old, Parse(path, text));
    }

    // A generator that finds nothing, or fails, would be the fastest.
    private void MustImplementEveryMethod()
    {
        if (_kind == GeneratorKind.None)
            return;

        ImmutableArray<SyntaxTree> generated = _driver.GetRunResult().GeneratedTrees;
        Diagnostic? problem = _compilation.AddSyntaxTrees(generated).GetDiagnostics()
            .Concat(_driver.GetRunResult().Diagnostics)
            .FirstOrDefault(static one => one.Severity == DiagnosticSeverity.Error);
        if (problem is not null)
            throw new InvalidOperationException($"{_kind.Title()}: what the generator wrote does not compile: {problem}");
    }

    private void MustShow(EditKind what)
    {
        Edit(what);
        if (_kind != GeneratorKind.None
            && EditedFiles.Expected(_kind, what, _edits) is { } expected
            && !_driver.GetRunResult().GeneratedTrees.Any(tree => tree.ToString().Contains(expected, StringComparison.Ordinal)))
        {
            throw new InvalidOperationException($"{_kind.Title()}: after an edit ({what.Title()}) the generated code does not hold '{expected}'.");
        }

        Restore();
    }
}
