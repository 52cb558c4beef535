using System.Text;
using System.Text.Json;

namespace Tail.Filters;

/// <summary>A level and those above it.</summary>
internal sealed class LevelCondition : Condition
{
    private static readonly string[] s_levels = ["trace", "debug", "info", "warn", "error", "fatal"];

    private readonly byte[][] _accepted;

    private LevelCondition(int least)
        : base("level") => _accepted = Array.ConvertAll(s_levels[least..], Encoding.UTF8.GetBytes);

    /// <summary>Reads a level's name; null, and the error, when it is none.</summary>
    public static LevelCondition? Parse(string text, out string error)
    {
        int least = Array.FindIndex(s_levels, level => level.Equals(text, StringComparison.OrdinalIgnoreCase));
        error = $"'{text}' is no level; the levels are {string.Join(", ", s_levels)}";
        return least < 0 ? null : new LevelCondition(least);
    }

    protected override bool Accepts(in Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.String)
            return false;

        foreach (byte[] level in _accepted)
        {
            if (value.ValueTextEquals(level))
                return true;
        }

        return false;
    }
}
