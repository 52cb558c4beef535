using System.Text.RegularExpressions;
using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests.Documentation;

/// <summary>The code in the documentation is code that compiles, or that Bolt wrote.</summary>
[Collection(PackageCollection.Name)]
public sealed partial class CodeBlockTests(PackedBolt bolt)
{
    public static TheoryData<string> AllPages => [.. CodeBlock.Pages];

    private static bool Accepts => Environment.GetEnvironmentVariable("BOLT_ACCEPT") == "1";

    /// <summary>With BOLT_ACCEPT=1 in the environment, writes the files' text into the pages instead of comparing it.</summary>
    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_block_of_code_equals_the_part_of_a_file_that_it_names(string page)
    {
        Assert.All(CodeBlock.In(page), static block =>
        {
            if (block.Source.StartsWith("generated: ", StringComparison.Ordinal))
                return;

            Assert.True(block.Source.StartsWith("snippet: ", StringComparison.Ordinal), $"{block}: put '<!-- snippet: path#name -->' before the fence, naming the file that holds this code.");
            string[] source = block.Source["snippet: ".Length..].Split('#');
            string? part = Snippets.Part(Repository.PathOf(source[0]), source[1]);
            Assert.True(part is not null, $"{block}: {source[0]} has no part '// snippet: {source[1]}'.");
            if (Accepts)
                block.Accept(part);
            else
                Assert.Equal(part, block.Text);
        });
    }

    /// <summary>With BOLT_ACCEPT=1 in the environment, writes the generated code into the pages instead of comparing it.</summary>
    [Fact]
    public void Every_snippet_compiles_against_the_package_and_generated_code_is_quoted_as_it_is()
    {
        using var project = new ConsumerProject(bolt, "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        foreach (string name in Snippets.Names)
            project.Write(name, Snippets.Read(name));

        project.Build().MustSucceed();
        string[] generated = Directory.GetFiles(project.PathOf("obj"), "*.g.cs", SearchOption.AllDirectories);
        Assert.All(CodeBlock.Pages.SelectMany(CodeBlock.In), block =>
        {
            if (!block.Source.StartsWith("generated: ", StringComparison.Ordinal))
                return;

            string method = block.Source["generated: ".Length..];
            string? code = generated.Select(file => Method(file, method)).SingleOrDefault(static code => code is not null);
            Assert.True(code is not null, $"{block}: Bolt generates no method '{method}' for the snippets.");
            if (Accepts)
                block.Accept(code);
            else
                Assert.Equal(code, block.Text);
        });
    }

    /// <summary>A method of a generated file: its signature and its body, without the names of namespaces.</summary>
    private static string? Method(string file, string name)
    {
        string[] lines = File.ReadAllLines(file);
        int first = Array.FindIndex(lines, line => line.Contains($" {name}(", StringComparison.Ordinal) && !line.EndsWith(';') && !line.Contains(" = ", StringComparison.Ordinal));
        if (first < 0)
            return null;

        string end = new string(' ', lines[first].Length - lines[first].TrimStart().Length) + "}";
        int last = Array.IndexOf(lines, end, first);
        return Namespaces().Replace(Snippets.Unindent(lines[first..(last + 1)]), "");
    }

    [GeneratedRegex(@"global::(?:Bolt\.Runtime\.|Microsoft\.Extensions\.Logging\.|System\.Runtime\.CompilerServices\.|System\.)?")]
    private static partial Regex Namespaces();
}
