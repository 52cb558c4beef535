using Microsoft.CodeAnalysis.Emit;

namespace Bolt.Gate.Tests;

public sealed class BOLT9002Tests
{
    private const string Source = "public class C { [Bolt.ZeroAlloc] public object M() => new object(); }";

    [Fact]
    public void Embedded_debug_information_is_read()
    {
        using var compiled = new CompiledCase(Source, optimised: true, DebugInformationFormat.Embedded);

        GateReport report = compiled.Scan();

        Assert.Null(report.Problem);
        Assert.Equal(1, Assert.Single(report.Findings).Place!.Line);
    }

    [Fact]
    public void A_missing_file_is_named_with_what_to_set()
    {
        using var compiled = new CompiledCase(Source, optimised: true);
        File.Delete(compiled.Symbols);

        Assert.Equal($"has no debug information: '{compiled.Symbols}' does not exist; set DebugType to portable or embedded", compiled.Scan().Problem);
    }

    [Fact]
    public void The_windows_format_is_named_with_what_to_set()
    {
        using var compiled = new CompiledCase(Source, optimised: true);
        File.WriteAllText(compiled.Symbols, "Microsoft C/C++ MSF 7.00\r\n\u001aDS\0\0\0");

        Assert.Equal("has debug information in the Windows format; set DebugType to portable or embedded", compiled.Scan().Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("BSJB and then nothing of use")]
    public void A_broken_file_is_named(string text)
    {
        using var compiled = new CompiledCase(Source, optimised: true);
        File.WriteAllText(compiled.Symbols, text);

        Assert.StartsWith("has debug information that cannot be read", compiled.Scan().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_build_is_named()
    {
        using var compiled = new CompiledCase(Source, optimised: true);
        using var other = new CompiledCase(Source + " ", optimised: true);
        File.Copy(other.Symbols, compiled.Symbols, overwrite: true);

        Assert.EndsWith("are of different builds; rebuild", compiled.Scan().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_contracts_no_debug_information_is_needed()
    {
        using var compiled = new CompiledCase("public class C { public object M() => new object(); }", optimised: true);
        File.Delete(compiled.Symbols);

        Assert.Equal((0, null), (compiled.Scan().Members, compiled.Scan().Problem));
    }

    [Fact]
    public void What_is_no_assembly_is_refused()
    {
        using var compiled = new CompiledCase(Source, optimised: true);
        File.WriteAllText(compiled.Assembly, "MZ no");

        Assert.Throws<BadImageFormatException>(() => compiled.Scan());
    }
}
