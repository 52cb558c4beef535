using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace Bolt.Generators.Tests.Caching;

/// <summary>What a keystroke in an unrelated file costs in a project of a thousand log methods.</summary>
public sealed class KeystrokeCostTests(ITestOutputHelper output)
{
    private const double MostOfBinding = 0.75;
    private const int Methods = 1_000;

    [Fact]
    public void A_keystroke_costs_less_than_the_compiler_needs_to_bind_the_attributes()
    {
        // Roslyn makes new symbols for each compilation and binds the attribute of every method that a generator asks for.
        long binding = Measure(new Binding());
        long cost = Measure(new LogEventGenerator());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"binding {binding:N0} B, generator {cost:N0} B"));
        Assert.InRange((double)cost / binding, 0, MostOfBinding);
    }

    private static long Measure(IIncrementalGenerator generator)
    {
        CSharpCompilation compilation = Driver.Compile(Enumerable.Range(0, Methods / 10).Select(LogClass).Append("internal static class Other { }"));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver = driver.RunGenerators(compilation);
        long[] costs = new long[5];
        for (int i = 0; i < costs.Length; i++)
        {
            SyntaxTree tree = compilation.SyntaxTrees[^1];
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(tree + " ")));
            long before = GC.GetAllocatedBytesForCurrentThread();
            driver = driver.RunGenerators(compilation);
            costs[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Array.Sort(costs);
        return costs[costs.Length / 2];
    }

    private static string LogClass(int index)
    {
        var source = new StringBuilder().Append(CultureInfo.InvariantCulture, $"namespace Shop.Area{index % 10}\n{{\n    internal static partial class Log{index}\n    {{\n");
        for (int i = 0; i < 10; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"        [LogEvent(LogLevel.Information, \"Method {i} of {{Id}} at {{Place}} took {{Elapsed}}\", EventId = {i})]\n");
            source.Append(CultureInfo.InvariantCulture, $"        internal static partial void Method{i}(ILogger logger, int id, string? place, TimeSpan elapsed);\n");
        }

        return source.Append("    }\n}\n").ToString();
    }

    /// <summary>Asks for every log method, looks at its parameters, and keeps nothing but a name.</summary>
    private sealed class Binding : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
                "Bolt.LogEventAttribute",
                static (node, _) => node is MethodDeclarationSyntax,
                static (c, ct) => ((IMethodSymbol)c.TargetSymbol).Parameters.Any(static p => p.Type.TypeKind == TypeKind.Error || p.GetAttributes().Length > 0)
                    ? ""
                    : c.TargetSymbol.Name);
            context.RegisterSourceOutput(names.Collect(), static (_, _) => { });
        }
    }
}
