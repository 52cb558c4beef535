using System.Collections.Concurrent;
using Bolt.Analyzers.Allocation.Scope;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Detection;

/// <summary>What the rules know about a compilation: its well-known types and its contracts. One instance serves a compilation.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class AllocationContext(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, CallTraits> _traits = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, bool> _generated = new();

    public Compilation Compilation { get; } = compilation;

    public Contracts Contracts { get; } = new();

    public INamedTypeSymbol? Enumerable { get; } = compilation.GetTypeByMetadataName("System.Linq.Enumerable");

    public INamedTypeSymbol? StringBuilder { get; } = compilation.GetTypeByMetadataName("System.Text.StringBuilder");

    public INamedTypeSymbol? TextWriter { get; } = compilation.GetTypeByMetadataName("System.IO.TextWriter");

    public INamedTypeSymbol? Console { get; } = compilation.GetTypeByMetadataName("System.Console");

    public INamedTypeSymbol? FormattableString { get; } = compilation.GetTypeByMetadataName("System.FormattableString");

    public INamedTypeSymbol? IFormattable { get; } = compilation.GetTypeByMetadataName("System.IFormattable");

    public INamedTypeSymbol? StringHandler { get; } = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler");

    public INamedTypeSymbol? Expression { get; } = compilation.GetTypeByMetadataName("System.Linq.Expressions.Expression");

    public INamedTypeSymbol? Span { get; } = compilation.GetTypeByMetadataName("System.Span`1");

    public INamedTypeSymbol? ReadOnlySpan { get; } = compilation.GetTypeByMetadataName("System.ReadOnlySpan`1");

    public INamedTypeSymbol? List { get; } = compilation.GetTypeByMetadataName("System.Collections.Generic.List`1");

    public INamedTypeSymbol? ImmutableArray { get; } = compilation.GetTypeByMetadataName("System.Collections.Immutable.ImmutableArray`1");

    public INamedTypeSymbol? EqualityComparer { get; } = compilation.GetTypeByMetadataName("System.Collections.Generic.EqualityComparer`1");

    public INamedTypeSymbol? IEquatable { get; } = compilation.GetTypeByMetadataName("System.IEquatable`1");

    public INamedTypeSymbol? IEqualityComparer { get; } = compilation.GetTypeByMetadataName("System.Collections.Generic.IEqualityComparer`1");

    public INamedTypeSymbol? Task { get; } = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");

    public INamedTypeSymbol? TaskOfResult { get; } = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");

    public INamedTypeSymbol? ValueTask { get; } = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");

    public INamedTypeSymbol? ValueTaskOfResult { get; } = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");

    public INamedTypeSymbol? IAsyncDisposable { get; } = compilation.GetTypeByMetadataName("System.IAsyncDisposable");

    /// <summary>Whether the compiler can put the elements of a span into an inline array on the stack.</summary>
    public bool HasInlineArrays { get; } = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.InlineArrayAttribute") is not null;

    /// <summary>Whether a file is generated; asked at every call, and read once.</summary>
    public bool IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
        _generated.TryGetValue(tree, out var isGenerated) ? isGenerated : _generated.GetOrAdd(tree, GeneratedFile.Is(tree, Compilation, cancellationToken));

    /// <summary>What a method's attributes say of calls to it.</summary>
    public CallTraits TraitsOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        return _traits.TryGetValue(definition, out var traits) ? traits : _traits.GetOrAdd(definition, CallTraits.Of(definition));
    }
}
