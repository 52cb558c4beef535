using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.Extensions.Logging;

namespace Bolt.Analyzers.Tests.Testing;

/// <summary>What every test source is compiled with: the .NET 10 reference assemblies, Bolt, and ILogger.</summary>
internal static class TestCompilation
{
    /// <summary>A framework without packages: the test library would look them up in a feed.</summary>
    public static ReferenceAssemblies Framework { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(LogEventAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ILogger).Assembly.Location),
    ];

    /// <summary>The usings that test sources leave out.</summary>
    public const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using Bolt;
        global using Microsoft.Extensions.Logging;
        """;
}
