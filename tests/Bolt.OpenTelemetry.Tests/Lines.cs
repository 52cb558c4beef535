using System.Text;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>Records made by hand, numbered in their message.</summary>
internal static class Lines
{
    public static byte[] Of(int first, int count, int padding = 0)
    {
        var text = new StringBuilder();
        for (int n = first; n < first + count; n++)
            _ = text.Append("{\"level\":\"info\",\"category\":\"lines\",").Append(padding > 0 ? $"\"pad\":\"{new string('p', padding)}\"," : "").Append("\"message\":\"").Append(n).Append("\"}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
