namespace Bolt.Runtime.Tests;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain é日😀", "plain é日😀")]
    [InlineData("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t")]
    [InlineData("\\u0001\\u001f\\u00E9\\u65e5", "\u0001\u001Fé日")]
    [InlineData("\\uD83D\\uDE00", "😀")]
    [InlineData("\\uD83D", "\uFFFD")]
    [InlineData("\\uD83Dx", "\uFFFDx")]
    [InlineData("a\\", "a\\")]
    [InlineData("\\u12", "\\u12")]
    [InlineData("\\uZZZZ", "\\uZZZZ")]
    public void Escapes_are_read_back(string content, string expected) =>
        Assert.Equal(expected, JsonText.Unescape(System.Text.Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Long_content_is_read_back()
    {
        string text = string.Concat(Enumerable.Repeat("line\n", 1000));
        Assert.Equal(text, JsonText.Unescape(System.Text.Encoding.UTF8.GetBytes(text.Replace("\n", "\\n"))));
    }

    [Fact]
    public void Any_bytes_at_all_are_read_without_an_exception()
    {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] content = new byte[random.Next(40)];
            for (int j = 0; j < content.Length; j++)
            {
                content[j] = random.Next(3) == 0 ? "\\u0dD8\""u8[random.Next(7)] : (byte)random.Next(256);
            }

            Assert.NotNull(JsonText.Unescape(content));
            Assert.InRange(JsonText.Utf16Length(content), 0, content.Length);
        }
    }
}
