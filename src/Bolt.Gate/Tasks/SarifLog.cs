using System.Text;

namespace Bolt.Gate.Tasks;

/// <summary>Writes what the gate found as SARIF 2.1, what is excused with its justification.</summary>
internal sealed class SarifLog
{
    private readonly StringBuilder _results = new();

    /// <param name="finding">The allocation.</param>
    /// <param name="suppression">inSource or external; null if it is reported.</param>
    /// <param name="justification">Why it is accepted.</param>
    public void Add(GateFinding finding, string? suppression = null, string justification = "")
    {
        if (_results.Length > 0)
            _results.Append(",\n");
        _results.Append("        { \"ruleId\": \"").Append(BoltGate.Allocation).Append("\", \"level\": \"error\", \"message\": { \"text\": ")
            .Append(Quote(BoltGate.Message(finding))).Append(" }");
        if (finding.Place is { } place)
        {
            _results.Append(", \"locations\": [{ \"physicalLocation\": { \"artifactLocation\": { \"uri\": ").Append(Quote(Uri(place.File)))
                .Append(" }, \"region\": { \"startLine\": ").Append(place.Line).Append(", \"startColumn\": ").Append(place.Column)
                .Append(", \"endLine\": ").Append(place.EndLine).Append(", \"endColumn\": ").Append(place.EndColumn).Append(" } } }]");
        }

        if (suppression is not null)
            _results.Append(", \"suppressions\": [{ \"kind\": \"").Append(suppression).Append("\", \"justification\": ").Append(Quote(justification)).Append(" }]");
        _results.Append(", \"properties\": { \"bolt.kind\": ").Append(Quote(finding.Kind.ToString())).Append(", \"bolt.member\": ").Append(Quote(finding.Member)).Append(" } }");
    }

    public override string ToString() =>
        "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n"
        + "      \"tool\": { \"driver\": { \"name\": \"Bolt gate\", \"rules\": [{ \"id\": \"" + BoltGate.Allocation + "\", \"helpUri\": " + Quote(BoltGate.HelpLink(BoltGate.Allocation)) + " }] } },\n"
        + "      \"results\": [\n" + _results + "\n      ]\n    }\n  ]\n}\n";

    private static string Uri(string file) => System.Uri.TryCreate(file, UriKind.Absolute, out var uri) ? uri.AbsoluteUri : file.Replace('\\', '/');

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (character < ' ')
                quoted.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
