using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace Bolt.Gate.Tests;

/// <summary>C# source, compiled to a file of its own.</summary>
internal sealed class CompiledCase : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public CompiledCase(string source, bool optimised, DebugInformationFormat symbols = DebugInformationFormat.PortablePdb, string path = "Case.cs")
    {
        var tree = CSharpSyntaxTree.ParseText(source, path: path, encoding: System.Text.Encoding.UTF8);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: optimised ? OptimizationLevel.Release : OptimizationLevel.Debug,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            "Case",
            [tree],
            References.Select(file => MetadataReference.CreateFromFile(file)),
            options);
        using var image = new MemoryStream();
        using var debug = new MemoryStream();
        var emitted = compilation.Emit(
            image,
            symbols == DebugInformationFormat.Embedded ? null : debug,
            options: new EmitOptions(debugInformationFormat: symbols, pdbFilePath: Symbols));
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        File.WriteAllBytes(Assembly, image.ToArray());
        if (symbols != DebugInformationFormat.Embedded)
            File.WriteAllBytes(Symbols, debug.ToArray());
    }

    /// <summary>The framework that runs this test, and Bolt.</summary>
    public static ImmutableArray<string> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System", StringComparison.Ordinal)
                || Path.GetFileName(file) is "Bolt.Runtime.dll" or "netstandard.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"),
    ];

    public string Assembly => _directory.PathOf("Case.dll");

    public string Symbols => _directory.PathOf("Case.pdb");

    public GateReport Scan(GateScope scope = GateScope.Attributed) => AssemblyScan.Run(Assembly, Symbols, References, scope);

    public void Dispose() => _directory.Dispose();
}
