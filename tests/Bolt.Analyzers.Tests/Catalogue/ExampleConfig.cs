using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bolt.Analyzers.Tests.Catalogue;

/// <summary>The lines of an .editorconfig that an example names in comments: <c>// .editorconfig: key = value</c>.</summary>
internal sealed partial class ExampleConfig : AnalyzerConfigOptionsProvider
{
    private readonly Options _options;

    private ExampleConfig(ImmutableDictionary<string, string> values) => _options = new Options(values);

    /// <summary>The severities that the lines set.</summary>
    public IEnumerable<KeyValuePair<string, ReportDiagnostic>> Severities =>
        from line in _options.Values
        let match = SeverityKey().Match(line.Key)
        where match.Success
        select KeyValuePair.Create(match.Groups[1].Value, Enum.Parse<ReportDiagnostic>(line.Value == "warning" ? "Warn" : line.Value, ignoreCase: true));

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public static ExampleConfig Of(string example) =>
        new(Line().Matches(example).ToImmutableDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    [GeneratedRegex(@"^// \.editorconfig: (\S+) = (.+)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^dotnet_diagnostic\.(\w+)\.severity$")]
    private static partial Regex SeverityKey();

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public ImmutableDictionary<string, string> Values => values;

        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
