using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bolt.Generated.Tests;

/// <summary>Every way of redaction, of every kind of value, wherever it stands: what is left is the same in the field and in the message.</summary>
public sealed class RedactionKindTests
{
    private const string Text = "a \"secret\" text";
    private static readonly string[] s_list = ["secret one", "two"];
    private static readonly Dictionary<string, int> s_map = new() { ["secret key"] = 12345678 };

    /// <summary>The texts of the values, as the fields would have them.</summary>
    private static readonly (string Key, string Text, bool IsContainer)[] s_parameters =
    [
        ("text", Text, false),
        ("number", "12345678.5", false),
        ("day", "Wednesday", false),
        ("missing", "null", false),
        ("present", "123456789", false),
        ("span", "secret of a span", false),
        ("list", """["secret one","two"]""", true),
        ("map", """{"secret key":12345678}""", true),
        ("all", """{"Name":"secret name"}""", true),
        ("any", "87654321", false),
    ];

    [Fact]
    public void A_mask_shows_nothing() => Check(
        static (_, _) => "***",
        static l => MaskEvents.Parameters(l, Text, 12345678.5, DayOfWeek.Wednesday, null, 123456789, "secret of a span", s_list, s_map, new PlainPerson("secret name"), 87654321L),
        static l => MaskEvents.Objects(l, Of(), Of()));

    [Fact]
    public void Last4_shows_four_characters_of_eight_or_more() => Check(
        static (text, isContainer) => isContainer || text.Length < 8 ? "***" : "***" + text[^4..],
        static l => Last4Events.Parameters(l, Text, 12345678.5, DayOfWeek.Wednesday, null, 123456789, "secret of a span", s_list, s_map, new PlainPerson("secret name"), 87654321L),
        static l => Last4Events.Objects(l, Of4(), Of4()));

    [Fact]
    public void A_hash_is_that_of_the_text() => Check(
        static (text, _) => Convert.ToHexStringLower(HMACSHA256.HashData("0123456789abcdef"u8, Encoding.UTF8.GetBytes(text)))[..16],
        static l => HashEvents.Parameters(l, Text, 12345678.5, DayOfWeek.Wednesday, null, 123456789, "secret of a span", s_list, s_map, new PlainPerson("secret name"), 87654321L),
        static l => HashEvents.Objects(l, OfHash(), OfHash()));

    [Fact]
    public void A_classified_value_is_what_its_redactor_makes_of_the_text() => Check(
        static (text, _) => $"<{text.Length}>",
        static l => ClassifiedEvents.Parameters(l, Text, 12345678.5, DayOfWeek.Wednesday, null, 123456789, "secret of a span", s_list, s_map, new PlainPerson("secret name"), 87654321L),
        static l => ClassifiedEvents.Objects(l, OfClassified(), OfClassified()));

    [Fact]
    public void What_is_omitted_is_nowhere()
    {
        using var recorder = new Recorder();
        OmitEvents.Parameters(recorder.Logger, Text, 12345678.5, DayOfWeek.Wednesday, null, 123456789, "secret of a span", s_list, s_map, new PlainPerson("secret name"), 87654321L);
        var inner = new OmitEvents.Inner("secret", 123456789, [1]);
        var outer = new OmitEvents.Outer { Missing = null, Nested = inner, Items = [inner] };
        OmitEvents.Objects(recorder.Logger, outer, outer);
        Assert.Equal("""{"level":"info","message":"         "}""", recorder.Records[0]);
        Assert.Equal(
            """{"level":"info","outer":{"Nested":{"Plain":[1]},"Items":[{"Plain":[1]}]},"Nested":{"Plain":[1]},"Items":[{"Plain":[1]}],"message":"{\"Nested\":{\"Plain\":[1]},\"Items\":[{\"Plain\":[1]}]}"}""",
            recorder.Records[1]);
    }

    private static MaskEvents.Outer Of() => new() { Nested = new("secret of a record", 123456789, [1]), Items = [new("secret item", null, [])] };

    private static Last4Events.Outer Of4() => new() { Nested = new("secret of a record", 123456789, [1]), Items = [new("secret item", null, [])] };

    private static HashEvents.Outer OfHash() => new() { Nested = new("secret of a record", 123456789, [1]), Items = [new("secret item", null, [])] };

    private static ClassifiedEvents.Outer OfClassified() => new() { Nested = new("secret of a record", 123456789, [1]), Items = [new("secret item", null, [])] };

    private static void Check(Func<string, bool, string> left, Action<ILogger> parameters, Action<ILogger> objects)
    {
        using var recorder = new Recorder(configure: static options => options.RedactorProvider = new OneRedactor(new LengthRedactor()));
        parameters(recorder.Logger);
        objects(recorder.Logger);
        Assert.Empty(recorder.Errors);

        using var record = JsonDocument.Parse(recorder.Records[0]);
        Assert.Equal(
            [.. s_parameters.Select(value => (value.Key, left(value.Text, value.IsContainer))), ("message", string.Join(' ', s_parameters.Select(value => left(value.Text, value.IsContainer))))],
            record.RootElement.EnumerateObject().Skip(1).Select(static field => (field.Name, field.Value.GetString()!)));

        string members =
            $$"""
            "Field":"{{left("secret of a field", false)}}","Missing":"{{left("null", false)}}","Nested":{"Text":"{{left("secret of a record", false)}}","Number":"{{left("123456789", false)}}","Plain":[1]},"Items":[{"Text":"{{left("secret item", false)}}","Number":"{{left("null", false)}}","Plain":[]}]
            """;
        using var ofObjects = JsonDocument.Parse(recorder.Records[1]);
        JsonElement root = ofObjects.RootElement;
        Assert.Equal("{" + members + "}", root.GetProperty("outer").GetRawText());
        Assert.Equal("{" + members + "}", root.GetProperty("message").GetString());
        foreach (string name in (string[])["Field", "Missing", "Nested", "Items"])
            Assert.Equal(root.GetProperty("outer").GetProperty(name).GetRawText(), root.GetProperty(name).GetRawText());
    }
}
