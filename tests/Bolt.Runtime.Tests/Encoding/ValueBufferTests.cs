using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bolt.Runtime.Tests;

public sealed class ValueBufferTests
{
    private readonly List<(LogErrorReason Reason, string Message, Exception? Exception)> _errors = [];
    private readonly ValueBuffer _buffer = new();

    public ValueBufferTests() => _buffer.Report = (reason, message, exception) => _errors.Add((reason, message, exception));

    private string Written => Guarded.Text(_buffer);

    // --- memory ---

    [Fact]
    public void The_buffer_grows_and_keeps_what_was_written()
    {
        string text = new('x', 1000);
        for (int i = 0; i < 300; i++)
        {
            _buffer.Value(text);
        }

        Assert.Equal(string.Concat(Enumerable.Repeat($"\"{text}\"", 300)), Written);
        Assert.Equal(300 * 1002, _buffer.Position);
    }

    [Fact]
    public void Between_records_at_most_128_KiB_are_kept()
    {
        _buffer.Reserve(100_000);
        _buffer.Reset();
        Assert.Equal(128 << 10, _buffer.Capacity);
        _buffer.Reserve(200_000);
        Assert.Equal(256 << 10, _buffer.Capacity);
        _buffer.Reset();
        Assert.Equal(0, _buffer.Capacity);
        _buffer.Value(1);
        Assert.Equal("1", Written);
    }

    [Fact]
    public void Reserve_and_Advance_append()
    {
        ref byte p = ref _buffer.Reserve(2);
        p = (byte)'a';
        Unsafe.Add(ref p, 1) = (byte)'b';
        _buffer.Advance(ref Unsafe.Add(ref p, 2));
        _buffer.Literal("c"u8);
        Assert.Equal("abc", Written);
    }

    // --- containers ---

    [Fact]
    public void Commas_stand_between_elements_and_properties_only()
    {
        Assert.True(_buffer.StartObject());
        _buffer.Name("\"a\":"u8);
        Assert.True(_buffer.StartArray());
        _buffer.EndArray();
        Assert.True(_buffer.Name("b\""));
        Assert.True(_buffer.StartArray());
        Assert.True(_buffer.NextElement());
        _buffer.Value("[");
        Assert.True(_buffer.NextElement());
        Assert.True(_buffer.StartObject());
        _buffer.EndObject();
        Assert.True(_buffer.NextElement());
        _buffer.Value(1);
        _buffer.EndArray();
        _buffer.Name("\"c\":"u8);
        _buffer.Null();
        _buffer.EndObject();
        Assert.Equal("""{"a":[],"b\"":["[",{},1],"c":null}""", Written);
    }

    [Fact]
    public void Beyond_depth_8_a_value_is_null_and_counted_once()
    {
        object value = "deepest";
        for (int i = 0; i < 10; i++)
        {
            value = new object[] { value, value };
        }

        _buffer.Object(value);
        using JsonDocument document = JsonDocument.Parse(Written);
        JsonElement element = document.RootElement;
        for (int i = 0; i < 7; i++)
        {
            element = element[0];
        }

        Assert.Equal("[null,null]", element.GetRawText());
        (LogErrorReason reason, string message, _) = Assert.Single(_errors);
        Assert.Equal(LogErrorReason.Value, reason);
        Assert.Contains("8 levels", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collection_ends_when_it_has_reached_64_KiB_and_is_counted_once()
    {
        _buffer.Object(Endless());
        using JsonDocument document = JsonDocument.Parse(Written);
        Assert.InRange(_buffer.Position, 65_536, 65_536 + 16);
        Assert.True(_buffer.Truncated);
        Assert.Equal(LogErrorReason.Value, Assert.Single(_errors).Reason);
        _buffer.Reset();
        Assert.False(_buffer.Truncated);

        static IEnumerable Endless()
        {
            while (true)
            {
                yield return new[] { 12345678 };
            }
        }
    }

    [Fact]
    public void Strings_in_a_collection_share_its_64_KiB()
    {
        _buffer.Object(Enumerable.Repeat(new string('x', 50_000), 100));
        using JsonDocument document = JsonDocument.Parse(Written);
        Assert.InRange(_buffer.Position, 65_536, 65_600);
        Assert.True(_buffer.Truncated);
        Assert.Single(_errors);
    }

    [Fact]
    public void A_dictionary_ends_when_it_has_reached_64_KiB()
    {
        _buffer.Object(Enumerable.Range(0, 50_000).ToDictionary(i => $"key{i}", i => i));
        using JsonDocument document = JsonDocument.Parse(Written);
        Assert.InRange(_buffer.Position, 65_536, 65_600);
        Assert.Single(_errors);
    }

    [Fact]
    public void Each_top_level_value_over_the_limit_is_counted()
    {
        _buffer.Value(new string('x', 65_537));
        _buffer.Value(new string('x', 65_536));
        _buffer.Utf8(new byte[65_537]);
        _buffer.Hex(new byte[40_000]);
        _buffer.Base64(new byte[60_000]);
        Assert.Equal(4, _errors.Count);
        Assert.All(_errors, e => Assert.Equal(LogErrorReason.Value, e.Reason));
        Assert.True(_buffer.Truncated);
    }

    [Fact]
    public void A_number_of_more_digits_than_a_value_may_have_is_null_and_counted()
    {
        _buffer.Value(BigInteger.Pow(10, 65_535));
        Assert.Empty(_errors);
        Assert.Equal(65_536, _buffer.Position);
        _buffer.Reset();
        _buffer.Value(BigInteger.Pow(10, 65_600));
        Assert.Equal("null", Written);
        Assert.Equal(LogErrorReason.Value, Assert.Single(_errors).Reason);
    }

    // --- keys ---

    [Theory]
    [InlineData(null, "null", "empty")]
    [InlineData("", "\"\"", "empty")]
    [InlineData(" \u00A0", "\" \\u00A0\"", "white space")]
    [InlineData("a\nb", "\"a\\u000Ab\"", "control character")]
    [InlineData("a\u007F", "\"a\\u007F\"", "control character")]
    public void Row_37_an_invalid_key_is_refused_and_reported_by_name(string? key, string shown, string cause)
    {
        _buffer.StartObject();
        Assert.False(_buffer.Name(key));
        _buffer.EndObject();
        Assert.Equal("{}", Written);
        (LogErrorReason reason, string message, _) = Assert.Single(_errors);
        Assert.Equal(LogErrorReason.Key, reason);
        Assert.Contains(shown, message, StringComparison.Ordinal);
        Assert.Contains(cause, message, StringComparison.Ordinal);
        Assert.False(_buffer.Truncated);
    }

    [Theory]
    [InlineData("x", 256, 256)]
    [InlineData("x", 257, 256)]
    [InlineData("é", 129, 128)]
    [InlineData("日", 86, 85)]
    public void Row_37_a_key_is_cut_at_256_bytes(string character, int count, int kept)
    {
        string key = string.Concat(Enumerable.Repeat(character, count));
        _buffer.StartObject();
        Assert.True(_buffer.Name(key));
        _buffer.Value(1);
        _buffer.EndObject();
        Assert.Equal($$"""{"{{key[..kept]}}":1}""", Written);
        Assert.Equal(kept < count, _buffer.Truncated);
        Assert.Equal(kept < count ? [LogErrorReason.Key] : [], _errors.Select(e => e.Reason));
    }

    [Fact]
    public void Keys_are_escaped_as_strings_are()
    {
        _buffer.Object(new Dictionary<string, int> { ["a\"\\\uD800"] = 1, [""] = 2, ["b"] = 3 });
        Assert.Equal("{\"a\\\"\\\\\uFFFD\":1,\"b\":3}", Written);
        Assert.Equal(LogErrorReason.Key, Assert.Single(_errors).Reason);
    }

    [Fact]
    public void Keys_of_other_types_are_written_by_the_invariant_culture()
    {
        _buffer.Object(new Hashtable { [1.5] = true });
        Assert.Equal("""{"1.5":true}""", Written);
    }

    // --- failures ---

    private sealed class Throwing : IUtf8SpanFormattable, ISpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) => throw new InvalidDataException("utf8");

        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) => throw new InvalidDataException("utf16");

        public string ToString(string? format, IFormatProvider? formatProvider) => throw new InvalidDataException("text");

        public override string ToString() => throw new InvalidDataException("text");
    }

    private sealed class Lying : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            bytesWritten = utf8Destination.Length + 1;
            return true;
        }
    }

    private sealed class NeverContent : ISpanFormattable
    {
        public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        {
            charsWritten = 0;
            return false;
        }

        public string ToString(string? format, IFormatProvider? formatProvider) => "never";
    }

    private sealed class ThrowingException : Exception
    {
        public override string Message => throw new InvalidDataException("message");
    }

    private static IEnumerable<int> ThrowingElements()
    {
        yield return 1;
        throw new InvalidDataException("elements");
    }

    public static TheoryData<string, object> Failing => new()
    {
        { "utf8", new Throwing() },
        { "", new Lying() },
        { "2 MiB", new NeverContent() },
        { "message", new ThrowingException() },
        { "elements", ThrowingElements() },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public void A_value_that_throws_is_null_and_counted_and_the_rest_is_kept(string cause, object value)
    {
        _buffer.Object(new object?[] { 1, value, new Dictionary<string, object?> { ["a"] = value, ["b"] = 2 }, 3 });
        Assert.Equal("""[1,null,{"a":null,"b":2},3]""", Written);
        Assert.Equal(2, _errors.Count);
        Assert.All(_errors, e =>
        {
            Assert.Equal(LogErrorReason.Encode, e.Reason);
            Assert.Contains(cause, e.Exception!.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Typed_writers_of_user_types_never_throw()
    {
        _buffer.Utf8Formattable(new Throwing());
        _buffer.SpanFormattable(new Throwing());
        _buffer.ToStringOf(new Throwing());
        _buffer.Format(new Throwing(), null, 0);
        Assert.Equal("nullnullnullnull", Written);
        Assert.Equal(4, _errors.Count);
    }

    [Fact]
    public void A_null_user_value_is_null()
    {
        _buffer.Utf8Formattable<Throwing>(null!);
        _buffer.SpanFormattable<Throwing>(null!);
        _buffer.ToStringOf<string?>(null);
        _buffer.Value((Uri?)null);
        _buffer.Value((Type?)null);
        _buffer.Value((Version?)null);
        _buffer.Value((System.Net.IPAddress?)null);
        Assert.Equal("nullnullnullnullnullnullnull", Written);
        Assert.Empty(_errors);
    }

    [Fact]
    public void Fail_takes_back_the_containers_opened_since()
    {
        _buffer.StartArray();
        _buffer.NextElement();
        int start = _buffer.Position;
        _buffer.StartObject();
        _buffer.Name("\"a\":"u8);
        _buffer.StartArray();
        _buffer.Fail(start, new InvalidDataException());
        _buffer.EndArray();
        Assert.Equal("[null]", Written);
        _buffer.Reset();
        _buffer.Object(new[] { new[] { new[] { new[] { new[] { new[] { new[] { new[] { 1 } } } } } } } });
        Assert.Equal("[[[[[[[[1]]]]]]]]", Written);
    }

    [Fact]
    public void An_error_handler_that_throws_is_not_felt()
    {
        _buffer.Report = (_, _, _) => throw new InvalidOperationException();
        _buffer.Object(new Throwing());
        Assert.Equal("null", Written);
    }

    // --- enums ---

    public enum Aliased : sbyte
    {
        First = -1,
        Second = 2,
        Again = 2,
    }

    [Flags]
    public enum Wide : ulong
    {
        None = 0,
        A = 1,
        B = 2,
        AB = 3,
        C = 4,
        Top = 1UL << 63,
    }

    [Flags]
    public enum NoZero : short
    {
        A = 1,
        Minus = short.MinValue,
    }

    [Fact]
    public void Enums_are_named_as_ToString_names_them()
    {
        Same<Aliased>(-128, 127);
        Same<DayOfWeek>(-2, 9);
        Same<NoZero>(-3, 6);
        for (ulong i = 0; i < 16; i++)
        {
            One((Wide)i);
            One((Wide)(i | (1UL << 63)));
        }

        void Same<TEnum>(int from, int to)
            where TEnum : struct, Enum
        {
            for (int i = from; i <= to; i++)
            {
                One((TEnum)Enum.ToObject(typeof(TEnum), i));
            }
        }

        void One<TEnum>(TEnum value)
            where TEnum : struct, Enum
        {
            string name = value.ToString();
            string expected = char.IsLetter(name[0]) ? $"\"{name}\"" : name;
            _buffer.Reset();
            _buffer.Enum(value);
            Assert.Equal(expected, Written);
            _buffer.Reset();
            _buffer.Object(value);
            Assert.Equal(expected, Written);
            foreach (string format in new[] { "D", "X", "G" })
            {
                _buffer.Reset();
                _buffer.Format(value, format, 0);
                Assert.Equal(value.ToString(format), Written);
            }
        }
    }

    // --- formatting ---

    public static TheoryData<object?, string?, int, string> Formats => new()
    {
        { 1234.5, "N2", 0, "1,234.50" },
        { 1234.5, "N2", 10, "  1,234.50" },
        { 1234.5, "N2", -10, "1,234.50  " },
        { 1234.5, "N2", 3, "1,234.50" },
        { 255, "X4", 0, "00FF" },
        { 255, null, 6, "   255" },
        { true, null, 6, "  true" },
        { "a\"b", null, 5, "  a\\\"b" },
        { "é😀", null, -5, "é😀  " },
        { "\u0001", null, 3, "  \\u0001" },
        { null, null, 6, "  null" },
        { null, "N2", 0, "null" },
        { new DateTime(2025, 1, 2, 3, 4, 5), "HH:mm \"x\"", 0, "03:04 x" },
        { TimeSpan.FromSeconds(90), @"m\:ss", 0, "1:30" },
        { new[] { "a", "b" }, null, 0, "[\\\"a\\\",\\\"b\\\"]" },
        { DayOfWeek.Friday, null, 8, "  Friday" },
        { DayOfWeek.Friday, "d", 3, "  5" },
        { 5, "'\"\\'0", 0, "\\\"\\\\5" },
        { "text", "ignored", 0, "text" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Values_are_formatted_by_the_invariant_culture_and_aligned(object? value, string? format, int alignment, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            _buffer.Literal(">"u8);
            _buffer.Format(value, format, alignment);
            Assert.Equal(">" + expected, Written);
            _buffer.Reset();
            switch (value)
            {
                case int i:
                    _buffer.Format(i, format, alignment);
                    break;
                case double d:
                    _buffer.Format(d, format, alignment);
                    break;
                case DateTime t:
                    _buffer.Format(t, format, alignment);
                    break;
                case TimeSpan t:
                    _buffer.Format(t, format, alignment);
                    break;
                case DayOfWeek e:
                    _buffer.Format(e, format, alignment);
                    break;
                case string s:
                    _buffer.Format(s.AsSpan(), alignment);
                    break;
                default:
                    return;
            }

            Assert.Equal(expected, Written);
            Assert.Empty(_errors);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_refused_format_leaves_the_value_unformatted_and_is_counted_once()
    {
        _buffer.Format(Guid.Empty, "Q", 0);
        _buffer.Literal(" "u8);
        _buffer.Format(12, "Z", 4);
        Assert.Equal("00000000-0000-0000-0000-000000000000   12", Written);
        Assert.Equal(2, _errors.Count);
        Assert.All(_errors, e => Assert.Equal(LogErrorReason.Encode, e.Reason));
        Assert.Contains("\"Q\"", _errors[0].Message, StringComparison.Ordinal);
        _errors.Clear();
        _buffer.Reset();
        _buffer.Format(new Throwing(), "X", 0);
        Assert.Equal("null", Written);
        Assert.Single(_errors);
    }

    [Fact]
    public void A_nullable_value_is_formatted_as_its_value()
    {
        _buffer.Format((int?)7, "D3", 0);
        _buffer.Format((int?)null, "D3", 5);
        Assert.Equal("007 null", Written);
    }

    [Fact]
    public void An_alignment_is_bounded()
    {
        _buffer.Format(1, null, int.MinValue);
        Assert.Equal(65_536, _buffer.Position);
    }

    [Fact]
    public void A_formatted_text_of_more_than_64_KiB_is_truncated()
    {
        _buffer.Format(1, new string('0', 70_000), 0);
        Assert.Equal(65_536, _buffer.Position);
        Assert.True(_buffer.Truncated);
        Assert.Single(_errors);
    }

    // --- redaction ---

    [Theory]
    [InlineData("4111111111111111", "\"***1111\"")]
    [InlineData("12345678", "\"***5678\"")]
    [InlineData("1234567", "\"***\"")]
    [InlineData("", "\"***\"")]
    [InlineData("éééééééé", "\"***éééé\"")]
    [InlineData("😀😀😀😀😀😀😀", "\"***\"")]
    [InlineData("😀😀😀😀😀😀😀😀", "\"***😀😀😀😀\"")]
    [InlineData("1234567\n\"\u0001z", "\"***\\n\\\"\\u0001z\"")]
    [InlineData("\u0001\u0001\u0001\u0001", "\"***\"")]
    public void Last4_shows_four_characters_of_eight_or_more(string value, string expected)
    {
        _buffer.Literal("12"u8);
        int start = _buffer.Position;
        _buffer.Value(value);
        _buffer.Redact(start, Redaction.Last4);
        Assert.Equal("12" + expected, Written);
    }

    [Fact]
    public void Last4_of_other_values()
    {
        Assert.Equal("\"***7890\"", Redacted(b => b.Value(1234567890L), Redaction.Last4));
        Assert.Equal("\"***\"", Redacted(b => b.Null(), Redaction.Last4));
        Assert.Equal("\"***\"", Redacted(b => b.Object(new[] { 123456789 }), Redaction.Last4));
    }

    [Fact]
    public void Mask_shows_nothing_of_any_value()
    {
        Assert.Equal("\"***\"", Redacted(b => b.Value("a"), Redaction.Mask));
        Assert.Equal("\"***\"", Redacted(b => b.Null(), Redaction.Mask));
        Assert.Equal("\"***\"", Redacted(b => b.Value("a"), (Redaction)99));
        Assert.Equal("\"\"", Redacted(b => b.Value("a"), Redaction.Omit));
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("a\"\\\n\u0001é日😀")]
    [InlineData("")]
    public void Hash_is_the_keyed_hash_of_the_text(string text)
    {
        byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        _buffer.Settings = new RedactionSettings { Key = key };
        byte[] hash = System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal($"\"{Convert.ToHexStringLower(hash)[..16]}\"", Redacted(b => b.Value(text), Redaction.Hash));
        Assert.Equal(Redacted(b => b.Value("12345"), Redaction.Hash), Redacted(b => b.Value(12345), Redaction.Hash));
    }

    [Fact]
    public void Hash_without_a_key_is_stable_in_the_process_and_not_the_unkeyed_one()
    {
        string first = Redacted(b => b.Value("secret"), Redaction.Hash);
        Assert.Equal(first, Redacted(b => b.Value("secret"), Redaction.Hash));
        Assert.NotEqual(first, Redacted(b => b.Value("secret2"), Redaction.Hash));
        byte[] unkeyed = System.Security.Cryptography.HMACSHA256.HashData([], "secret"u8);
        Assert.NotEqual($"\"{Convert.ToHexStringLower(unkeyed)[..16]}\"", first);
    }

    private string Redacted(Action<ValueBuffer> write, Redaction redaction)
    {
        _buffer.Reset();
        write(_buffer);
        _buffer.Redact(0, redaction);
        return Written;
    }
}
