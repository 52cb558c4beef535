using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>A file beside the code whose lines an example names in comments: <c>// LogEvents.Shipped.txt: line</c>.</summary>
internal sealed partial class ExampleFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public static ImmutableArray<AdditionalText> Of(string example) =>
    [
        .. Line().Matches(example)
            .GroupBy(match => match.Groups[1].Value, match => match.Groups[2].Value)
            .Select(file => new ExampleFile(file.Key, string.Concat(file.Select(line => line + "\n")))),
    ];

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    [GeneratedRegex(@"^// (\S+\.txt): ?(.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
