using System.Globalization;
using Bolt.Operations.Tests.Servers;

namespace Bolt.Operations.Tests.Scripts;

public sealed class ScriptTests
{
    public static TheoryData<string> Scripts => [.. Directory.GetFiles(Repository.PathOf("scripts"), "*.sh").Select(static file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_valid(string script) => DotNet.Command("bash", Repository.Root, "-n", Repository.PathOf("scripts", script)).MustSucceed();

    [ServerFact("hey", "jq")]
    public void A_load_test_fails_where_nothing_answers()
    {
        string nowhere = $"BASE_URL=http://127.0.0.1:{ServerProcess.FreePort()}";
        DotNet.Command("env", Repository.Root, nowhere, "DURATION=1", "RATE=5", Repository.PathOf("scripts", "load-test.sh")).MustFail().MustSay("NOT MET  errors: 5 of 5 requests");
    }

    [ServerFact("jq")]
    public void A_new_allocation_between_two_builds_is_found()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("base.sarif"), Sarif(("BOLT1001", 10)));
        File.WriteAllText(directory.PathOf("moved.sarif"), Sarif(("BOLT1001", 12)));
        File.WriteAllText(directory.PathOf("worse.sarif"), Sarif(("BOLT1001", 12), ("BOLT1101", 20), ("CS0168", 30)));

        Diff("base.sarif", "moved.sarif").MustSucceed();
        CommandResult worse = Diff("base.sarif", "worse.sarif").MustFail().MustSay("BOLT1101");
        Assert.Equal(1, worse.ExitCode);
        Assert.DoesNotContain("CS0168", worse.Output);
        Diff("worse.sarif", "base.sarif").MustSucceed();
        Assert.Equal(2, Diff("base.sarif", "missing.sarif").ExitCode);

        CommandResult Diff(string before, string after) => DotNet.Command(Repository.PathOf("scripts", "sarif-diff.sh"), Repository.Root, directory.PathOf(before), directory.PathOf(after));
    }

    private static string Sarif(params (string Rule, int Line)[] results)
    {
        const string Result = """{"ruleId": "RULE", "level": "warning", "message": {"text": "RULE here"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/Code.cs"}, "region": {"startLine": LINE, "startColumn": 1, "endLine": LINE, "endColumn": 2}}}]}""";
        const string Log = """{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "csc"}}, "results": [RESULTS]}]}""";
        IEnumerable<string> texts = results.Select(static result => Result
            .Replace("RULE", result.Rule, StringComparison.Ordinal)
            .Replace("LINE", result.Line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return Log.Replace("RESULTS", string.Join(", ", texts), StringComparison.Ordinal);
    }
}
