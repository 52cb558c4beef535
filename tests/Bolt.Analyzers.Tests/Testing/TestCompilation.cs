using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Bolt.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bolt.Analyzers.Tests.Testing;

/// <summary>What every test source is compiled with: the .NET 10 reference assemblies, Bolt, ILogger, and data classifications.</summary>
internal static class TestCompilation
{
    /// <summary>A framework without packages: the test library would look them up in a feed.</summary>
    public static ReferenceAssemblies Framework { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(LogEventAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ILogger).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(DataClassification).Assembly.Location),
    ];

    /// <summary>The usings that test sources leave out.</summary>
    public const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using Bolt;
        global using Microsoft.Extensions.Logging;
        """;

    /// <summary>The source with the bodies that Bolt generates for it.</summary>
    public static Compilation Create(string source, LanguageVersion language = LanguageVersion.Latest, string path = "Test.cs") =>
        Create(source, language, path, References, []);

    /// <summary>As <see cref="Create(string, LanguageVersion, string)"/>, with what other generators write.</summary>
    public static Compilation Create(string source, IEnumerable<MetadataReference> references, params ISourceGenerator[] others) =>
        Create(source, LanguageVersion.Latest, "Test.cs", [.. References, .. references], others);

    private static Compilation Create(string source, LanguageVersion language, string path, IEnumerable<MetadataReference> references, ISourceGenerator[] others)
    {
        var options = new CSharpParseOptions(language);
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source, options, path), CSharpSyntaxTree.ParseText(GlobalUsings, options, "GlobalUsings.cs")],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new LogEventGenerator().AsSourceGenerator(), .. others], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return generated;
    }

    /// <summary>Checks that the source compiles together with what Bolt generates for it.</summary>
    public static void AssertCompiles(string source) =>
        Assert.Empty(Create(source).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
}
