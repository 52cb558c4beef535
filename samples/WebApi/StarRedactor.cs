using Microsoft.Extensions.Compliance.Redaction;

namespace WebApi;

/// <summary>Leaves the first letter.</summary>
internal sealed class StarRedactor : Redactor
{
    public override int GetRedactedLength(ReadOnlySpan<char> input) => input.Length;

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        destination[..source.Length].Fill('*');
        if (!source.IsEmpty)
            destination[0] = source[0];

        return source.Length;
    }
}
