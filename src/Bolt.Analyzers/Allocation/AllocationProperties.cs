using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation;

/// <summary>What diagnostics of allocations carry for their fixes.</summary>
public static class AllocationProperties
{
    /// <summary>The declaration that the cure changes, by the id that documentation files give it: it may be of another project.</summary>
    public const string Declaration = "Declaration";

    /// <summary>The name of the member that is called.</summary>
    public const string Member = "Member";

    internal static ImmutableDictionary<string, string?> Of(ISymbol declaration) =>
        ImmutableDictionary<string, string?>.Empty.Add(Declaration, DocumentationCommentId.CreateDeclarationId(declaration.OriginalDefinition));
}
