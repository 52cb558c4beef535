using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation;

/// <summary>What diagnostics of allocations carry for their fixes.</summary>
public static class AllocationProperties
{
    /// <summary>The declaration that the cure changes, by the id that documentation files give it: it may be of another project.</summary>
    public const string Declaration = "Declaration";

    /// <summary>The member that boxes: the name of one that is inherited, the id of one of an interface.</summary>
    public const string Member = "Member";

    internal static ImmutableDictionary<string, string?> Of(ISymbol declaration) =>
        ImmutableDictionary<string, string?>.Empty.Add(Declaration, DocumentationCommentId.CreateDeclarationId(declaration.OriginalDefinition));
}
