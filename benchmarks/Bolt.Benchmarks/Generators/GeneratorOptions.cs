using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.Generators;

/// <summary>What <c>generator</c> was asked for.</summary>
internal sealed class GeneratorOptions
{
    public const string Usage =
        """
        generator [options]
          --edits <names>        of UnrelatedFile, MethodBody, Template, AddedMethod, ParameterType; default: all
          --generators <names>   of None, Bolt, ZLogger, Microsoft; default: all. Ratios are to ZLogger
          --rounds <n>           default: 21
          --output <file>        where the JSON goes; default: nowhere
        """;

    private GeneratorOptions(RunArguments arguments)
    {
        Edits = arguments.Names<EditKind>("--edits");
        Generators = arguments.Names<GeneratorKind>("--generators");
        Rounds = arguments.Number("--rounds", 21, 1, 1000);
        Output = arguments.Text("--output");
    }

    public IReadOnlyList<EditKind> Edits { get; }

    public IReadOnlyList<GeneratorKind> Generators { get; }

    public int Rounds { get; }

    public string? Output { get; }

    /// <exception cref="ArgumentException">An argument is not one of <see cref="Usage"/>.</exception>
    public static GeneratorOptions Parse(ReadOnlySpan<string> arguments) =>
        new(new RunArguments(arguments, Usage, ["--edits", "--generators", "--rounds", "--output"], []));
}
