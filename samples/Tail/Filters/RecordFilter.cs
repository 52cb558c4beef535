using System.Text.Json;

namespace Tail.Filters;

/// <summary>Tells the records that meet every condition. For one thread.</summary>
internal sealed class RecordFilter(IReadOnlyList<Condition> conditions)
{
    // As deep as the console sink reads.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 512 };

    private readonly bool[] _met = new bool[conditions.Count];

    public bool AcceptsAll => _met.Length == 0;

    /// <summary>Judges a line. One that fails a condition is read no further, so whether its rest is JSON is not known then.</summary>
    public Verdict Judge(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, s_options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Verdict.NoRecord;

            int open = conditions.Count;
            Array.Clear(_met);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                for (int i = 0; open > 0 && i < _met.Length; i++)
                {
                    if (_met[i] || conditions[i].IsMetBy(in reader) is not { } met)
                        continue;
                    if (!met)
                        return Verdict.Fails;
                    _met[i] = true;
                    open--;
                }

                _ = reader.Read();
                reader.Skip();
            }

            // The reader throws on anything after the object.
            _ = reader.Read();
            return open == 0 ? Verdict.Meets : Verdict.Fails;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Not JSON, or an escape in it that means no character.
            return Verdict.NoRecord;
        }
    }
}
