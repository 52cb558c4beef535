using System.Diagnostics;
using System.IO;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Bolt.Analyzers.Allocation.Library;

/// <summary>Says what calls to members of the framework do. See README.md beside it.</summary>
/// <remarks>The table is read when a call from code in scope first reaches the framework.</remarks>
internal static class FrameworkTable
{
    private static readonly Lazy<(ulong[] Hashes, byte[] Verdicts)> s_table = new(Read);

    /// <summary>What a call does that runs exactly <paramref name="method"/>.</summary>
    public static LibraryVerdict Find(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!IsOfFramework(definition))
            return LibraryVerdict.Unknown;
        if (definition.ContainingNamespace is { Name: "Intrinsics" or "X86" or "Arm" or "Wasm" } && FrameworkNamespaces.AreIntrinsics(definition.ContainingNamespace.ToDisplayString() + "."))
            return definition.Name == "ToString" ? LibraryVerdict.ReturnsNew : LibraryVerdict.Free;

        return definition.GetDocumentationCommentId() is { } id ? Find(id) : LibraryVerdict.Unknown;
    }

    /// <summary>What a call does that runs <paramref name="method"/> or anything that overrides it.</summary>
    public static LibraryVerdict FindVirtual(IMethodSymbol method)
    {
        // What is known of all overrides of a member is known of those below one of them too.
        for (var declared = method.OriginalDefinition; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            if (IsOfFramework(declared)
                && declared.GetDocumentationCommentId() is { } id
                && Find(FrameworkTableFormat.Virtual + id) is var verdict and not LibraryVerdict.Unknown)
            {
                return verdict;
            }
        }

        return LibraryVerdict.Unknown;
    }

    /// <summary>What is said of a member by its documentation id.</summary>
    public static LibraryVerdict Find(string documentationId)
    {
        var (hashes, verdicts) = s_table.Value;
        var index = Array.BinarySearch(hashes, FrameworkTableFormat.Hash(documentationId));
        return index < 0 ? LibraryVerdict.Unknown : (LibraryVerdict)verdicts[index];
    }

    private static bool IsOfFramework(IMethodSymbol method)
    {
        if (method.ContainingAssembly?.Identity is not { IsStrongName: true, Name: var name })
            return false;

        return name.StartsWith("System", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
            || name is "mscorlib" or "netstandard" or "Microsoft.CSharp";
    }

    private static (ulong[] Hashes, byte[] Verdicts) Read()
    {
        using var stream = typeof(FrameworkTable).GetTypeInfo().Assembly.GetManifestResourceStream("framework.table");
        Debug.Assert(stream is not null, "The table is embedded.");
        var bytes = new byte[stream!.Length];
        for (var read = 0; read < bytes.Length;)
        {
            var count = stream.Read(bytes, read, bytes.Length - read);
            if (count == 0)
                throw new EndOfStreamException();
            read += count;
        }

        return FrameworkTableFormat.Read(bytes);
    }
}
