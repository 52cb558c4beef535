using System.Text.Json;
using Bolt.Gate.Events;
using Bolt.Generators.Catalogue;

namespace Bolt.Gate.Tests.Events;

/// <summary>The text of the catalogue's files.</summary>
public sealed class CatalogueFileTests
{
    private static readonly CatalogueEvent s_paid = new(
        "Shop.Log",
        "Paid",
        "Warning",
        17,
        "Order {order} | `{state}`",
        [
            new CatalogueField("order", JsonKind.Integer) { IsNullable = true, MayBeNull = true },
            new CatalogueField("a|b", JsonKind.Enum) { Names = ["Open", "Done"] },
            new CatalogueField("lines", JsonKind.Array)
            {
                MayBeNull = true,
                Content = new CatalogueField("", JsonKind.Object)
                {
                    MayBeNull = true,
                    Members = [new CatalogueField("sku", JsonKind.String) { Redaction = "last4" }, new CatalogueField("part", JsonKind.Object) { SameAs = "lines[]" }],
                },
            },
            new CatalogueField("shares", JsonKind.Object) { Content = new CatalogueField("", JsonKind.Number) { Format = "float" } },
            new CatalogueField("error", JsonKind.String) { IsOptional = true },
        ])
    {
        Method = "WritePaid",
        Category = "Shop.Orders",
        File = "Log.cs",
        Line = 9,
    };

    private static readonly CatalogueEvent s_bare = new("Shop.Log_2", "Lost", CatalogueEvent.DynamicLevel, null, "", []) { Method = "Lost" };

    [Fact]
    public void Programs_read_everything()
    {
        JsonElement[] events = [.. JsonDocument.Parse(EventJson.Write([s_paid, s_bare])).RootElement.GetProperty("events").EnumerateArray()];

        Assert.Equal(2, events.Length);
        JsonElement paid = events[0];
        Assert.Equal(
            ("Paid", 17, "Warning", "Shop.Log", "WritePaid", "Shop.Orders", s_paid.Template, "Log.cs", 9),
            (Text(paid, "name"), paid.GetProperty("id").GetInt32(), Text(paid, "level"), Text(paid, "type"), Text(paid, "method"), Text(paid, "category"), Text(paid, "template"), Text(paid, "file"), paid.GetProperty("line").GetInt32()));
        Assert.Equal(
            """
            [{"key":"order","type":"integer","null":true},{"key":"a|b","type":"enum","names":["Open","Done"]},{"key":"lines","type":"array","null":true,"elements":{"type":"object","null":true,"members":[{"key":"sku","type":"string","redaction":"last4"},{"key":"part","type":"object","sameAs":"lines[]"}]}},{"key":"shares","type":"object","values":{"type":"number","format":"float"}},{"key":"error","type":"string","optional":true}]
            """,
            JsonSerializer.Serialize(paid.GetProperty("fields")));
        Assert.Equal(["name", "level", "type", "method", "template", "fields"], events[1].EnumerateObject().Select(static property => property.Name));
    }

    [Fact]
    public void People_read_a_table_per_event() => Assert.Equal(
        """
        # Events of My\_Shop

        Written by the build; do not edit.

        ## Shop.Log

        ### Paid

        Warning, id 17, category `Shop.Orders`, `Log.cs:9`: `` Order {order} \| `{state}` ``

        | Field | Type | |
        |---|---|---|
        | `order` | integer or null |  |
        | `"a\|b"` | enum | `Open`, `Done` |
        | `lines` | array or null |  |
        | `lines[]` | object or null |  |
        | `lines[]/sku` | string | redacted: last4 |
        | `lines[]/part` | object | as `lines[]` |
        | `shares` | object |  |
        | `shares{}` | number (float) |  |
        | `error` | string | may be absent |

        ## Shop.Log\_2

        ### Lost

        Dynamic

        """,
        EventMarkdown.Write("My_Shop", [s_paid, s_bare]));

    [Fact]
    public void Every_reference_of_a_schema_leads_somewhere()
    {
        JsonElement schema = JsonDocument.Parse(EventSchema.Write([s_paid, s_paid, s_bare, s_bare with { Name = "a/b~c \"d\"%" }])).RootElement;
        List<string> references = [];
        Collect(schema, references);

        Assert.Equal(["Shop.Log.Paid", "Shop.Log.Paid#2", "Shop.Log_2.Lost", "Shop.Log_2.a/b~c \"d\"%"], schema.GetProperty("$defs").EnumerateObject().Select(static property => property.Name));
        Assert.Equal(6, references.Count);
        Assert.All(references, reference =>
        {
            JsonElement at = schema;
            foreach (string part in Uri.UnescapeDataString(reference["#/".Length..]).Split('/'))
                at = at.GetProperty(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_catalogue_of_nothing_is_valid()
    {
        Assert.Empty(JsonDocument.Parse(EventJson.Write([])).RootElement.GetProperty("events").EnumerateArray());
        Assert.Single(JsonDocument.Parse(EventSchema.Write([])).RootElement.GetProperty("allOf").EnumerateArray());
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static void Collect(JsonElement element, List<string> references)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Collect(item, references);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name == "$ref")
                    references.Add(property.Value.GetString()!);
                Collect(property.Value, references);
            }
        }
    }
}
