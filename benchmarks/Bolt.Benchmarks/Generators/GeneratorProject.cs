using System.Text;
using Bolt.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Benchmarks.Generators;

/// <summary>A project as an IDE holds it: 1,000 log methods in 100 files, 500 other files, and the generator's driver.</summary>
internal sealed class GeneratorProject
{
    private const int LogFiles = 100;
    private const int MethodsAFile = 10;
    private const int OtherFiles = 500;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);

    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;
    private SyntaxTree _edited;
    private int _edits;

    /// <param name="hasGenerator">Without it, the driver has nothing to do: what is left is the cost of the edit itself.</param>
    public GeneratorProject(bool hasGenerator)
    {
        var trees = new List<SyntaxTree>(LogFiles + OtherFiles);
        for (int i = 0; i < LogFiles; i++)
            trees.Add(CSharpSyntaxTree.ParseText(LogFile(i), s_parse, $"Log{i}.cs"));

        for (int i = 0; i < OtherFiles; i++)
            trees.Add(CSharpSyntaxTree.ParseText(OtherFile(i, 0), s_parse, $"Other{i}.cs"));

        _edited = trees[LogFiles];
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        _compilation = CSharpCompilation.Create(
            "Edited",
            trees,
            platform.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            hasGenerator ? [new LogEventGenerator().AsSourceGenerator()] : [],
            parseOptions: s_parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));
        Run();
        int sources = hasGenerator ? _driver.GetRunResult().GeneratedTrees.Length : LogFiles;
        if (sources < LogFiles)
            throw new InvalidOperationException($"The generator wrote {sources} files for {LogFiles} classes of log methods.");
    }

    /// <summary>Types a character in a file that has nothing to do with logging, and runs the generators.</summary>
    public void Edit()
    {
        SyntaxTree edited = CSharpSyntaxTree.ParseText(OtherFile(0, ++_edits), s_parse, _edited.FilePath);
        _compilation = _compilation.ReplaceSyntaxTree(_edited, edited);
        _edited = edited;
        Run();
    }

    /// <summary>Edits once more with every step of the generator tracked, and says how many of its outputs were not cached.</summary>
    public static int OutputsNotCached()
    {
        var project = new GeneratorProject(hasGenerator: true)
        {
            _driver = CSharpGeneratorDriver.Create(
                [new LogEventGenerator().AsSourceGenerator()],
                parseOptions: s_parse,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        };
        project.Run();
        project.Edit();
        return project._driver.GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(static steps => steps.Value)
            .SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    private void Run() => _driver = _driver.RunGenerators(_compilation);

    private static string LogFile(int file)
    {
        var code = new StringBuilder($$"""
            using Bolt;
            using Microsoft.Extensions.Logging;

            namespace Edited.Logging;

            internal static partial class Log{{file}}
            {

            """);
        for (int method = 0; method < MethodsAFile; method++)
        {
            code.AppendLine($"    [LogEvent(LogLevel.Information, \"Order {{orderId}} of {{customer}} took {{took}}, step {method}\")]");
            code.AppendLine($"    public static partial void Event{file}_{method}(ILogger logger, long orderId, string customer, System.TimeSpan took);");
        }

        return code.Append('}').ToString();
    }

    private static string OtherFile(int file, int edit) => $$"""
        namespace Edited.Orders;

        /// <summary>Edit {{edit}}.</summary>
        internal sealed class Service{{file}}
        {
            private readonly System.Collections.Generic.Dictionary<string, int> _counts = new();

            public int Count(string key, int value)
            {
                _counts[key] = _counts.TryGetValue(key, out int count) ? count + value + {{edit}} : value;
                return _counts.Count;
            }
        }
        """;
}
