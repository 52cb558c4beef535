using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bolt.OpenTelemetry.Tests.Collector;

/// <summary>What the operators of a file_log receiver make of a line, as their documentation has it. An operator, or a setting of one, that is not known here fails.</summary>
internal sealed partial class FileLogOperators(IEnumerable<object> operators)
{
    private static readonly string[] s_severities = ["trace", "debug", "info", "warn", "error", "fatal"];

    public FileLogEntry Run(string line)
    {
        var entry = new FileLogEntry { Body = line };
        foreach (Dictionary<object, object?> settings in operators.Cast<Dictionary<object, object?>>())
        {
            var rest = new Dictionary<string, object?>(settings.Select(static pair => new KeyValuePair<string, object?>((string)pair.Key, pair.Value)));
            string type = Take<string>(rest, "type");
            if (rest.Remove("if", out object? condition) && !Holds(entry, (string)condition!))
                continue;

            Apply(entry, type, rest);
            Assert.True(rest.Count == 0, $"{type} has settings that this test does not know: {string.Join(", ", rest.Keys)}.");
        }

        return entry;
    }

    private static void Apply(FileLogEntry entry, string type, Dictionary<string, object?> settings)
    {
        switch (type)
        {
            case "json_parser":
                Assert.Equal("attributes", Take<string>(settings, "parse_to"));
                Assert.Equal("true", Take<string>(settings, "parse_ints"));
                Assert.Equal("send_quiet", Take<string>(settings, "on_error"));
                Parse(entry);
                break;
            case "time_parser":
                Assert.Equal("gotime", Take<string>(settings, "layout_type"));
                Assert.Equal("2006-01-02T15:04:05.999999999Z07:00", Take<string>(settings, "layout"));
                entry.Time = DateTimeOffset.ParseExact((string)Get(entry, settings, "parse_from")!, ["yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture);
                break;
            case "severity_parser":
                Assert.Equal("none", Take<string>(settings, "preset"));
                string level = (string)Get(entry, settings, "parse_from")!;
                entry.SeverityText = level;
                foreach ((object severity, object? text) in Take<Dictionary<object, object?>>(settings, "mapping"))
                {
                    int number = Array.IndexOf(s_severities, (string)severity);
                    Assert.InRange(number, 0, s_severities.Length - 1);
                    if ((string)text! == level)
                        entry.Severity = (4 * number) + 1;
                }

                break;
            case "scope_name_parser":
                entry.Scope = (string)Get(entry, settings, "parse_from")!;
                break;
            case "trace_parser":
                entry.TraceId = Id(entry, settings, "trace_id");
                entry.SpanId = Id(entry, settings, "span_id");
                break;
            case "remove":
                Assert.True(entry.Attributes.Remove(NameOf(Take<string>(settings, "field"))));
                break;
            case "move":
                string from = NameOf(Take<string>(settings, "from"));
                Assert.True(entry.Attributes.Remove(from, out object? value));
                string to = Take<string>(settings, "to");
                if (to == "body")
                    entry.Body = (string)value!;
                else
                    entry.Attributes[NameOf(to)] = value;
                break;
            default:
                Assert.Fail($"This test does not know the operator {type}.");
                break;
        }
    }

    private static void Parse(FileLogEntry entry)
    {
        try
        {
            using var document = JsonDocument.Parse(entry.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return;

            foreach (JsonProperty property in document.RootElement.EnumerateObject())
                entry.Attributes[property.Name] = ValueOf(property.Value);
        }
        catch (JsonException)
        {
            // The entry goes on as it was.
        }
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out long integer) ? (object)integer : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };

    private static bool Holds(FileLogEntry entry, string condition)
    {
        Match match = NotNil().Match(condition);
        Assert.True(match.Success, $"This test does not know the condition {condition}.");
        return entry.Attributes.GetValueOrDefault(match.Groups[1].Value) is not null;
    }

    private static string Id(FileLogEntry entry, Dictionary<string, object?> settings, string name) =>
        (string)entry.Attributes[NameOf((string)Take<Dictionary<object, object?>>(settings, name)["parse_from"]!)]!;

    private static object? Get(FileLogEntry entry, Dictionary<string, object?> settings, string name) => entry.Attributes[NameOf(Take<string>(settings, name))];

    private static T Take<T>(Dictionary<string, object?> settings, string name)
    {
        Assert.True(settings.Remove(name, out object? value), $"The setting {name} is missing.");
        return Assert.IsType<T>(value);
    }

    private static string NameOf(string field)
    {
        Match match = Attribute().Match(field);
        Assert.True(match.Success, $"{field} is no attribute.");
        return match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
    }

    [GeneratedRegex("""^attributes(?:\.([a-z_]+)|\["([a-z._]+)"\])$""")]
    private static partial Regex Attribute();

    [GeneratedRegex("^attributes\\.([a-z_]+) != nil$")]
    private static partial Regex NotNil();
}
