namespace Bolt.Runtime.Tests;

/// <summary>Texts of every kind that the encoder treats differently.</summary>
internal static class RandomText
{
    internal static readonly string[] Kinds = ["ascii", "escapes", "control", "two bytes", "three bytes", "pairs", "halves", "words", "anything"];

    internal static string Create(Random random, string kind, int length)
    {
        var text = new char[length];
        for (int i = 0; i < length; i++)
        {
            switch (kind)
            {
                case "ascii":
                    text[i] = Plain(random);
                    break;
                case "escapes":
                    text[i] = random.Next(6) == 0 ? "\"\\\n\t"[random.Next(4)] : Plain(random);
                    break;
                case "control":
                    text[i] = (char)random.Next(0x21);
                    break;
                case "two bytes":
                    text[i] = (char)random.Next(0x80, 0x800);
                    break;
                case "three bytes":
                    text[i] = (char)random.Next(0x800, 0xD800);
                    break;
                case "pairs":
                    text[i] = i % 2 == 0 ? (char)random.Next(0xD800, 0xDC00) : (char)random.Next(0xDC00, 0xE000);
                    break;
                case "halves":
                    text[i] = random.Next(3) == 0 ? Plain(random) : (char)random.Next(0xD800, 0xE000);
                    break;
                case "words":
                    text[i] = random.Next(6) == 0 ? ' ' : (char)random.Next(0x410, 0x450);
                    break;
                default:
                    text[i] = random.Next(4) == 0 ? Plain(random) : (char)random.Next(0x10000);
                    break;
            }
        }

        // One stray unit of another kind, anywhere, finds more than a uniform mixture does.
        if (length > 0 && random.Next(2) == 0)
        {
            text[random.Next(length)] = "\"\\\u001F\u007F\u0080\u07FF\u0800\uD83D\uDE00\uFFFF\0\uFF22"[random.Next(12)];
        }

        return new string(text);
    }

    private static char Plain(Random random)
    {
        char c = (char)random.Next(0x20, 0x80);
        return c is '"' or '\\' ? ' ' : c;
    }
}
