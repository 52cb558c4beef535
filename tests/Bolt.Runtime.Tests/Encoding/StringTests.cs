using System.Text;
using System.Text.Json;

namespace Bolt.Runtime.Tests;

public sealed class StringTests
{
    private static int RoomFor(int length) => Math.Max((6 * length) + 2, 4);

    [Fact]
    public void Null_is_written_in_the_room_of_an_empty_string()
    {
        Assert.Equal("null", Guarded.Text(RoomFor(0), (ref byte p) => ref Utf8Json.Value(ref p, (string?)null), exact: true));
        Assert.Equal("\"\"", Guarded.Text(RoomFor(0), (ref byte p) => ref Utf8Json.Value(ref p, ""), exact: true));
    }

    [Fact]
    public void Every_single_unit_is_encoded_at_every_place_of_a_block()
    {
        foreach (int length in new[] { 1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 64 })
        {
            for (int place = 0; place < length; place++)
            {
                for (int unit = 0; unit <= 0xFFFF; unit += unit < 0x100 ? 1 : 331)
                {
                    string text = new string('a', place) + (char)unit + new string('z', length - place - 1);
                    Check(text);
                }
            }
        }
    }

    [Fact]
    public void Every_UTF16_unit_alone_is_encoded()
    {
        for (int unit = 0; unit <= 0xFFFF; unit++)
        {
            Check(((char)unit).ToString());
            Assert.Equal(
                Reference.Quoted([(char)unit]),
                Guarded.Bytes(Utf8Json.CharWidth, (ref byte p) => ref Utf8Json.Value(ref p, (char)unit)));
        }
    }

    [Theory]
    [InlineData("ascii")]
    [InlineData("escapes")]
    [InlineData("control")]
    [InlineData("two bytes")]
    [InlineData("three bytes")]
    [InlineData("pairs")]
    [InlineData("halves")]
    [InlineData("words")]
    [InlineData("anything")]
    public void Random_text_of_every_length_reads_back_and_stays_in_its_room(string kind)
    {
        var random = new Random(HashOf(kind));
        for (int length = 0; length <= 300; length++)
        {
            for (int round = 0; round < 12; round++)
            {
                Check(RandomText.Create(random, kind, length));
            }
        }
    }

    [Fact]
    public void Random_UTF8_of_every_length_reads_back_and_stays_in_its_room()
    {
        var random = new Random(7);
        for (int length = 0; length <= 300; length++)
        {
            foreach (string kind in RandomText.Kinds)
            {
                byte[] text = System.Text.Encoding.UTF8.GetBytes(RandomText.Create(random, kind, length));
                CheckUtf8(text);
                if (text.Length > 0)
                {
                    text[random.Next(text.Length)] = (byte)random.Next(256);
                    CheckUtf8(text);
                    CheckUtf8(text[random.Next(text.Length)..]);
                    CheckUtf8(text[..random.Next(text.Length)]);
                }
            }

            byte[] noise = new byte[length];
            random.NextBytes(noise);
            CheckUtf8(noise);
        }
    }

    [Fact]
    public void Long_text_gets_exactly_the_width_it_takes()
    {
        var random = new Random(3);
        foreach (string kind in RandomText.Kinds)
        {
            foreach (int length in new[] { 1025, 4095, 4096, 4097, 4098, 4111, 9000, 21845, 21846, 30000 })
            {
                string text = RandomText.Create(random, kind, length);
                int width = Utf8Json.Width(text, out bool truncated);
                int prefix = Utf8Json.Prefix(text, 65_536);
                byte[] expected = Reference.Quoted(text.AsSpan(0, prefix));
                Assert.Equal(prefix < length, truncated);
                Assert.Equal(length <= Utf8Json.ShortLength ? (6 * length) + 2 : expected.Length, width);
                Assert.Equal(expected, Guarded.Bytes(width, (ref byte p) => ref Utf8Json.Value(ref p, text), exact: true));
                Assert.Equal(expected, Guarded.Bytes(width, (ref byte p) => ref Utf8Json.Value(ref p, text.AsSpan()), exact: true));

                byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
                width = Utf8Json.WidthUtf8(utf8, out truncated);
                expected = Reference.Quoted(utf8.AsSpan(0, Utf8Json.Prefix(utf8, 65_536)));
                Assert.Equal(utf8.Length <= Utf8Json.ShortLength ? (6 * utf8.Length) + 2 : expected.Length, width);
                Assert.Equal(expected, Guarded.Bytes(width, (ref byte p) => ref Utf8Json.Utf8(ref p, utf8), exact: true));
            }
        }
    }

    [Fact]
    public void Long_plain_text_reserves_its_length()
    {
        Assert.Equal(50_002, Utf8Json.Width(new string('x', 50_000), out bool truncated));
        Assert.False(truncated);
    }

    [Theory]
    [InlineData("x", 65_536, 65_536)]
    [InlineData("x", 65_537, 65_536)]
    [InlineData("x", 200_000, 65_536)]
    [InlineData("é", 32_768, 32_768)]
    [InlineData("é", 32_769, 32_768)]
    [InlineData("日", 21_845, 21_845)]
    [InlineData("日", 21_846, 21_845)]
    [InlineData("😀", 16_384, 16_384)]
    [InlineData("😀", 16_385, 16_384)]
    [InlineData("\"", 65_537, 65_536)]
    [InlineData("\u0001", 65_537, 65_536)]
    public void Row_35_a_value_is_cut_at_64_KiB_of_its_own_UTF8(string character, int count, int kept)
    {
        string text = string.Concat(Enumerable.Repeat(character, count));
        foreach (string before in new[] { "", "a", "ab", "abc" })
        {
            string value = before + text;
            int prefix = Utf8Json.Prefix(value, 65_536);
            int length = Reference.Length(value.AsSpan(0, prefix));
            Assert.True(length <= 65_536);
            if (prefix < value.Length)
            {
                Rune.DecodeFromUtf16(value.AsSpan(prefix), out Rune next, out _);
                Assert.True(length + next.Utf8SequenceLength > 65_536);
                Assert.False(char.IsSurrogatePair(value[prefix - 1], value[prefix]));
            }

            Assert.Equal(before.Length > 0 ? prefix : kept * character.Length, prefix);
            int width = Utf8Json.Width(value, out bool truncated);
            Assert.Equal(prefix < value.Length, truncated);
            Assert.Equal(Reference.Quoted(value.AsSpan(0, prefix)), Guarded.Bytes(width, (ref byte p) => ref Utf8Json.Value(ref p, value), exact: true));

            byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(value);
            int bytes = Utf8Json.Prefix(utf8, 65_536);
            Assert.Equal(length, bytes);
            width = Utf8Json.WidthUtf8(utf8, out truncated);
            Assert.Equal(bytes < utf8.Length, truncated);
            Assert.Equal(Reference.Quoted(utf8.AsSpan(0, bytes)), Guarded.Bytes(width, (ref byte p) => ref Utf8Json.Utf8(ref p, utf8), exact: true));
        }
    }

    [Fact]
    public void Invalid_UTF8_is_cut_at_the_limit_itself()
    {
        byte[] noise = new byte[70_000];
        noise.AsSpan().Fill(0x80);
        Assert.Equal(65_536, Utf8Json.Prefix(noise, 65_536));
        int width = Utf8Json.WidthUtf8(noise, out bool truncated);
        Assert.True(truncated);
        Assert.Equal((3 * 65_536) + 2, width);
        Assert.Equal(width, Guarded.Bytes(width, (ref byte p) => ref Utf8Json.Utf8(ref p, noise), exact: true).Length);
    }

    [Fact]
    public void Hexadecimal_and_Base64_of_every_length_stay_in_their_room()
    {
        var random = new Random(5);
        for (int length = 0; length <= 200; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal($"\"{Convert.ToHexStringLower(bytes)}\"", Guarded.Text(2 + (2 * length), (ref byte p) => ref Utf8Json.Hex(ref p, bytes), exact: true));
            Assert.Equal($"\"{Convert.ToBase64String(bytes)}\"", Guarded.Text(Utf8Json.Base64Width(length), (ref byte p) => ref Utf8Json.Base64(ref p, bytes), exact: true));
            Assert.True(Utf8Json.Base64Width(length) <= 6 + (4 * length / 3));
        }
    }

    [Fact]
    public void Copies_of_every_length_are_exact()
    {
        var random = new Random(9);
        for (int length = 0; length <= 200; length++)
        {
            byte[] source = new byte[length + 1];
            random.NextBytes(source);
            Assert.Equal(source[..length], Guarded.Bytes(length, (ref byte p) => ref Utf8Json.Copy(ref p, ref source[0], (nuint)length), exact: true));

            for (int i = 0; i < length; i++)
            {
                source[i] = random.Next(5) switch { 0 => (byte)'"', 1 => (byte)'\\', _ => source[i] };
            }

            byte[] expected = [.. source[..length].SelectMany(b => b is (byte)'"' or (byte)'\\' ? new[] { (byte)'\\', b } : [b])];
            Assert.Equal(expected, Guarded.Bytes(2 * length, (ref byte p) => ref Utf8Json.CopyEscaped(ref p, ref source[0], (nuint)length), exact: true));
        }
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\nb\"", "a\\nb")]
    [InlineData("12", "12")]
    [InlineData("null", "null")]
    public void Text_of_a_scalar_is_its_inside_or_itself(string json, string expected)
    {
        byte[] source = [.. System.Text.Encoding.UTF8.GetBytes(json), 0];
        Assert.Equal(expected, Guarded.Text(json.Length, (ref byte p) => ref Utf8Json.Text(ref p, ref source[0], ref source[json.Length]), exact: true));
    }

    private static void Check(string text)
    {
        byte[] expected = Reference.Quoted(text);
        byte[] actual = Guarded.Bytes(RoomFor(text.Length), (ref byte p) => ref Utf8Json.Value(ref p, text), exact: true);
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            Assert.Fail($"{Escaped(text)}: expected {Convert.ToHexString(expected)}, was {Convert.ToHexString(actual)}");
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        string valid = string.Concat(runes);
        using JsonDocument document = JsonDocument.Parse(actual);
        Assert.Equal(valid, document.RootElement.GetString());
        ReadOnlySpan<byte> content = actual.AsSpan(1, actual.Length - 2);
        Assert.Equal(valid, JsonText.Unescape(content));
        Assert.Equal(valid.Length, JsonText.Utf16Length(content));
    }

    private static void CheckUtf8(byte[] text)
    {
        byte[] actual = Guarded.Bytes(RoomFor(text.Length), (ref byte p) => ref Utf8Json.Utf8(ref p, text), exact: true);
        byte[] expected = Reference.Quoted(text);
        if (!expected.AsSpan().SequenceEqual(actual))
        {
            Assert.Fail($"{Convert.ToHexString(text)}: expected {Convert.ToHexString(expected)}, was {Convert.ToHexString(actual)}");
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c is >= ' ' and < '\x7F' ? c.ToString() : $"\\u{(int)c:X4}"));

    private static int HashOf(string kind) => kind.Aggregate(17, (hash, c) => (hash * 31) + c);
}
