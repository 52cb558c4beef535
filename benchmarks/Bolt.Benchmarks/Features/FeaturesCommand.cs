using System.Diagnostics;
using System.Globalization;
using Bolt.Benchmarks.Comparison;
using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.Features;

/// <summary><c>features</c>: what a host, and what one can switch on, add to a call with two fields, in the background.</summary>
internal static class FeaturesCommand
{
    private const string Usage =
        """
        features [options]
          --output <file>   where the JSON goes; default: nowhere
        """;

    private static readonly string[] s_notes =
    [
        "two fields, in the background, to a stream that discards; the two sides of each figure are measured in turns, in one process",
    ];

    private static readonly List<FigureRow> s_rows = [];
    private static readonly List<Bound> s_bounds = [];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        RunArguments options;
        try
        {
            options = new RunArguments(arguments, Usage, ["--output"], []);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        var time = Stopwatch.StartNew();
        Console.WriteLine("| what | median | least | most |");
        Console.WriteLine("|---|---|---|---|");
        CallCost alone = HostCost.Alone();
        Add("`ILogger<T>` of a host, Bolt the only provider ÷ a logger of Bolt's", alone.Ratio, 1.5);
        Add("the same: bytes a call", alone.Bytes, 0);
        CallCost factory = HostCost.Factory();
        Add("`ILogger<T>` after `AddBoltLoggerFactory` ÷ a logger of Bolt's", factory.Ratio, 1.1);
        Add("the same: bytes a call", factory.Bytes, 0);
        CallCost call = HostCost.Call();
        CallCost beside = HostCost.BesideAnother();
        Add("ns that Bolt's record adds where there is nothing else", call.Nanoseconds);
        Add("ns that Bolt's record adds beside another provider", beside.Nanoseconds, 1.1 * call.Nanoseconds.Median);
        Add("ns that a masked field costs over one that is written", OptionCost.Mask().Nanoseconds, 5);
        CallCost hooks = OptionCost.Hooks();
        Add("ns that a filter and an enricher add", hooks.Nanoseconds, 10);
        Add("the same: bytes a call", hooks.Bytes, 0);
        Add("ns of a call left out, one call in so many, over an empty call", OptionCost.SampledOut(byInterval: false).Nanoseconds, 3);
        Add("ns of a call left out, so many an interval, over an empty call", OptionCost.SampledOut(byInterval: true).Nanoseconds, 3);
        using (var endpoint = new AcceptingEndpoint())
        {
            CallCost otlp = OptionCost.Otlp(endpoint.Address);
            Add("the caller's time with an OTLP sink beside ÷ without", otlp.Ratio, 1.1);
            Add("the same: bytes a call", otlp.Bytes, 0);
        }

        CallCost adHoc = AdHocCost.Measure();
        Add("interpolated call ÷ generated method", adHoc.Ratio, 1.3);
        Add("the interpolated call: bytes a call", adHoc.Bytes, 0);
        return Report<FigureRow>.Of("features", CallCost.Rounds, time.Elapsed, s_rows, s_bounds, [], s_notes).Finish(options.Text("--output"));
    }

    private static void Add(string what, double value, double? most = null) => Add(what, new Spread(value, value, value), most);

    private static void Add(string what, Spread spread, double? most = null)
    {
        s_rows.Add(new FigureRow(what, spread));
        if (most is { } limit)
            s_bounds.Add(new Bound(what, spread.Median, limit));

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {spread.Median:0.00} | {spread.Least:0.00} | {spread.Most:0.00} |"));
    }
}
