using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Bolt.Provider.Tests.Conformance.Rules;

/// <summary>Values of arguments: each is a field, of a JSON type that keeps what the value is.</summary>
internal static class ValueRules
{
    [Rule("Every argument is a field under its name in the template.", Source.Guide)]
    public static void Every_argument_is_a_field(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("{A} {B} {C} {D} {E} {F} {G}", 1, 2, 3, 4, 5, 6, 7));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], "ABCDEFG".Select(name => record[name.ToString()].GetInt32()));
    }

    [Rule("`{OriginalFormat}` is a field at most once, and does not stand for the message.", Source.Guide)]
    public static void The_template_is_a_field_at_most_once(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => logger.LogInformation("order {Id}", 5));
        Assert.InRange(record.Fields.Count(field => field.Key.Contains("OriginalFormat", StringComparison.Ordinal)), 0, 1);
        Assert.Equal("order 5", record.Message);
    }

    [Rule("`int`, `short`, `byte` and `uint` are JSON numbers.", Source.User)]
    public static void Small_integers_are_numbers(ConformanceSubject subject)
    {
        Assert.Equal("-2147483648", Number(subject, int.MinValue));
        Assert.Equal("-32768", Number(subject, short.MinValue));
        Assert.Equal("255", Number(subject, byte.MaxValue));
        Assert.Equal("4294967295", Number(subject, uint.MaxValue));
    }

    [Rule("`long` and `ulong` are JSON numbers with every digit.", Source.User)]
    public static void Large_integers_keep_every_digit(ConformanceSubject subject)
    {
        Assert.Equal("9223372036854775807", Number(subject, long.MaxValue));
        Assert.Equal("18446744073709551615", Number(subject, ulong.MaxValue));
    }

    [Rule("`double` and `float` are JSON numbers that read back as the same value.", Source.User)]
    public static void Floating_point_reads_back(ConformanceSubject subject)
    {
        Assert.Equal(0.1 + 0.2, double.Parse(Number(subject, 0.1 + 0.2), CultureInfo.InvariantCulture));
        Assert.Equal(double.Epsilon, double.Parse(Number(subject, double.Epsilon), CultureInfo.InvariantCulture));
        Assert.Equal("0.1", Number(subject, 0.1f));
    }

    [Rule("`NaN` and the infinities are strings or `null`, as JSON has no number for them, and nothing is thrown.", Source.Json)]
    public static void Not_a_number_is_valid_json(ConformanceSubject subject)
    {
        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() =>
            logger.LogInformation("{A} {B} {C} {D}", double.NaN, double.PositiveInfinity, float.NegativeInfinity, 1)));
        Assert.All("ABC", name => Assert.True(record[name.ToString()].ValueKind is JsonValueKind.String or JsonValueKind.Null));
        Assert.Equal(1, record["D"].GetInt32());
    }

    [Rule("`decimal` is a JSON number with every digit.", Source.User)]
    public static void A_decimal_keeps_every_digit(ConformanceSubject subject)
    {
        Assert.Equal("79228162514264337593543950335", Number(subject, decimal.MaxValue));
        Assert.Equal("0.0000000000000000000000000001", Number(subject, 0.0000000000000000000000000001m));
    }

    [Rule("`Int128` and `BigInteger` are a number or a text with every digit.", Source.User)]
    public static void Huge_integers_keep_every_digit(ConformanceSubject subject)
    {
        Assert.Equal("170141183460469231731687303715884105727", Value(subject, Int128.MaxValue).ToString());
        Assert.Equal("1" + new string('0', 50), Value(subject, BigInteger.Pow(10, 50)).ToString());
    }

    [Rule("`bool` is `true` or `false`.", Source.User)]
    public static void A_bool_is_a_bool(ConformanceSubject subject)
    {
        Assert.Equal(JsonValueKind.True, Value(subject, true).ValueKind);
        Assert.Equal(JsonValueKind.False, Value(subject, false).ValueKind);
    }

    [Rule("A string is that string.", Source.User)]
    public static void A_string_is_a_string(ConformanceSubject subject)
    {
        Assert.Equal("Ada \"the\" Čountess\n", Value(subject, "Ada \"the\" Čountess\n").GetString());
        Assert.Equal("", Value(subject, "").GetString());
        Assert.Equal("5", Value(subject, "5").GetString());
    }

    [Rule("A `char` is a string of it.", Source.User)]
    public static void A_char_is_a_string(ConformanceSubject subject) => Assert.Equal("é", Value(subject, 'é').GetString());

    [Rule("A null argument is a field, and JSON's `null`.", Source.User)]
    public static void Null_is_null(ConformanceSubject subject) =>
        Assert.Equal(JsonValueKind.Null, Session.Record(subject, logger => logger.LogInformation("{A}", [null]))["A"].ValueKind);

    [Rule("A nullable value is its value.", Source.User)]
    public static void A_nullable_is_its_value(ConformanceSubject subject) => Assert.Equal("5", Number(subject, (int?)5));

    [Rule("A `DateTime` is a string that reads back as the same instant, to the tick.", Source.User)]
    public static void A_time_reads_back(ConformanceSubject subject)
    {
        var time = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc) + TimeSpan.FromTicks(1_234_567);
        string text = Value(subject, time).GetString()!;
        Assert.Equal(time, DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));
    }

    [Rule("A `DateTimeOffset` is a string that reads back as the same instant, to the tick.", Source.User)]
    public static void A_time_with_an_offset_reads_back(ConformanceSubject subject)
    {
        DateTimeOffset time = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(5.5)) + TimeSpan.FromTicks(1_234_567);
        Assert.Equal(time.UtcDateTime, DateTimeOffset.Parse(Value(subject, time).GetString()!, CultureInfo.InvariantCulture).UtcDateTime);
    }

    [Rule("A `DateOnly` is a string that reads back, whatever the order of day and month: `2026-02-03`.", Source.User)]
    public static void A_date_is_iso(ConformanceSubject subject) => Assert.Equal("2026-02-03", Value(subject, new DateOnly(2026, 2, 3)).GetString());

    [Rule("A `Guid` is its text.", Source.User)]
    public static void A_guid_is_its_text(ConformanceSubject subject)
    {
        var guid = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal(guid.ToString(), Value(subject, guid).GetString());
    }

    [Rule("An enum is its name; one that is not defined is its number.", Source.User)]
    public static void An_enum_is_its_name(ConformanceSubject subject)
    {
        Assert.Equal("Friday", Value(subject, DayOfWeek.Friday).GetString());
        Assert.Equal("42", Value(subject, (DayOfWeek)42).ToString());
    }

    [Rule("A `TimeSpan` is its text or a number, and reads back to the tick.", Source.User)]
    public static void A_duration_reads_back(ConformanceSubject subject)
    {
        var duration = TimeSpan.FromTicks((TimeSpan.TicksPerHour * 26) + 1_234_567);
        JsonElement value = Value(subject, duration);
        if (value.ValueKind == JsonValueKind.Number)
        {
            // Of seconds, milliseconds, ticks or nanoseconds.
            decimal number = value.GetDecimal();
            Assert.Contains(number, (decimal[])[duration.Ticks / 10_000_000m, duration.Ticks / 10_000m, duration.Ticks, duration.Ticks * 100m]);
        }
        else
        {
            Assert.Equal(duration, TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture));
        }
    }

    [Rule("A `Uri` is its text.", Source.User)]
    public static void A_uri_is_its_text(ConformanceSubject subject) => Assert.Equal("/orders?q=ü&x=1", Value(subject, new Uri("/orders?q=ü&x=1", UriKind.Relative)).GetString());

    [Rule("Bytes can be read back: Base64, hex, or an array of numbers.", Source.User)]
    public static void Bytes_read_back(ConformanceSubject subject)
    {
        byte[] bytes = [0xDE, 0xAD, 0xBE, 0xEF, 0x00];
        string text = Value(subject, bytes).GetRawText().Trim('"');
        Assert.Contains(text, (string[])[Convert.ToBase64String(bytes), Convert.ToHexString(bytes), "[222,173,190,239,0]"]);
    }

    [Rule("An array is a JSON array of its elements.", Source.User)]
    public static void An_array_is_an_array(ConformanceSubject subject) => Assert.Equal("[1,2,3]", Value(subject, new[] { 1, 2, 3 }).GetRawText());

    [Rule("A list is a JSON array; a null in it is `null`.", Source.User)]
    public static void A_list_is_an_array(ConformanceSubject subject) =>
        Assert.Equal("""["a",null,"c"]""", Value(subject, new List<string?> { "a", null, "c" }).GetRawText());

    [Rule("An empty list is `[]`.", Source.User)]
    public static void An_empty_list_is_an_array(ConformanceSubject subject) => Assert.Equal("[]", Value(subject, Array.Empty<int>()).GetRawText());

    [Rule("A dictionary is a JSON object.", Source.User)]
    public static void A_dictionary_is_an_object(ConformanceSubject subject) =>
        Assert.Equal("""{"a":1,"b":2}""", Value(subject, new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }).GetRawText());

    [Rule("Lists and dictionaries inside one another keep their form.", Source.User)]
    public static void Collections_nest(ConformanceSubject subject) => Assert.Equal(
        """{"a":[1,"x",true],"b":{"c":null}}""",
        Value(subject, new Dictionary<string, object?> { ["a"] = new object[] { 1, "x", true }, ["b"] = new Dictionary<string, object?> { ["c"] = null } }).GetRawText());

    [Rule("A list 100 deep ends, as valid JSON; the other fields are there.", Source.User)]
    public static void A_deep_list_ends(ConformanceSubject subject)
    {
        object list = new List<object> { "core" };
        for (int i = 0; i < 100; i++)
            list = new List<object> { list };

        LogRecord record = Session.Record(subject, logger => Calls.MustNotThrow(() => Calls.State(logger, Calls.Pairs(("Deep", list), ("After", 1)))));
        Assert.NotNull(record.Find("Deep"));
        Assert.Equal(1, record["After"].GetInt32());
    }

    [Rule("An anonymous object is at least its text; the objects in it are there too.", Source.User)]
    public static void An_object_says_what_it_holds(ConformanceSubject subject)
    {
        string text = Value(subject, new { Id = 5, City = new { Name = "Ulm" } }).ToString();
        Assert.Contains("Id", text, StringComparison.Ordinal);
        Assert.Contains("5", text, StringComparison.Ordinal);
        Assert.Contains("Ulm", text, StringComparison.Ordinal);
    }

    [Rule("An object of a type unknown to the provider is its `ToString`.", Source.Abstractions)]
    public static void An_unknown_type_is_its_text(ConformanceSubject subject) => Assert.Equal("<Money 5>", Value(subject, new Money(5)).GetString());

    private static string Number(ConformanceSubject subject, object value)
    {
        JsonElement element = Value(subject, value);
        Assert.True(element.ValueKind == JsonValueKind.Number, $"Not a number: {element.GetRawText()}");
        return decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && value is decimal
            ? number.ToString(CultureInfo.InvariantCulture)
            : element.GetRawText();
    }

    private static JsonElement Value(ConformanceSubject subject, object value) =>
        Session.Record(subject, logger => logger.LogInformation("value {Value}", [value]))["Value"];

    private sealed class Money(int amount)
    {
        public override string ToString() => $"<Money {amount}>";
    }
}
