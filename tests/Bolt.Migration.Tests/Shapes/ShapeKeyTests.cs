using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bolt.Migration.Tests.Guides;
using Bolt.Sinks;

namespace Bolt.Migration.Tests.Shapes;

/// <summary>The table of keys in docs/migrating/README.md says where each shape puts what. With BOLT_ACCEPT=1 in the environment it is written.</summary>
public sealed partial class ShapeKeyTests
{
    private static readonly (string Key, string Value)[] s_members =
    [
        ("time", "\"v\""), ("level", "\"v\""), ("category", "\"v\""), ("event_id", "7"), ("event", "\"v\""), ("error", "\"v\""), ("error_type", "\"v\""),
        ("error_stack", "\"v\""), ("thread_id", "7"), ("call_site", "\"v\""), ("trace_id", "\"v\""), ("span_id", "\"v\""), ("truncated", "true"),
        ("message", "\"v\""), ("OrderId", "7"), ("Items", "[1,2]"), ("User", "{\"Name\":\"Ada\"}"), ("url.path", "\"v\""), ("@User", "\"v\""),
    ];

    [Fact]
    public void The_table_of_keys_says_what_the_shapes_write()
    {
        var rows = new StringBuilder();
        foreach (var (key, value) in s_members)
        {
            rows.Append("| `").Append(key).Append("` |");
            foreach (var shape in Enum.GetValues<RecordShape>())
                rows.Append(" `").Append(PathOf(shape, key, value)).Append("` |");
            rows.Append('\n');
        }

        var path = Path.Combine(GuidePage.Folder, "README.md");
        var page = File.ReadAllText(path);
        var table = Table().Match(page).Groups["rows"];
        if (Environment.GetEnvironmentVariable("BOLT_ACCEPT") == "1")
            File.WriteAllText(path, string.Concat(page.AsSpan(0, table.Index), rows.ToString(), page.AsSpan(table.Index + table.Length)));
        else
            Assert.Equal(table.Value, rows.ToString());
    }

    private static string PathOf(RecordShape shape, string key, string value)
    {
        using var stream = new MemoryStream();
        using var sink = new ShapedSink(new StreamSink(stream), shape);

        // With a stack, the error's message is not what stands for it.
        var stack = key == "error" ? ",\"error_stack\":\"s\"" : "";
        sink.Write(Encoding.UTF8.GetBytes($"{{\"{key}\":{value}{stack}}}\n"), 1);
        using var line = JsonDocument.Parse(stream.ToArray());
        return Find(line.RootElement, value.Trim('"')) ?? throw new InvalidOperationException($"{shape} loses {key}: {line.RootElement}");
    }

    private static string? Find(JsonElement element, string value)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ToString() == value || property.Value.GetRawText() == value)
                return property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object && Find(property.Value, value) is { } inner)
                return $"{property.Name} → {inner}";
        }

        return null;
    }

    [GeneratedRegex(@"^<!-- keys -->\n\|.*\|\n\|[-|]*\|\n(?<rows>(?:\|.*\|\n)*)<!-- /keys -->$", RegexOptions.Multiline)]
    private static partial Regex Table();
}
