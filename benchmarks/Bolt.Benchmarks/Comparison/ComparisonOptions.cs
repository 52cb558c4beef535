using System.Globalization;
using Bolt.Benchmarks.Candidates;
using Bolt.Benchmarks.Workloads;

namespace Bolt.Benchmarks.Comparison;

/// <summary>What <c>compare</c> was asked for.</summary>
internal sealed class ComparisonOptions
{
    public const string Usage =
        """
        compare [options]
          --parts <names>        of Rows, Pairs, Paced, Bursts, Producers, SynchronousFile; default: all
          --workloads <names>    of Disabled, NoField, TwoFields, TenFields, Exception, BoundContext, LongAscii, LongMixed, Nested; default: all
          --routes <names>       of SynchronousNull, BackgroundNull, BackgroundFile; default: all
          --candidates <names>   besides Limit: Bolt, BoltCoarse, ZLoggerInterpolated, ZLoggerMessage, MicrosoftJsonConsole, MicrosoftZLogger, SerilogCompactJson, SerilogCompact, NLogJsonLayout, Log4Net; default: all
          --rounds <n>           default: 41; peers take part in every fourth
          --events <n>           events a sample of Bolt and the limit; default: 20000. Exceptions and long texts: a tenth
          --peer-events <n>      events a sample of the others; default: 50000. Exceptions and long texts: a tenth
          --plant <name>         Slow or Allocate: makes the bursts of Bolt a fifth slower, or allocate a byte an event; only for testing 'check'
          --output <file>        where the JSON goes; default: artifacts/benchmarks/compare-<time>.json
          --assert               exit code 1 where a bound is missed, 2 where the machine was too noisy to tell
        """;

    public IReadOnlyList<Part> Parts { get; private set; } = Enum.GetValues<Part>();

    private IReadOnlyList<Workload>? _workloads;

    public IReadOnlyList<Route> Routes { get; private set; } = Enum.GetValues<Route>();

    public IReadOnlyList<CandidateKind> Candidates { get; private set; } = Enum.GetValues<CandidateKind>();

    public int Rounds { get; private set; } = 41;

    public int Events { get; private set; } = 20_000;

    public int PeerEvents { get; private set; } = 50_000;

    /// <summary>What is wrong with Bolt on purpose; null for nothing.</summary>
    public Plant? Plant { get; private set; }

    public string? Output { get; private set; }

    public bool Assert { get; private set; }

    /// <summary>What is logged by a route: everything in the background to nowhere; elsewhere, what could differ there.</summary>
    public IReadOnlyList<Workload> WorkloadsOf(Route route) => _workloads ?? route switch
    {
        Route.BackgroundNull => Enum.GetValues<Workload>(),
        Route.BackgroundFile => [Workload.TwoFields, Workload.TenFields, Workload.Exception],
        _ => [Workload.Disabled, Workload.TwoFields, Workload.TenFields],
    };

    /// <exception cref="ArgumentException">An argument is not one of <see cref="Usage"/>.</exception>
    public static ComparisonOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new ComparisonOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (name == "--assert")
            {
                options.Assert = true;
                continue;
            }

            if (++i == arguments.Length)
                throw new ArgumentException($"'{name}' is no option, or its value is missing.\n{Usage}");

            string value = arguments[i];
            switch (name)
            {
                case "--parts": options.Parts = Names<Part>(value); break;
                case "--workloads": options._workloads = Names<Workload>(value); break;
                case "--routes": options.Routes = Names<Route>(value); break;
                case "--candidates": options.Candidates = [CandidateKind.Limit, .. Names<CandidateKind>(value).Where(static kind => kind != CandidateKind.Limit)]; break;
                case "--rounds": options.Rounds = Number(name, value, 1, 1000); break;
                case "--events": options.Events = Number(name, value, 1000, 10_000_000); break;
                case "--peer-events": options.PeerEvents = Number(name, value, 1000, 10_000_000); break;
                case "--plant": options.Plant = Names<Plant>(value) is [var plant] ? plant : throw new ArgumentException($"'{name} {value}': one is enough."); break;
                case "--output": options.Output = value; break;
                default: throw new ArgumentException($"'{name}' is no option.\n{Usage}");
            }
        }

        return options;
    }

    private static T[] Names<T>(string value)
        where T : struct, Enum => [.. value.Split(',').Select(static name => Enum.TryParse(name, ignoreCase: true, out T parsed)
            ? parsed
            : throw new ArgumentException($"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}."))];

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) && parsed >= least && parsed <= most
            ? parsed
            : throw new ArgumentException($"'{name} {value}': a number from {least} to {most} is needed.");
}
