using Bolt.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Migration.Tests.Guides;

/// <summary>A log method as a user might first write it, and what Bolt says to it.</summary>
internal static class Declaration
{
    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>Compiles a declaration within a partial class and returns each of Bolt's diagnostics as id and message.</summary>
    public static async Task<string[]> DiagnosticsOf(string declaration)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using Bolt;
            using Bolt.Migration.Tests;
            using Microsoft.Extensions.Logging;
            static partial class Log
            {
                {{declaration}}
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));
        var compilation = CSharpCompilation.Create("Declaration", [tree], s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        // CS8795: the body is missing that the generator would write.
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795"));
        var diagnostics = await compilation.WithAnalyzers([new LogEventUsageAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];
    }
}
