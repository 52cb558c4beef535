using System.Diagnostics;
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
        var figures = new FigureTable();
        CallCost alone = HostCost.Alone();
        figures.Add("`ILogger<T>` of a host, Bolt the only provider ÷ a logger of Bolt's", alone.Ratio, 1.5);
        figures.Add("the same: bytes a call", alone.Bytes, 0);
        CallCost factory = HostCost.Factory();
        figures.Add("`ILogger<T>` after `AddBoltLoggerFactory` ÷ a logger of Bolt's", factory.Ratio, 1.1);
        figures.Add("the same: bytes a call", factory.Bytes, 0);
        CallCost call = HostCost.Call();
        CallCost beside = HostCost.BesideAnother();
        figures.Add("ns that Bolt's record adds where there is nothing else", call.Nanoseconds);
        figures.Add("ns that Bolt's record adds beside another provider", beside.Nanoseconds, 1.1 * call.Nanoseconds.Median);
        figures.Add("ns that a masked field costs over one that is written", OptionCost.Mask().Nanoseconds, 5);
        CallCost hooks = OptionCost.Hooks();
        figures.Add("ns that a filter and an enricher add", hooks.Nanoseconds, 10);
        figures.Add("the same: bytes a call", hooks.Bytes, 0);
        figures.Add("ns of a call left out, one call in so many, over an empty call", OptionCost.SampledOut(byInterval: false).Nanoseconds, 3);
        figures.Add("ns of a call left out, so many an interval, over an empty call", OptionCost.SampledOut(byInterval: true).Nanoseconds, 3);
        using (var endpoint = new AcceptingEndpoint())
        {
            CallCost otlp = OptionCost.Otlp(endpoint.Address);
            figures.Add("the caller's time with an OTLP sink beside ÷ without", otlp.Ratio, 1.1);
            figures.Add("the same: bytes a call", otlp.Bytes, 0);
        }

        CallCost adHoc = AdHocCost.Measure();
        figures.Add("interpolated call ÷ generated method", adHoc.Ratio, 1.3);
        figures.Add("the interpolated call: bytes a call", adHoc.Bytes, 0);
        return Report<FigureRow>.Of("features", CallCost.Rounds, time.Elapsed, figures.Rows, figures.Bounds, [], s_notes).Finish(options.Text("--output"));
    }
}
