using Bolt.Generators.Model;
using Bolt.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bolt.Generators.Tests.Parsing;

/// <summary>What the parser says of a mistake, where it points, and whether a body can still be generated.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("[LogEvent(LogLevel.Information)] static void |M|(ILogger logger) { }", 2, false)]
    [InlineData("[LogEvent(LogLevel.Information)] extern static void |M|(ILogger logger);", 1, false)]
    [InlineData("[LogEvent(LogLevel.Information)] public static partial |int| M(ILogger logger);", 3, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void |M|(int x);", 4, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger a, ILogger |b|);", 5, true)]
    [InlineData("static ILogger a, b; [LogEvent(LogLevel.Information)] static partial void |M|();", 5, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"x |{y}|\")] static partial void M(ILogger logger);", 6, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"x |{0}|\")] static partial void M(ILogger logger, int x);", 6, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"|{logger}|\")] static partial void M(ILogger logger);", 6, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, int a, [LogName(\"a\")] int |b|);", 7, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, int |level|);", 8, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"a |{|b\")] static partial void M(ILogger logger);", 9, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"a |}| b\")] static partial void M(ILogger logger);", 9, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"a |{}| b\")] static partial void M(ILogger logger);", 9, true)]
    [InlineData("[LogEvent(LogLevel.Information, \"a |{x,y}| b\")] static partial void M(ILogger logger, int x);", 9, true)]
    [InlineData("[LogEvent] static partial void |M|(ILogger logger);", 10, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, LogLevel |l|);", 11, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, ref int |x|);", 12, true)]
    [InlineData("[LogEvent(LogLevel.Information)] public static partial void M(ILogger logger, out int |x|);", 12, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, R |x|); ref struct R { }", 12, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, TypedReference |x|);", 12, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M<T>(ILogger logger, T |x|) where T : allows ref struct;", 12, true)]
    [InlineData("class Inner { [LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger); }", 14, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, Action |x|);", 16, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, int[,] |x|);", 16, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M<T>(ILogger logger, T |x|);", 16, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, P |x|); class P { public int A { get; } }", 17, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, List<P> |x|); class P { public int A { get; } }", 17, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, Exception a, ArgumentException |b|);", 18, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, [LogName(|\"\"|)] int x);", 19, true)]
    [InlineData("[LogEvent(LogLevel.Information, EventName = |\"a\\nb\"|)] static partial void M(ILogger logger);", 19, true)]
    [InlineData("[LogEvent(|LogLevel.None|)] static partial void M(ILogger logger);", 20, true)]
    [InlineData("[LogEvent(|(LogLevel)9|, \"x\")] static partial void M(ILogger logger);", 20, true)]
    [InlineData("[LogEvent(message: \"x\", level: |(LogLevel)9|)] static partial void M(ILogger logger);", 20, true)]
    [InlineData("[LogEvent(LogLevel.Information, SampleEvery = |-1|)] static partial void M(ILogger logger);", 20, true)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, [LogFields] int |x|);", 21, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, [LogFields] P |x|); class P { int A { get; } }", 21, false)]
    [InlineData("[LogEvent(LogLevel.Information)] [LoggerMessage(1, LogLevel.Information, \"\")] static partial void |M|(ILogger logger);", 22, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, [Sensitive, Private] int |x|); class PrivateAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"a\", \"b\"));", 23, false)]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void M(ILogger logger, [LogFields] List<P> |x|); record P([Sensitive(Redaction.Hash)] int A) { [Private] public int A { get; } = A; } class PrivateAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"a\", \"b\"));", 23, false)]
    public void A_mistake_is_told_at_its_place(string member, int kind, bool isStub)
    {
        (LogMethodModel? model, List<UsageProblem> problems, string expected) = Parse($"partial class C {{ {member} }}");
        UsageProblem problem = Assert.Single(problems);
        Assert.Equal((UsageProblemKind)kind, problem.Kind);
        Assert.Equal(expected, Mark(problem.Location));
        Assert.All(problem.Args, a => Assert.NotEmpty(a.Length == 0 && kind == 19 ? "empty key" : a));
        if (kind is 1 or 2 or 14 or 22) Assert.Null(model);
        else Assert.Equal(isStub, model!.IsStub);
    }

    [Theory]
    [InlineData("\"a\\\"b\\u00e9\\x9 |{x}|\"")]
    [InlineData("\"\\U0001F600|{x}|\"")]
    [InlineData("@\"a\"\"b |{x}| c\"")]
    [InlineData("\"\"\"a \"b\" |{x}| c\"\"\"")]
    [InlineData("\"\"\"\n      a \"b\"\n       |{x}| c\n      \"\"\"")]
    [InlineData("\"\"\"\n\n      |{x}|\n      \"\"\"")]
    [InlineData("\"a \" + \"b |{x}|\" + \" c\"")]
    [InlineData("(\"a {y} \" + \"b |{x}|\")")]
    [InlineData("|T|")]
    [InlineData("|T + \"{y}\"|")]
    [InlineData("\"|{x}|\" + T2")]
    [InlineData("|\"{\" + \"x}\"|")]
    [InlineData("|$\"{\"{x}\"}\"|")]
    public void A_hole_is_found_in_every_kind_of_literal(string template)
    {
        string source = "partial class C { const string T = \"{x}\"; const string T2 = \"t\"; [LogEvent(LogLevel.Information, " + template + ")] static partial void M(ILogger logger, int y); }";
        (_, List<UsageProblem> problems, string expected) = Parse(source);
        UsageProblem problem = Assert.Single(problems);
        Assert.Equal(UsageProblemKind.UnknownHole, problem.Kind);
        Assert.Equal(expected, Mark(problem.Location));
    }

    [Fact]
    public void File_local_containers_and_old_languages_get_no_body()
    {
        (LogMethodModel? model, List<UsageProblem> problems, _) = Parse("file partial class C { [LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger); }");
        Assert.Null(model);
        Assert.Equal(UsageProblemKind.UnsupportedContainer, Assert.Single(problems).Kind);

        (model, problems, _) = Parse("partial class C { [LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger); }", LanguageVersion.CSharp11);
        Assert.Null(model);
        Assert.Equal(UsageProblemKind.LanguageVersion, Assert.Single(problems).Kind);
        Assert.Equal(["11.0"], problems[0].Args);
    }

    [Theory]
    [InlineData("[LogEvent(LogLevel.Information, \"{X} {y,5:N2} {z}\")] static partial void |M|(ILogger logger, int x, double y, List<string> z, Exception e);")]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger, int Level, [LogName(\"Message\")] int b);")]
    [InlineData("[LogEvent(\"{l}\")] static partial void |M|(ILogger logger, LogLevel l, object o, dynamic d, Type t);")]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger, [LogFields] List<P> x); class P { public int A { get; } }")]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger, [Sensitive(Redaction.Omit)] int level);")]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger, [Sensitive] int a, [Private, Private] int b, [Sensitive(Redaction.Omit), Private] int c); class PrivateAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(new(\"a\", \"b\"));")]
    [InlineData("[LogEvent(LogLevel.Information)] static partial void |M|(ILogger logger, [Sensitive, Microsoft.Extensions.Compliance.Classification.NoDataClassification] int a);")]
    [InlineData("static ILogger l; ILogger l2; [LogEvent(LogLevel.Information)] static partial void |M|();")]
    public void What_is_allowed_is_no_mistake(string member)
    {
        (LogMethodModel? model, List<UsageProblem> problems, _) = Parse($"partial class C {{ {member} }}");
        Assert.Empty(problems);
        Assert.False(model!.IsStub);
    }

    [Fact]
    public void Both_parts_of_a_generated_method_are_the_declaration()
    {
        CSharpCompilation compilation = Driver.Compile("partial class C { [LogEvent(LogLevel.Information)] public static partial void M(ILogger logger); }");
        Driver.Create(compilation).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        IMethodSymbol definition = output.GetTypeByMetadataName("C")!.GetMembers("M").OfType<IMethodSymbol>().Single();
        foreach (IMethodSymbol part in new[] { definition, definition.PartialImplementationPart! })
        {
            var problems = new List<UsageProblem>();
            Assert.NotNull(LogMethodParser.Parse(part, Attribute(part), output, problems, default));
            Assert.Empty(problems);
        }
    }

    [Fact]
    public void Cancellation_ends_the_parse()
    {
        CSharpCompilation compilation = Driver.Compile("partial class C { [LogEvent(LogLevel.Information)] public static partial void M(ILogger logger); }");
        IMethodSymbol method = compilation.GetTypeByMetadataName("C")!.GetMembers("M").OfType<IMethodSymbol>().Single();
        Assert.Throws<OperationCanceledException>(() => LogMethodParser.Parse(method, Attribute(method), compilation, null, new CancellationToken(canceled: true)));
    }

    private static AttributeData Attribute(IMethodSymbol method) => method.GetAttributes().First(a => a.AttributeClass!.Name == "LogEventAttribute");

    /// <summary>Parses the method M of a source in which two bars mark the expected place; returns the marked text with its offset.</summary>
    private static (LogMethodModel? Model, List<UsageProblem> Problems, string Expected) Parse(string marked, LanguageVersion version = LanguageVersion.CSharp13)
    {
        int start = marked.IndexOf('|', StringComparison.Ordinal);
        int end = marked.IndexOf('|', start + 1) - 1;
        string source = marked.Remove(start, 1).Remove(end, 1);
        CSharpCompilation compilation = Driver.Compile(version, source);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel semantics = compilation.GetSemanticModel(tree);
        MethodDeclarationSyntax syntax = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.ValueText == "M");
        IMethodSymbol method = semantics.GetDeclaredSymbol(syntax)!;
        var problems = new List<UsageProblem>();
        LogMethodModel? model = LogMethodParser.Parse(method, Attribute(method), compilation, problems, default);

        // The problems are for the analyzer alone: without them the model is the same.
        Assert.Equal(model, LogMethodParser.Parse(method, Attribute(method), compilation, null, default));
        return (model, problems, $"{start}: {source[start..end]}");
    }

    private static string Mark(Location location) =>
        $"{location.SourceSpan.Start - Driver.Usings.Length}: {location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length)}";
}
