using System.Text;
using Microsoft.CodeAnalysis;

namespace Bolt.Generators.Parsing;

/// <summary>The keys of fields: how they are derived from names, and which are not allowed.</summary>
internal static class FieldKeys
{
    private const int MaxBytes = 256;

    public static bool IsReserved(string key) => key is "time" or "level" or "category" or "event_id" or "event" or "error" or "error_type"
        or "error_stack" or "thread_id" or "call_site" or "trace_id" or "span_id" or "truncated" or "message" or "scopes";

    /// <summary>Why a key is not allowed; null if it is.</summary>
    public static string? Invalid(string? key)
    {
        if (string.IsNullOrEmpty(key)) return "it is empty";
        foreach (char c in key!)
        {
            if (c < ' ' || c == 0x7f) return "it contains a control character";
        }

        return Encoding.UTF8.GetByteCount(key) > MaxBytes ? "it is longer than 256 UTF-8 bytes" : null;
    }

    /// <summary>The policy of the assembly: 0 verbatim, 1 snake_case, 2 camelCase.</summary>
    public static int Policy(IAssemblySymbol assembly)
    {
        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (WellKnown.IsBolt(attribute, "LogNamingAttribute") && attribute.ConstructorArguments is [{ Value: int policy }]) return policy;
        }

        return 0;
    }

    public static string Apply(int policy, string name) => policy switch
    {
        1 => SnakeCase(name),
        2 => CamelCase(name),
        _ => name,
    };

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static string CamelCase(string name)
    {
        char[] chars = name.ToCharArray();
        for (int i = 0; i < chars.Length && char.IsUpper(chars[i]); i++)
        {
            // The last capital of a run begins the next word: IPAddress becomes ipAddress.
            if (i > 0 && i + 1 < chars.Length && !char.IsUpper(chars[i + 1])) break;
            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }
}
