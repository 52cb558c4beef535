using System.Text.Json;

namespace Bolt.Runtime;

/// <summary>Shortens the fields of an oversized record, whose JSON is known to be well formed.</summary>
internal static class RecordCut
{
    /// <summary>
    /// Shortens <c>{"a":1,"b":…</c>, an object without its closing brace, in place to at most <paramref name="limit"/> bytes: whole fields are
    /// kept while they fit, a string is cut, the rest goes, except for what the tail of a record says.
    /// </summary>
    /// <returns>The new length.</returns>
    internal static int Shorten(Span<byte> record, int limit)
    {
        List<(int Start, int End, bool IsString, bool IsTail)> fields = Fields(record);
        int tail = 0;
        foreach ((int start, int end, _, bool isTail) in fields)
            tail += isTail && end - start <= 8 * 1024 ? end - start : 0;

        int room = limit - tail;
        int length = 0;
        bool full = false;
        foreach ((int start, int end, bool isString, bool isTail) in fields)
        {
            int size = end - start;
            if (isTail && size <= 8 * 1024)
            {
                record[start..end].CopyTo(record[length..]);
                length += size;
                room += size;
                continue;
            }

            if (full)
                continue;

            if (length + size <= room)
            {
                record[start..end].CopyTo(record[length..]);
                length += size;
                continue;
            }

            full = true;
            int left = room - length - 1;
            int content = isString ? ContentStart(record[start..end]) : -1;
            if (content > 0 && left > content)
            {
                int cut = content + CutLength(record[(start + content)..(end - 1)], left - content);
                record[start..(start + cut)].CopyTo(record[length..]);
                length += cut;
                record[length++] = (byte)'"';
            }
        }

        return length;
    }

    /// <summary>The length of the longest part of a JSON string's content that is at most <paramref name="limit"/> bytes and ends between two characters.</summary>
    internal static int CutLength(ReadOnlySpan<byte> content, int limit)
    {
        int length = 0;
        while (length < content.Length)
        {
            int next = JsonText.CharacterLength(content[length..]);
            if (length + next > limit)
                break;

            length += next;
        }

        return length;
    }

    private static int ContentStart(ReadOnlySpan<byte> field)
    {
        // `,"key":"content"`: the key may hold escaped quotes, never `":"` unescaped.
        int colon = field.IndexOf("\":\""u8);
        return colon < 0 ? -1 : colon + 3;
    }

    [AllowAllocation("Only a record above 1 MiB is taken apart.")]
    private static List<(int Start, int End, bool IsString, bool IsTail)> Fields(ReadOnlySpan<byte> record)
    {
        var fields = new List<(int, int, bool, bool)>();
        var reader = new Utf8JsonReader(record, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 64 }));
        reader.Read();
        int start = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isTail = reader.ValueTextEquals("error"u8) || reader.ValueTextEquals("error_type"u8) || reader.ValueTextEquals("thread_id"u8)
                || reader.ValueTextEquals("call_site"u8) || reader.ValueTextEquals("trace_id"u8) || reader.ValueTextEquals("span_id"u8);

            // A number at the very end: the reader cannot know that it is complete.
            bool isComplete = reader.Read();
            bool isString = isComplete && reader.TokenType == JsonTokenType.String;
            if (!isComplete || !reader.TrySkip())
            {
                fields.Add((start, record.Length, isString, isTail));
                return fields;
            }

            int end = (int)reader.BytesConsumed;
            fields.Add((start, end, isString, isTail));
            start = end;
        }

        return fields;
    }
}
