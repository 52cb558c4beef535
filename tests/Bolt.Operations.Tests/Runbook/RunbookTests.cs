using System.Text.Json;
using System.Text.RegularExpressions;
using Bolt.Operations.Tests.Configuration;
using Bolt.Operations.Tests.Servers;
using k8s;
using k8s.Models;

namespace Bolt.Operations.Tests.Runbook;

/// <summary>What can be checked of the runbook without running anything.</summary>
public sealed partial class RunbookTests
{
    private static readonly string[] s_verbs = ["get", "describe", "logs", "exec", "top", "rollout", "scale", "patch", "apply", "port-forward"];

    /// <summary>What is not an object of ours, but belongs to the cluster.</summary>
    private static readonly string[] s_kinds = ["pods", "events", "nodes", "endpoints", "configmap", "deployment", "networkpolicy"];

    public static TheoryData<string> ClusterCommands =>
    [
        .. RunbookPage.Blocks.Where(static block => block.Kind == "bash cluster").SelectMany(static block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct(),
    ];

    [Fact]
    public void Every_block_says_what_can_be_done_with_it()
    {
        Assert.Equal(RunbookPage.FenceCount, RunbookPage.Blocks.Count * 2);
        Assert.All(RunbookPage.Blocks, static block => Assert.Contains(block.Kind, new[] { "bash run", "bash cluster", "bash long", "promql", "promql broken" }));
        Assert.All(RunbookPage.Blocks, static block => Assert.True(block.Kind == "bash run" == block.Expected is not null, $"Line {block.Line}: what is run, and only that, has an expected output."));
    }

    [Fact]
    public void Every_alert_has_a_section_and_a_row()
    {
        foreach (string? alert in Yaml.Documents("ops", "prometheus", "alerts.yml")[0].Items("groups").SelectMany(static group => group.Items("rules")).Select(static rule => rule.Text("alert")))
        {
            Assert.Contains(alert!.ToLowerInvariant(), RunbookPage.Anchors);
            Assert.Contains($"[{alert}](#{alert.ToLowerInvariant()})", RunbookPage.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ops/runbook.md")]
    [InlineData("ops/README.md")]
    [InlineData("ops/incidents/TEMPLATE.md")]
    [InlineData("ops/incidents/REVIEWS.md")]
    [InlineData("docs/operations.md")]
    [InlineData("docs/profiles.md")]
    public void Links_lead_somewhere(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        foreach (Match link in Link().Matches(text))
        {
            string target = link.Groups["target"].Value;
            if (target.StartsWith("http", StringComparison.Ordinal))
                continue;

            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, parts[0]));
            Assert.True(Path.Exists(file), $"{page} leads to {target}, which is not there.");
            if (parts.Length == 2 && file == Repository.PathOf("ops", "runbook.md"))
                Assert.Contains(parts[1], RunbookPage.Anchors);
        }
    }

    /// <summary>Without a cluster, a command is checked by its words, the objects it names, and the fields of what it patches.</summary>
    [Theory]
    [MemberData(nameof(ClusterCommands))]
    public void A_command_for_a_cluster_names_what_there_is(string command)
    {
        string[] words = [.. Word().Matches(command).Select(static match => match.Value.Trim('\'', '"'))];
        Assert.Equal("kubectl", words[0]);
        Assert.Contains(words[1], s_verbs);
        int rollout = words[1] == "rollout" ? 1 : 0;
        if (rollout == 1)
            Assert.Contains(words[2], new[] { "history", "undo", "restart", "status" });

        int space = Array.IndexOf(words, "-n");
        Assert.True(space < 0 ? words.Contains("nodes") || words.Contains("-k") : words[space + 1] == "bolt-logging", "The namespace is bolt-logging.");
        string[] objects = [.. Directory.GetFiles(Repository.PathOf("ops", "kubernetes"), "*.yaml").SelectMany(static file => Yaml.Documents("ops", "kubernetes", Path.GetFileName(file))).Select(static manifest => manifest.Text("metadata", "name") ?? "")];
        foreach (string word in words.Where(static word => BoltName().IsMatch(word)))
            Assert.Contains(word[(word.LastIndexOf('/') + 1)..], objects);

        if (words[1] is "get" or "describe" or "top" or "scale" or "patch")
            Assert.Contains(words[2], s_kinds);

        foreach (string path in words.Where(static word => word.StartsWith("ops/", StringComparison.Ordinal)))
            Assert.True(Path.Exists(Repository.PathOf(path)), $"There is no {path}.");

        if (words[1] == "patch")
            AssertPatch(words[2], words[Array.IndexOf(words, "-p") + 1]);
    }

    [Fact]
    public void A_wrong_patch_is_found()
    {
        Assert.ThrowsAny<Exception>(() => AssertPatch("deployment", """{"spec":{"template":{"spec":{"containers":[{"name":"bolt-app","resource":{}}]}}}}"""));
        Assert.ThrowsAny<Exception>(() => AssertPatch("deployment", """{"spec":{"template":{"spec":{"containers":[{"name":"other","resources":{}}]}}}}"""));
        Assert.ThrowsAny<Exception>(() => AssertPatch("configmap", """{"data":{"GOGC":"50"}}"""));
    }

    [Fact]
    public void What_takes_minutes_is_a_script_that_there_is()
    {
        RunbookBlock[] blocks = [.. RunbookPage.Blocks.Where(static block => block.Kind == "bash long")];
        Assert.Equal(2, blocks.Length);
        Assert.All(blocks, static block => DotNet.Command("bash", Repository.Root, Repository.PathOf(block.Text.Trim().Split(' ')[0]), "--help").MustSucceed().MustSay("Exit code"));
    }

    [ServerFact("promtool")]
    public void Every_query_is_valid_and_reads_what_is_exported()
    {
        using var directory = new TemporaryDirectory();
        string rules = string.Concat(RunbookQueries.Working.Concat(RunbookQueries.Broken).Select(static (query, index) => $"      - record: query:{index}\n        expr: {JsonSerializer.Serialize(query.Expression)}\n"));
        File.WriteAllText(directory.PathOf("queries.yml"), "groups:\n  - name: queries\n    rules:\n" + rules);
        DotNet.Command(Tool.PathOf("promtool"), directory.Root, "check", "rules", "queries.yml").MustSucceed();
        Assert.All(RunbookQueries.Working, static query => ExportedMetrics.AssertKnown(query.Expression));
        Assert.True(RunbookQueries.Working.Count > 35);
    }

    private static void AssertPatch(string kind, string patch)
    {
        if (kind == "configmap")
        {
            V1ConfigMap map = KubernetesYaml.Deserialize<V1ConfigMap>(patch, strict: true);
            Assert.All(map.Data.Keys, static key => Assert.Matches("^(BOLT_(LEVEL|FORMAT|EVENT_POOL_SIZE)|DOTNET_GC.*)$", key));
            return;
        }

        V1Deployment deployment = KubernetesYaml.Deserialize<V1Deployment>(patch, strict: true);
        Assert.All(deployment.Spec.Template.Spec.Containers, static container => Assert.Equal("bolt-app", container.Name));
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(\w+/)?bolt-app[\w-]*$")]
    private static partial Regex BoltName();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
