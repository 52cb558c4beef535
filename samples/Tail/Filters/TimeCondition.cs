using System.Globalization;
using System.Text.Json;

namespace Tail.Filters;

/// <summary>A time and what is later, or what is before it.</summary>
internal sealed class TimeCondition : Condition
{
    private static readonly string[] s_formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private readonly DateTimeOffset _time;
    private readonly bool _isSince;

    private TimeCondition(DateTimeOffset time, bool isSince)
        : base("time")
    {
        _time = time;
        _isSince = isSince;
    }

    /// <summary>Reads a time or a time ago; null, and the error, when it is neither.</summary>
    public static TimeCondition? Parse(string text, bool isSince, DateTimeOffset now, out string error)
    {
        error = $"'{text}' is no time; write 2026-11-23, 2026-11-23T12:30:00Z, or how long ago: 90s, 15m, 2h, 1d";
        return TryParse(text, now, out DateTimeOffset time) ? new TimeCondition(time, isSince) : null;
    }

    protected override bool Accepts(in Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.String && value.TryGetDateTimeOffset(out DateTimeOffset time) && (time >= _time) == _isSince;

    private static bool TryParse(string text, DateTimeOffset now, out DateTimeOffset time)
    {
        if (DateTimeOffset.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return true;

        long unit = text.Length == 0 ? 0 : text[^1] switch
        {
            's' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMinute,
            'h' => TimeSpan.TicksPerHour,
            'd' => TimeSpan.TicksPerDay,
            _ => 0,
        };
        if (unit == 0 || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;

        Int128 ago = (Int128)unit * count;
        time = ago >= now.UtcTicks ? DateTimeOffset.MinValue : now.AddTicks(-(long)ago);
        return true;
    }
}
