using System.Globalization;
using Bolt.Benchmarks.Comparison;

namespace Bolt.Benchmarks.Reports;

/// <summary>Numbers with as many digits as their measurement bears.</summary>
internal static class Figure
{
    public const string NotMeasured = "not measured";

    /// <summary>What a table shows where a candidate has no such figure.</summary>
    public const string None = "–";

    /// <summary>A time, or anything else with a unit.</summary>
    public static string Time(double value) => Text(value, TimeFormat(value));

    public static string Ratio(double value) => Text(value, RatioFormat(value));

    /// <summary>Bytes an event: none is told from nearly none.</summary>
    public static string Bytes(double value) => Text(value, value >= 10 ? "#,0" : "0.##");

    /// <summary>The median, with the least and the greatest.</summary>
    public static string Time(Spread spread) => Text(spread, TimeFormat(spread.Median));

    public static string Ratio(Spread spread) => Text(spread, RatioFormat(spread.Median));

    public static Spread Times(this Spread spread, double factor) => new(spread.Median * factor, spread.Least * factor, spread.Most * factor);

    public static string Date(DateTimeOffset time) => Text(time.UtcDateTime, "yyyy-MM-dd");

    public static string Minute(DateTimeOffset time) => Text(time.UtcDateTime, "yyyy-MM-dd HH:mm") + " UTC";

    private static string TimeFormat(double value) => Math.Abs(value) switch
    {
        >= 100 => "#,0",
        >= 10 => "0.0",
        _ => "0.00",
    };

    private static string RatioFormat(double value) => Math.Abs(value) switch
    {
        >= 10 => "#,0",
        >= 3 => "0.0",
        _ => "0.00",
    };

    private static string Text(Spread spread, string format) => spread.Least.Equals(spread.Most)
        ? Text(spread.Median, format)
        : $"{Text(spread.Median, format)} ({Text(spread.Least, format)}–{Text(spread.Most, format)})";

    // A value that rounds to zero from below has no sign.
    private static string Text(IFormattable value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text is "-0" or "-0.0" or "-0.00" ? text[1..] : text;
    }
}
