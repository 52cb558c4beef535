using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Bolt.Analyzers.Allocation;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Bolt.Analyzers.Tests.Testing;

/// <summary>Runs a source and what a fix made of it, and compares what they say. A source has a static <c>string Program.Run()</c>.</summary>
internal static class BehaviourPreserved
{
    /// <summary>Checks the fix as <see cref="Verify{TAnalyzer}"/> does, and then that both sides say the same.</summary>
    /// <inheritdoc cref="Verify{TAnalyzer}.Fix{TFix}(string, string, int?)"/>
    public static async Task Fix<TFix>([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, int? iterations = null)
        where TFix : CodeFixProvider, new()
    {
        await Verify<AllocationAnalyzer>.Fix<TFix>(source, fixedSource, iterations);
        Assert(source, fixedSource);
    }

    /// <summary>Checks that both sides say the same, or fail with the same exception.</summary>
    /// <param name="before">May hold marks such as <c>{|BOLT1202:here|}</c>.</param>
    /// <param name="after">As <paramref name="before"/>, for what a fix leaves.</param>
    public static void Assert([StringSyntax("C#-test")] string before, [StringSyntax("C#-test")] string after)
    {
        var said = Run(before);
        Xunit.Assert.NotEmpty(said);
        Xunit.Assert.Equal(said, Run(after));
    }

    /// <summary>The source as the compiler reads it.</summary>
    public static string WithoutMarks(string source)
    {
        TestFileMarkupParser.GetSpans(source, out var unmarked, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        return unmarked;
    }

    private static string Run(string source)
    {
        using var assembly = new MemoryStream();
        var result = TestCompilation.Create(WithoutMarks(source)).Emit(assembly);
        Xunit.Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        assembly.Position = 0;

        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = OddCulture();
            var run = context.LoadFromStream(assembly).GetType("Program")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
            return (string)run.Invoke(null, null)!;
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException!.GetType() + ": " + failure.InnerException.Message;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            context.Unload();
        }
    }

    /// <summary>Shows where one side uses the current culture and the other does not.</summary>
    private static CultureInfo OddCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }
}
