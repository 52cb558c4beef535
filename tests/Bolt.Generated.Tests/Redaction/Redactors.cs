using System.Globalization;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace Bolt.Generated.Tests;

/// <summary>Gives one redactor for every classification, and keeps the classifications that it was asked for.</summary>
internal sealed class OneRedactor(Redactor redactor) : IRedactorProvider
{
    public List<DataClassificationSet> Asked { get; } = [];

    public Redactor GetRedactor(DataClassificationSet classifications)
    {
        if (!Asked.Contains(classifications))
            Asked.Add(classifications);

        return redactor;
    }
}

/// <summary>Leaves the length of the text, from which it can be seen which text it was.</summary>
internal sealed class LengthRedactor : Redactor
{
    public override int GetRedactedLength(ReadOnlySpan<char> input) => 12;

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"<{source.Length}>", out int written) ? written : throw new ArgumentException("The destination is too short.", nameof(destination));
}

/// <summary>Leaves what a function makes of the text.</summary>
internal sealed class FunctionRedactor(Func<string, string> redact) : Redactor
{
    public override int GetRedactedLength(ReadOnlySpan<char> input) => redact(input.ToString()).Length;

    public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
    {
        string text = redact(source.ToString());
        text.CopyTo(destination);
        return text.Length;
    }
}
