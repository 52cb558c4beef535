using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tail.Filters;

/// <summary>A comparison of a field with a value: <c>userId=42</c>.</summary>
internal sealed class FieldCondition : Condition
{
    // A longer operator stands before the one that it begins with.
    private static readonly (string Sign, Comparison Comparison)[] s_operators =
    [
        ("!=", Comparison.NotEqual), ("!~", Comparison.DoesNotContain), (">=", Comparison.GreaterOrEqual), ("<=", Comparison.LessOrEqual),
        ("=", Comparison.Equal), ("~", Comparison.Contains), (">", Comparison.Greater), ("<", Comparison.Less),
    ];

    private readonly Comparison _comparison;
    private readonly byte[] _text;
    private readonly long? _integer;
    private readonly double? _number;

    private FieldCondition(string key, Comparison comparison, string value)
        : base(key)
    {
        _comparison = comparison;
        _text = Encoding.UTF8.GetBytes(value);
        _integer = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? integer : null;
        _number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>Reads a condition; null, and the error, when it is none.</summary>
    public static FieldCondition? Parse(string text, out string error)
    {
        error = $"'{text}' is no condition; write KEY, one of = != > >= < <= ~ !~, and a value: userId=42";
        int at = text.AsSpan().IndexOfAny("=!<>~");
        if (at < 0)
            return null;

        string key = text[..at].Trim();
        foreach ((string sign, Comparison comparison) in s_operators)
        {
            if (!text.AsSpan(at).StartsWith(sign))
                continue;

            string value = text[(at + sign.Length)..].Trim();
            bool needsValue = comparison is not (Comparison.Equal or Comparison.NotEqual);
            bool isDoubled = comparison == Comparison.Equal && value.StartsWith('=');
            return key.Length == 0 || isDoubled || (needsValue && value.Length == 0) ? null : new FieldCondition(key, comparison, value);
        }

        return null;
    }

    protected override bool Accepts(in Utf8JsonReader value) => _comparison switch
    {
        Comparison.Equal => IsEqual(in value),
        Comparison.NotEqual => !IsEqual(in value),
        Comparison.Contains => Contains(in value),
        Comparison.DoesNotContain => !Contains(in value),
        Comparison.Greater => Order(in value) > 0,
        Comparison.GreaterOrEqual => Order(in value) >= 0,
        Comparison.Less => Order(in value) < 0,
        _ => Order(in value) <= 0,
    };

    private bool IsEqual(in Utf8JsonReader value) => value.TokenType switch
    {
        JsonTokenType.String => value.ValueTextEquals(_text),
        JsonTokenType.Number => value.ValueSpan.SequenceEqual(_text) || Order(in value) == 0,
        JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null => value.ValueSpan.SequenceEqual(_text),
        _ => false,
    };

    private bool Contains(in Utf8JsonReader value) =>
        value.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) && TextOf(in value).IndexOf(_text) >= 0;

    // Null where there is no order: a number goes with numbers only, so that "elapsed>100" is not met by a word.
    private int? Order(in Utf8JsonReader value)
    {
        if (value.TokenType == JsonTokenType.Number && _number is { } number)
        {
            // Doubles would take neighbouring large ids for equal.
            return _integer is { } integer && value.TryGetInt64(out long own) ? own.CompareTo(integer) : value.GetDouble().CompareTo(number);
        }

        return value.TokenType == JsonTokenType.String && _number is null ? TextOf(in value).SequenceCompareTo(_text) : null;
    }

    private static ReadOnlySpan<byte> TextOf(in Utf8JsonReader value) =>
        value is { TokenType: JsonTokenType.String, ValueIsEscaped: true } ? Encoding.UTF8.GetBytes(value.GetString()!) : value.ValueSpan;
}
