using System.Reflection;
using System.Runtime.CompilerServices;
using Bolt.Benchmarks.CodeSize.Methods;
using Bolt.Sinks;
using Microsoft.Extensions.Logging;

namespace Bolt.Benchmarks.CodeSize;

/// <summary>
/// <c>code-size-child</c>: logs step by step while the JIT writes down what it compiles. First each method once; then all of them, until
/// the JIT has compiled them for good.
/// </summary>
internal static class CodeSizeChild
{
    /// <summary>The name of the empty method that is called, and so compiled, at the beginning of a step: one for each value type.</summary>
    internal const string Mark = nameof(BeginStep);

    // Tier 1 is compiled in the background after 30 calls, and only when no new method came for 100 ms.
    private const int Rounds = 8;
    private const int CallsARound = 40;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    public static int Run(CodeSizeKind kind)
    {
        using ILoggerFactory factory = kind == CodeSizeKind.Bolt ? Bolt() : Microsoft();
        ILogger logger = factory.CreateLogger("Bolt.Benchmarks.CodeSize");
        Log<byte>(kind, logger, CodeSizeStep.Base);
        Log<sbyte>(kind, logger, CodeSizeStep.TwoFirst);
        Log<short>(kind, logger, CodeSizeStep.TwoSame);
        Log<ushort>(kind, logger, CodeSizeStep.TwoOther);
        Log<int>(kind, logger, CodeSizeStep.TenFirst);
        Log<uint>(kind, logger, CodeSizeStep.TenSame);
        Log<long>(kind, logger, CodeSizeStep.TenOther);
        BeginStep<ulong>();

        Action<ILogger>[] all = [.. Enum.GetValues<CodeSizeStep>().SelectMany(step => Calls(kind, step))];
        for (int round = 0; round < Rounds; round++)
        {
            for (int call = 0; call < CallsARound; call++)
            {
                foreach (Action<ILogger> log in all)
                    log(logger);
            }

            Thread.Sleep(s_pause);
        }

        // The size of the generated IL, method by method, for the parent to read.
        using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (CodeSizeStep step in Enum.GetValues<CodeSizeStep>())
            output.WriteLine($"{step} {Calls(kind, step).Length} {IntermediateBytes(kind, step)}");

        return 0;
    }

    private static void Log<TStep>(CodeSizeKind kind, ILogger logger, CodeSizeStep step)
        where TStep : struct
    {
        BeginStep<TStep>();
        foreach (Action<ILogger> log in Calls(kind, step))
            log(logger);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BeginStep<TStep>()
        where TStep : struct
    {
    }

    private static Action<ILogger>[] Calls(CodeSizeKind kind, CodeSizeStep step) => kind == CodeSizeKind.Bolt ? BoltCallSites.Of(step) : MicrosoftCallSites.Of(step);

    private static BoltLoggerFactory Bolt() => BoltLoggerFactory.Create(static options => options.Sinks.Add(new StreamSink(Stream.Null)));

    private static ILoggerFactory Microsoft()
    {
        // The provider takes the console's writer when it is created.
        Console.SetOut(TextWriter.Null);
        return LoggerFactory.Create(static builder => builder.AddJsonConsole());
    }

    /// <summary>The IL of a step's class, of the types in it, and of those that the generator wrote beside it.</summary>
    private static int IntermediateBytes(CodeSizeKind kind, CodeSizeStep step)
    {
        string name = $"{kind}{step}";
        return typeof(BoltBase).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(BoltBase).Namespace && Outermost(type) is { } outer && (outer.Name == name || outer.Name.Contains($"_{name}_g>", StringComparison.Ordinal)))
            .SelectMany(static type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .OfType<MethodBase>()
            .Sum(static method => method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0);
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
