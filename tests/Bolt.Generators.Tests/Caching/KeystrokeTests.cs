using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bolt.Generators.Tests.Caching;

/// <summary>What the compiler runs again after an edit, and what it takes from the run before.</summary>
public sealed class KeystrokeTests
{
    private const string Orders = """
        namespace Shop
        {
            internal sealed class PrivateAttribute(int kind) : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new("Shop", "Private"));

            internal static partial class OrderLog
            {
                [LogEvent(LogLevel.Information, "Order {Id}")]
                internal static partial void Placed(ILogger logger, [Private(1)] int id, [LogFields] Order order, DayOfWeek day);

                internal static int Other() { return 1; }
            }

            internal sealed record Order([Private(2)] string Name, Order? Parent, List<int> Items);
        }
        """;

    private const string Users = """
        namespace Shop
        {
            internal static partial class UserLog
            {
                [LogEvent(LogLevel.Warning, "User {Name}")]
                internal static partial void LoggedIn(ILogger logger, string name);
            }
        }
        """;

    private const string Unrelated = "internal static class Unrelated { internal static int F() => 1; }";

    private static readonly IncrementalStepRunReason[] s_cached = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void The_same_compilation_again_is_cached() => AssertCached(c => c.Clone());

    [Fact]
    public void An_edit_in_another_file_is_cached() => AssertCached(c => Edit(c, 2, "F() => 1", "F() => 2"));

    [Fact]
    public void Trivia_before_a_method_is_cached() => AssertCached(c => Edit(c, 0, "        [LogEvent", "\n\n        // moved\n        [LogEvent"));

    [Fact]
    public void A_changed_body_in_the_same_file_is_cached() => AssertCached(c => Edit(c, 0, "return 1;", "return 2;"));

    [Fact]
    public void An_added_class_without_log_events_is_cached() => AssertCached(c => c.AddSyntaxTrees(Parse(c, "internal static class Added { }")));

    [Fact]
    public void Files_in_another_order_are_cached() => AssertCached(c =>
    {
        SyntaxTree[] trees = [.. c.SyntaxTrees.Reverse()];
        return c.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    });

    [Theory]
    [InlineData("Shop.Alpha")]
    [InlineData("Shop.Peter")]
    [InlineData("Shop.Zulu")]
    public void An_added_log_class_leaves_every_other_file_as_it_is(string name)
    {
        CSharpCompilation before = Before();
        GeneratorDriver driver = Driver.Create(before).RunGenerators(before);
        SortedDictionary<string, string> old = Driver.Sources(driver.GetRunResult());
        SyntaxTree added = Parse(before, $$"""
            namespace Shop
            {
                internal static partial class {{name[5..]}}
                {
                    [LogEvent(LogLevel.Warning, "x")]
                    internal static partial void Written(ILogger logger);
                }
            }
            """);
        SortedDictionary<string, string> now = Driver.Sources(driver.RunGenerators(before.AddSyntaxTrees(added)).GetRunResult());

        Assert.Equal(old.Count + 1, now.Count);
        Assert.True(now.Remove(name + ".g.cs"));
        Assert.Equal(old, now);
    }

    [Fact]
    public void A_changed_message_changes_one_file()
    {
        GeneratorRunResult result = Rerun(c => Edit(c, 1, "User {Name}", "Hello {Name}"));
        Assert.Equal(1, Outputs(result).Count(o => !s_cached.Contains(o.Reason)));
        Assert.Contains(result.GeneratedSources, s => s.SourceText.ToString().Contains("Hello ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Id}\")", "Id}!\")")]
    [InlineData("LogLevel.Information", "LogLevel.Debug")]
    [InlineData("int id", "long id")]
    [InlineData("int id", "in int id")]
    [InlineData("[Private(1)]", "[Private(3)]")]
    [InlineData("[Private(1)]", "[Private(1), Private(2)]")]
    [InlineData("[Private(2)]", "")]
    [InlineData(": Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"Shop\", \"Private\"))", ": Attribute")]
    [InlineData("List<int> Items", "List<long> Items")]
    [InlineData("Order? Parent", "[LogIgnore] Order? Parent")]
    [InlineData("[LogFields] Order", "[LogFields(Flatten = true)] Order")]
    [InlineData("static partial class OrderLog", "static partial class OrdersLog")]
    [InlineData("static partial void Placed", "static partial void Placed2")]
    [InlineData("        [LogEvent", "        /// <summary>Documented.</summary>\n        [LogEvent")]
    public void A_change_that_matters_is_seen(string from, string to)
    {
        CSharpCompilation before = Before();
        GeneratorDriver driver = Driver.Create(before).RunGenerators(before);
        CSharpCompilation after = Edit(before, 0, from, to);
        SortedDictionary<string, string> incremental = Driver.Sources(driver.RunGenerators(after).GetRunResult());

        Assert.NotEqual(Driver.Sources(driver.GetRunResult()), incremental);
        Assert.Equal(Driver.Sources(Driver.Run(after)), incremental);
    }

    [Fact]
    public void No_step_holds_on_to_a_compilation()
    {
        CSharpCompilation compilation = Before();
        GeneratorRunResult result = Driver.Run(compilation).Results[0];
        int visited = 0;
        foreach (string name in TrackingNames.All)
        {
            Assert.True(result.TrackedSteps.ContainsKey(name), $"Step {name} is not tracked.");
            foreach ((object value, _) in result.TrackedSteps[name].SelectMany(s => s.Outputs)) Walk(value, name, new HashSet<object>(ReferenceEqualityComparer.Instance), ref visited);
        }

        foreach ((object value, _) in result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs))
        {
            if (value is IEnumerable or string) Walk(value, "output", new HashSet<object>(ReferenceEqualityComparer.Instance), ref visited);
        }

        Assert.True(visited > 100, $"Only {visited} objects were visited.");
    }

    private static void Walk(object? value, string path, HashSet<object> seen, ref int visited)
    {
        if (value is null || !seen.Add(value)) return;
        visited++;
        Assert.False(
            value is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location or Diagnostic or AttributeData or SyntaxReference or SyntaxToken,
            $"{path} holds a {value.GetType()}");
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string or Microsoft.CodeAnalysis.Text.SourceText) return;
        if (value is IEnumerable items)
        {
            foreach (object? item in items) Walk(item, path + "[]", seen, ref visited);
        }

        for (Type? t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            foreach (FieldInfo field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), path + "." + field.Name, seen, ref visited);
            }
        }
    }

    private static void AssertCached(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        GeneratorRunResult result = Rerun(edit);
        (object _, IncrementalStepRunReason Reason)[] types = [.. result.TrackedSteps[TrackingNames.Types].SelectMany(s => s.Outputs)];
        Assert.Equal(2, types.Length);
        Assert.All(types, o => Assert.Contains(o.Reason, s_cached));
        (object Value, IncrementalStepRunReason Reason)[] outputs = [.. Outputs(result)];
        Assert.Equal(2, outputs.Length);
        Assert.All(outputs, o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    private static GeneratorRunResult Rerun(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation before = Before();
        GeneratorDriver driver = Driver.Create(before).RunGenerators(before);
        CSharpCompilation after = edit(before);
        Assert.NotSame(before, after);
        return driver.RunGenerators(after).GetRunResult().Results[0];
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs);

    private static CSharpCompilation Before() => Driver.Compile(Orders, Users, Unrelated);

    private static SyntaxTree Parse(CSharpCompilation compilation, string source) =>
        CSharpSyntaxTree.ParseText(Driver.Usings + source, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, path: "Added.cs");

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string from, string to)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.Contains(from, text, StringComparison.Ordinal);
        string edited = text[..text.IndexOf(from, StringComparison.Ordinal)] + to + text[(text.IndexOf(from, StringComparison.Ordinal) + from.Length)..];
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(edited)));
    }
}
