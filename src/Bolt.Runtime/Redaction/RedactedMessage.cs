using System.Globalization;

namespace Bolt.Runtime;

/// <summary>
/// The message of a foreign call of which a value was redacted for its name. The call's formatter would show that value, so the message
/// is rendered from <c>{OriginalFormat}</c>, in which every hole is a value as its field has it; without a template it is <c>***</c>.
/// </summary>
internal static class RedactedMessage
{
    private const string TemplateKey = "{OriginalFormat}";

    /// <summary>Appends the message as a JSON string.</summary>
    internal static void Append<TState>(ValueBuffer values, TState state)
    {
        int start = values.Position;
        try
        {
            if (state is IEnumerable<KeyValuePair<string, object?>> pairs && Find(pairs, TemplateKey).Value is string template)
            {
                values.StartText();
                Render(values, template, pairs);
                values.EndText();
                return;
            }
        }
        catch (Exception)
        {
            // The values could be read once, but not twice.
            values.TakeBack(start);
        }

        values.Value("***");
    }

    private static void Render(ValueBuffer values, ReadOnlySpan<char> template, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        int holes = 0;
        while (!template.IsEmpty)
        {
            int brace = template.IndexOfAny('{', '}');
            if (brace < 0)
                break;

            values.Text(template[..brace]);
            ReadOnlySpan<char> rest = template[(brace + 1)..];
            int end = rest.IndexOf('}');
            if (!rest.IsEmpty && rest[0] == template[brace])
            {
                values.Text(rest[..1]);
                template = rest[1..];
            }
            else if (template[brace] == '{' && end >= 0)
            {
                Hole(values, rest[..end], holes++, pairs);
                template = rest[(end + 1)..];
            }
            else
            {
                values.Text(template.Slice(brace, 1));
                template = rest;
            }
        }

        values.Text(template);
    }

    /// <summary>Renders <c>name</c>, <c>name,alignment</c>, <c>name:format</c> or <c>name,alignment:format</c>.</summary>
    private static void Hole(ValueBuffer values, ReadOnlySpan<char> hole, int index, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        int colon = hole.IndexOf(':');
        ReadOnlySpan<char> format = colon < 0 ? default : hole[(colon + 1)..];
        ReadOnlySpan<char> name = colon < 0 ? hole : hole[..colon];
        int comma = name.IndexOf(',');
        _ = int.TryParse(comma < 0 ? default : name[(comma + 1)..], NumberStyles.Integer, CultureInfo.InvariantCulture, out int alignment);
        name = (comma < 0 ? name : name[..comma]).Trim();

        KeyValuePair<string, object?> pair = At(pairs, index, name);
        if (pair.Key is null || values.Redacts(name) || values.Redacts(pair.Key))
            values.Format("***", alignment);
        else
            values.Format(pair.Value, format.ToString(), alignment);
    }

    /// <summary>The value of a hole: the one in its place where that has its name, else one of its name, else none.</summary>
    private static KeyValuePair<string, object?> At(IEnumerable<KeyValuePair<string, object?>> pairs, int index, ReadOnlySpan<char> name)
    {
        if (pairs is IReadOnlyList<KeyValuePair<string, object?>> list && index < list.Count && name.Equals(list[index].Key, StringComparison.Ordinal))
            return list[index];

        return Find(pairs, name);
    }

    private static KeyValuePair<string, object?> Find(IEnumerable<KeyValuePair<string, object?>> pairs, ReadOnlySpan<char> name)
    {
        foreach (KeyValuePair<string, object?> pair in pairs)
        {
            if (name.Equals(pair.Key, StringComparison.OrdinalIgnoreCase))
                return pair;
        }

        return default;
    }
}
