using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Options;

namespace Bolt.Allocation.Tests;

/// <summary>The classes of data that are logged, and their redactors: Microsoft's, and one of our own.</summary>
internal static class Classes
{
    public static DataClassification Erased => new("Tests", nameof(Erased));

    public static DataClassification Hashed => new("Tests", nameof(Hashed));

    public static DataClassification Starred => new("Tests", nameof(Starred));

    public static IRedactorProvider Provider { get; } = new ByClass();

    /// <summary>Not the provider of the package: registering that, the linker warns of its validators.</summary>
    private sealed class ByClass : IRedactorProvider
    {
        private readonly Dictionary<DataClassificationSet, Redactor> _redactors = new()
        {
            [Erased] = ErasingRedactor.Instance,
            [Hashed] = new HmacRedactor(Options.Create(new HmacRedactorOptions { Key = Convert.ToBase64String(new byte[44]), KeyId = 1 })),
            [Starred] = new StarRedactor(),
        };

        public Redactor GetRedactor(DataClassificationSet classifications) => _redactors[classifications];
    }

    private sealed class StarRedactor : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            destination[..source.Length].Fill('*');
            return source.Length;
        }
    }
}

internal sealed class ErasedAttribute() : DataClassificationAttribute(Classes.Erased);

internal sealed class HashedAttribute() : DataClassificationAttribute(Classes.Hashed);

internal sealed class StarredAttribute() : DataClassificationAttribute(Classes.Starred);
