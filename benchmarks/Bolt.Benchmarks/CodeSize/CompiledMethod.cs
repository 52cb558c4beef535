using System.Globalization;
using System.Text.RegularExpressions;

namespace Bolt.Benchmarks.CodeSize;

/// <summary>A line of the JIT's summary (<c>DOTNET_JitDisasmSummary</c>): one compilation of one method.</summary>
/// <param name="Name">The method, with its type and its type arguments.</param>
/// <param name="Tier">Which compilation: <c>Tier0</c>, <c>Instrumented Tier0</c>, <c>Tier1 with Dynamic PGO</c>, …</param>
/// <param name="Bytes">Bytes of native code.</param>
internal sealed partial record CompiledMethod(string Name, string Tier, int Bytes)
{
    /// <summary>Whether this is the code that stays.</summary>
    public bool IsForGood => Tier.StartsWith("Tier1", StringComparison.Ordinal) || Tier.StartsWith("FullOpts", StringComparison.Ordinal);

    public static IEnumerable<CompiledMethod> Read(string path) => File.ReadLines(path)
        .Select(static line => Line().Match(line))
        .Where(static match => match.Success)
        .Select(static match => new CompiledMethod(match.Groups[1].Value, match.Groups[2].Value, int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^ *\d+: JIT compiled (.*) \[([^\[\]]*), IL size=\d+, code size=(\d+)[^\[\]]*\]$")]
    private static partial Regex Line();
}
