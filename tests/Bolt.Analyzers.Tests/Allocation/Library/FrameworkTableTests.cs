using System.Globalization;
using System.Runtime.CompilerServices;
using Bolt.Analyzers.Allocation.Library;
using Bolt.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Bolt.Analyzers.Tests.Allocation.Library;

/// <summary>Measures what the table says: each call of FreeCalls.cs, AllocatingCalls.cs and AmortisedCalls.cs is made and its bytes are counted.</summary>
public sealed class FrameworkTableTests
{
    private const int Calls = 20;

    [Fact]
    public void What_the_table_calls_free_is_measured_free()
    {
        var calls = CallsOf("FreeCalls.cs");
        AssertRight(calls, FreeCalls.All, LibraryVerdict.Free, LibraryVerdict.FreeForSimpleArguments);
        Assert.True(calls.Select(static call => call.Id).Distinct().Count() >= 300, "At least 300 members are measured.");
    }

    [Fact]
    public void What_the_table_says_allocates_is_measured_to()
    {
        var calls = CallsOf("AllocatingCalls.cs");
        AssertRight(calls, AllocatingCalls.All, LibraryVerdict.Allocates, LibraryVerdict.ReturnsNew);
        Assert.True(calls.Select(static call => call.Id).Distinct().Count() >= 60, "At least 60 members are measured.");
    }

    [Fact]
    public void What_allocates_only_at_times_is_measured_free_at_others() =>
        AssertRight(CallsOf("AmortisedCalls.cs"), AmortisedCalls.All, LibraryVerdict.Amortised);

    [Fact]
    public void Each_curated_line_is_measured()
    {
        var measured = new[] { "FreeCalls.cs", "AllocatingCalls.cs", "AmortisedCalls.cs" }.SelectMany(CallsOf).Select(static call => call.Id).ToHashSet();
        var unmeasured = File.ReadLines(Path.Combine(Catalogue.Repository.Root, "src/Bolt.Analyzers/Allocation/Library/overrides.txt"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .Where(line => !measured.Any(id => line.EndsWith('*') ? id.StartsWith(line[..^1], StringComparison.Ordinal) : id == line))
            .ToList();

        Assert.Empty(unmeasured);
    }

    [Fact]
    public void A_call_that_allocates_would_be_noticed()
    {
        Assert.True(Measure(static () => GC.KeepAlive(new object())) > 0);
        Assert.Equal(0, Measure(static () => GC.KeepAlive("")));
    }

    private static void AssertRight(List<(string Id, LibraryVerdict Verdict)> calls, Action[] actions, params LibraryVerdict[] verdicts)
    {
        if (Wrong(calls, actions, verdicts).ToList() is { Count: > 0 } wrong)
            Assert.Fail(string.Join(Environment.NewLine, wrong));
    }

    /// <summary>The calls for which the table says something else, or which the measurement proves wrong.</summary>
    private static IEnumerable<string> Wrong(List<(string Id, LibraryVerdict Verdict)> calls, Action[] actions, params LibraryVerdict[] verdicts)
    {
        Assert.Equal(calls.Count, actions.Length);
        var isFree = verdicts[0] is LibraryVerdict.Free or LibraryVerdict.Amortised;
        for (var index = 0; index < actions.Length; index++)
        {
            var (id, verdict) = calls[index];
            if (!verdicts.Contains(verdict))
                yield return $"{id} is {verdict} by the table";

            var bytes = Measure(actions[index], isFree ? 40 : 3);
            if (bytes > 0 == isFree)
                yield return string.Create(CultureInfo.InvariantCulture, $"{id} is {verdict} by the table, but {Calls} calls allocate {bytes} bytes");
        }
    }

    /// <summary>The least that so many calls allocate: caches fill and code is compiled anew at first.</summary>
    private static long Measure(Action action, int rounds = 40)
    {
        var least = long.MaxValue;
        for (var round = 0; round < rounds && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var call = 0; call < Calls; call++)
                action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);

            // Code that has run thirty times is optimised in the background, and that matters only to the last boxes.
            if (round is 5 or 20 && least > 0)
                Thread.Sleep(150);
        }

        return least;
    }

    /// <summary>What each lambda of a file calls in the end, and what the table says of it.</summary>
    private static List<(string Id, LibraryVerdict Verdict)> CallsOf(string file)
    {
        var usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Directory(), file)), options);
        var compilation = CSharpCompilation.Create(
            "Calls",
            [tree, CSharpSyntaxTree.ParseText(usings, options)],
            Basic.Reference.Assemblies.Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var model = compilation.GetSemanticModel(tree);
        var calls = new List<(string Id, LibraryVerdict Verdict)>();
        foreach (var element in tree.GetRoot().DescendantNodes().OfType<CollectionExpressionSyntax>().First().Elements)
        {
            var body = (ExpressionSyntax)((ParenthesizedLambdaExpressionSyntax)((ExpressionElementSyntax)element).Expression).Body;
            calls.Add(CallOf(model.GetOperation(body)!, model));
        }

        return calls;
    }

    private static (string Id, LibraryVerdict Verdict) CallOf(IOperation operation, SemanticModel model)
    {
        switch (operation)
        {
            case IBlockOperation { Operations: [IExpressionStatementOperation { Operation: var only }] }:
                return CallOf(only, model);
            case IInvocationOperation { TargetMethod: { Name: "Keep" } keep, Arguments: [{ Value: var kept }] } when keep.Locations[0].IsInSource:
                return CallOf(kept, model);
            case IInvocationOperation { TargetMethod: { Name: "BaseText" } method }:
                return CallOf(model.GetOperation(((MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax()).ExpressionBody!.Expression)!, model);
            case IInvocationOperation invocation:
                var target = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
                return invocation.IsVirtual && invocation.Instance?.Type is { IsSealed: false, IsValueType: false } ? Virtual(target) : Exact(target);
            case IPropertyReferenceOperation property:
                return Exact(property.Property.GetMethod!.OriginalDefinition);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation assigned }:
                return Exact(assigned.Property.SetMethod!.OriginalDefinition);
            case IObjectCreationOperation creation:
                return Exact(creation.Constructor!.OriginalDefinition);
            case IBinaryOperation { OperatorMethod: { } binary }:
                return Exact(binary.OriginalDefinition);
            case IConversionOperation conversion:
                return CallOf(conversion.Operand, model);
            default:
                return (operation.Syntax.ToString(), LibraryVerdict.Unknown);
        }
    }

    private static (string Id, LibraryVerdict Verdict) Exact(IMethodSymbol method) => (method.GetDocumentationCommentId()!, FrameworkTable.Find(method));

    /// <summary>What is known of all overrides may be known of the member that they override.</summary>
    private static (string Id, LibraryVerdict Verdict) Virtual(IMethodSymbol method)
    {
        var verdict = FrameworkTable.FindVirtual(method);
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod?.OriginalDefinition)
        {
            var id = FrameworkTableFormat.Virtual + declared.GetDocumentationCommentId();
            if (FrameworkTable.Find(id) != LibraryVerdict.Unknown)
                return (id, verdict);
        }

        return (FrameworkTableFormat.Virtual + method.GetDocumentationCommentId(), verdict);
    }

    private static string Directory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
