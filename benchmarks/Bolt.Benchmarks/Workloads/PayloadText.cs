using System.Text;

namespace Bolt.Benchmarks.Workloads;

/// <summary>
/// The long strings. Sixteen of each, of words in no order, and always the same ones: a processor would learn a single string by heart,
/// after a few thousand events, and then guess each branch on it right.
/// </summary>
internal static class PayloadText
{
    private const int Bytes = 4096;

    private static readonly string[] s_ascii =
    [
        "the ", "payment ", "of ", "order ", "4711 ", "was ", "received, ", "checked ", "and ", "forwarded ", "to ", "warehouse ", "B-12; ", "no ", "reply. ", "(retry) ",
    ];

    private static readonly string[] s_other =
    [
        "заказ ", "оплачен ", "и ", "отправлен ", "на склад ", "订单", "已付款", "，发往仓库。", "😀", "🚚 ", "\"quoted\" ", "C:\\temp\\", "\r\n", "\t", "é", "für ",
    ];

    public static string[] Ascii() => Sixteen(othersOf16: 0);

    public static string[] Mixed() => Sixteen(othersOf16: 5);

    private static string[] Sixteen(int othersOf16)
    {
        uint state = 1;
        var texts = new string[16];
        for (int i = 0; i < texts.Length; i++)
        {
            var text = new StringBuilder();
            for (int left = Bytes; left > 0;)
            {
                string word = Next(ref state) < othersOf16 ? s_other[Next(ref state)] : s_ascii[Next(ref state)];
                int bytes = Encoding.UTF8.GetByteCount(word);
                if (bytes > left)
                {
                    text.Append('.', left);
                    break;
                }

                text.Append(word);
                left -= bytes;
            }

            texts[i] = text.ToString();
        }

        return texts;
    }

    /// <summary>From 0 to 15; the same on every machine.</summary>
    private static int Next(ref uint state)
    {
        state = (state * 1_664_525) + 1_013_904_223;
        return (int)(state >> 28);
    }
}
