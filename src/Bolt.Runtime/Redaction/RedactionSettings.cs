using Microsoft.Extensions.Compliance.Redaction;

namespace Bolt.Runtime;

/// <summary>How a factory redacts values, as its options say.</summary>
internal sealed class RedactionSettings
{
    /// <summary>Those of a process without a factory.</summary>
    internal static readonly RedactionSettings None = new();

    /// <summary>The key of <see cref="Redaction.Hash"/>; empty for one that is random for each process.</summary>
    internal ReadOnlyMemory<byte> Key { get; init; }

    /// <summary>Gives the redactors of classified values; null where there is none.</summary>
    internal IRedactorProvider? Provider { get; init; }

    /// <summary>The names under which no value is written; null where there are none, so that nobody looks.</summary>
    internal RedactedNames? Names { get; init; }

    /// <summary>Receives the failures of redaction where the record is not yet any factory's.</summary>
    internal Action<LogErrorReason, string, Exception?>? Report { get; init; }
}
