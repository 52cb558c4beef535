using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.Startup;

/// <summary>What <c>startup</c> was asked for.</summary>
internal sealed class StartupOptions
{
    public const string Usage =
        """
        startup [options]
          --candidates <names>   of Bolt, BoltSynchronous, BoltProvider, ZLogger, Serilog, SerilogAsync, Microsoft, NLog; default: all
          --launches <n>         of each; default: 15
          --aot                  also as native code: publishes first, which takes minutes and a native linker
          --output <file>        where the JSON goes; default: nowhere
        """;

    private StartupOptions(RunArguments arguments)
    {
        Candidates = arguments.Names<StartupKind>("--candidates");
        Launches = arguments.Number("--launches", 15, 1, 1000);
        HasAot = arguments.Has("--aot");
        Output = arguments.Text("--output");
    }

    public IReadOnlyList<StartupKind> Candidates { get; }

    public int Launches { get; }

    public bool HasAot { get; }

    public string? Output { get; }

    /// <exception cref="ArgumentException">An argument is not one of <see cref="Usage"/>.</exception>
    public static StartupOptions Parse(ReadOnlySpan<string> arguments) =>
        new(new RunArguments(arguments, Usage, ["--candidates", "--launches", "--output"], ["--aot"]));
}
