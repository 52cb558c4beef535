using System.Globalization;

namespace Bolt.Runtime;

/// <summary>The part <c>call_site</c>: <c>File.cs:42</c>, and the member in parentheses where it is known. The directory is left out: it tells about the build machine.</summary>
[ZeroAlloc]
internal static class CallSiteText
{
    private const int MaximumPart = 200;

    internal static void Append(ValueBuffer values, string? file, int line, string? member)
    {
        ReadOnlySpan<char> name = file;
        name = Shorten(name[(name.LastIndexOfAny('/', '\\') + 1)..]);
        Span<char> text = stackalloc char[(2 * MaximumPart) + 32];
        int length = 0;
        if (line > 0)
            text.TryWrite(CultureInfo.InvariantCulture, $"{name}:{line}", out length);
        else
            text.TryWrite($"{name}", out length);

        if (member is not null)
        {
            text[length..].TryWrite($" ({Shorten(member)})", out int more);
            length += more;
        }

        values.Literal(",\"call_site\":"u8);
        values.Value(text[..length].TrimStart());
    }

    private static ReadOnlySpan<char> Shorten(ReadOnlySpan<char> text) => text.Length <= MaximumPart ? text : text[..MaximumPart];
}
