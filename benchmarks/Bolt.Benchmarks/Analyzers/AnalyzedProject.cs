using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Benchmarks.Analyzers;

/// <summary>A project as an IDE holds it: 1,000 methods in 100 files, 10 of them [ZeroAlloc], each calling into another file.</summary>
internal sealed class AnalyzedProject
{
    private const int Files = 100;
    private const int MethodsAFile = 10;
    private const int FilesWithContract = 10;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private CSharpCompilation _compilation;
    private SyntaxTree _edited;
    private int _edits;

    /// <param name="analyzers">What runs after each edit.</param>
    public AnalyzedProject(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        _analyzers = analyzers;
        var trees = new List<SyntaxTree>(Files);
        for (int i = 0; i < Files; i++)
            trees.Add(CSharpSyntaxTree.ParseText(File(i, 0), s_parse, $"Service{i}.cs"));

        _edited = trees[0];
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        _compilation = CSharpCompilation.Create(
            "Analyzed",
            trees,
            platform.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Types a character in a file with a [ZeroAlloc] method, and asks for that file's diagnostics as an editor does.</summary>
    /// <returns>How many diagnostics the file has.</returns>
    public int Edit()
    {
        SyntaxTree edited = CSharpSyntaxTree.ParseText(File(0, ++_edits), s_parse, _edited.FilePath);
        _compilation = _compilation.ReplaceSyntaxTree(_edited, edited);
        _edited = edited;
        var analysis = _compilation.WithAnalyzers(_analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));
        return analysis.GetAnalyzerSyntaxDiagnosticsAsync(edited, default).GetAwaiter().GetResult().Length
            + analysis.GetAnalyzerSemanticDiagnosticsAsync(_compilation.GetSemanticModel(edited), filterSpan: null, default).GetAwaiter().GetResult().Length;
    }

    // One allocation in each file's first method, so that the count of diagnostics shows that the analyzers ran.
    private static string File(int file, int edit)
    {
        var code = new StringBuilder($$"""
            using Bolt;
            using Microsoft.Extensions.Logging;

            namespace Analyzed;

            internal sealed class Service{{file}}(ILogger logger)
            {
                private readonly System.Collections.Generic.Dictionary<string, int> _counts = new();

            """);
        for (int method = 0; method < MethodsAFile; method++)
        {
            string contract = file < FilesWithContract && method == 0 ? "[ZeroAlloc]" : "";
            string allocation = method == 0 ? " + $\"{value}\".Length" : "";
            code.AppendLine($$"""
                    {{contract}}
                    public int Count{{method}}(string key, int value, Service{{(file + 1) % Files}} other)
                    {
                        if (!_counts.TryGetValue(key, out int count) && value > {{edit}})
                        {
                            logger.LogDebug("Counting {Key}", key);
                            return other.Next{{method}}(value);
                        }

                        for (int i = 0; i < key.Length; i++)
                            count += key[i] * value;

                        return count{{allocation}};
                    }

                    public int Next{{method}}(int value) => value + _counts.Count;
                """);
        }

        return code.Append('}').ToString();
    }
}
