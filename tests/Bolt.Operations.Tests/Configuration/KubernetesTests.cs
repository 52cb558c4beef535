using System.Text.Json;
using Bolt.Operations.Tests.Servers;
using k8s;
using k8s.Models;
using YamlDotNet.RepresentationModel;

namespace Bolt.Operations.Tests.Configuration;

/// <summary>
/// The manifests, validated without a cluster: Kubernetes' own kinds by the models of its client, which refuse a field they do not know;
/// the kinds of operators, for which no package has models, by the fields that their documentation has.
/// </summary>
public sealed class KubernetesTests
{
    private static readonly Dictionary<string, Type> s_models = new()
    {
        ["v1/Namespace"] = typeof(V1Namespace),
        ["v1/ServiceAccount"] = typeof(V1ServiceAccount),
        ["v1/ConfigMap"] = typeof(V1ConfigMap),
        ["v1/Service"] = typeof(V1Service),
        ["apps/v1/Deployment"] = typeof(V1Deployment),
        ["autoscaling/v2/HorizontalPodAutoscaler"] = typeof(V2HorizontalPodAutoscaler),
        ["policy/v1/PodDisruptionBudget"] = typeof(V1PodDisruptionBudget),
        ["networking.k8s.io/v1/NetworkPolicy"] = typeof(V1NetworkPolicy),
    };

    /// <summary>Of the kinds of operators: every path of keys that a manifest of ours may have; a star stands for the items of a list.</summary>
    private static readonly Dictionary<string, string[]> s_customKinds = new()
    {
        ["monitoring.coreos.com/v1/ServiceMonitor"] =
        [
            "jobLabel", "selector/matchLabels", "namespaceSelector/matchNames", "endpoints/*/port", "endpoints/*/path", "endpoints/*/interval", "endpoints/*/scrapeTimeout",
        ],
        ["argoproj.io/v1alpha1/AnalysisTemplate"] =
        [
            "args/*/name", "args/*/value", "metrics/*/name", "metrics/*/interval", "metrics/*/count", "metrics/*/failureLimit", "metrics/*/inconclusiveLimit",
            "metrics/*/successCondition", "metrics/*/failureCondition", "metrics/*/provider/prometheus/address", "metrics/*/provider/prometheus/query",
        ],
        ["argoproj.io/v1alpha1/Rollout"] =
        [
            "replicas", "workloadRef/apiVersion", "workloadRef/kind", "workloadRef/name", "workloadRef/scaleDown", "selector/matchLabels",
            "strategy/canary/maxUnavailable", "strategy/canary/maxSurge", "strategy/canary/steps/*/setWeight", "strategy/canary/steps/*/pause/duration",
            "strategy/canary/steps/*/analysis/templates/*/templateName", "strategy/canary/steps/*/analysis/args/*/name",
            "strategy/canary/steps/*/analysis/args/*/valueFrom/podTemplateHashValue",
        ],
    };

    public static TheoryData<string> Manifests => [.. ManifestFiles];

    private static IEnumerable<string> ManifestFiles => Files("*.yaml").Where(static file => file is not ("kustomization.yaml" or "prometheus-adapter.yaml"));

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_manifest_has_only_fields_that_its_kind_knows(string file)
    {
        foreach (YamlNode manifest in Documents(file))
        {
            string kind = $"{manifest.Text("apiVersion")}/{manifest.Text("kind")}";
            Assert.Equal(kind == "v1/Namespace" ? null : "bolt-logging", manifest.Text("metadata", "namespace"));
            if (s_models.TryGetValue(kind, out Type? model))
                AssertStrict(manifest, model);
            else
                Assert.All(Leaves(manifest.At("spec")!, ""), leaf => Assert.Contains(s_customKinds[kind], known => leaf == known || leaf.StartsWith(known + "/", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("deployment.yaml", "readinessProbe:", "readynessProbe:")]
    [InlineData("hpa.yaml", "minReplicas: 3", "minReplicas: three")]
    [InlineData("networkpolicy.yaml", "podSelector:", "podSelektor:")]
    public void A_field_that_is_misspelt_or_of_another_type_is_found(string file, string right, string wrong)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(PathOf(file)).Replace(right, wrong, StringComparison.Ordinal)));
        YamlNode manifest = yaml.Documents[0].RootNode;
        Assert.ThrowsAny<Exception>(() => AssertStrict(manifest, s_models[$"{manifest.Text("apiVersion")}/{manifest.Text("kind")}"]));
    }

    [Fact]
    public void There_are_the_runbook_s_objects_and_each_is_applied()
    {
        string[] objects = [.. ManifestFiles.Where(static file => !file.StartsWith("canary", StringComparison.Ordinal)).SelectMany(Documents).Select(static manifest => $"{manifest.Text("kind")} {manifest.Text("metadata", "name")}").Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "ConfigMap bolt-app-config", "Deployment bolt-app", "HorizontalPodAutoscaler bolt-app-hpa", "Namespace bolt-logging", "NetworkPolicy bolt-app-netpol",
                "PodDisruptionBudget bolt-app-pdb", "Service bolt-app-metrics", "Service bolt-app-service", "ServiceAccount bolt-app", "ServiceMonitor bolt-app-monitor",
            ],
            objects);
        Assert.Equal(
            ManifestFiles.Where(static file => !file.Contains('/', StringComparison.Ordinal)).Order(),
            Documents("kustomization.yaml")[0].Items("resources").Select(static item => item.ToString()).Order());
    }

    [Fact]
    public void Selectors_find_the_pods_and_ports_have_the_names_that_are_asked_for()
    {
        V1Deployment deployment = Model<V1Deployment>("deployment.yaml");
        IDictionary<string, string> labels = deployment.Spec.Template.Metadata.Labels;
        V1Container container = Assert.Single(deployment.Spec.Template.Spec.Containers);
        string[] ports = [.. container.Ports.Select(static port => port.Name)];

        Assert.Equal(labels, deployment.Spec.Selector.MatchLabels);
        Assert.Equal(labels, Model<V1PodDisruptionBudget>("pdb.yaml").Spec.Selector.MatchLabels);
        V1NetworkPolicy policy = Model<V1NetworkPolicy>("networkpolicy.yaml");
        Assert.Equal(labels, policy.Spec.PodSelector.MatchLabels);
        Assert.All(policy.Spec.Ingress.SelectMany(static rule => rule.Ports), port => Assert.Contains(port.Port.Value, ports));
        foreach (YamlNode manifest in Documents("service.yaml"))
        {
            Assert.Equal("bolt-app", manifest.Text("spec", "selector", "app"));
            Assert.All(manifest.Items("spec", "ports"), port => Assert.Contains(port.Text("targetPort"), ports));
        }

        foreach (V1Probe probe in new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe })
            Assert.Equal("health", probe.HttpGet.Port.Value);

        Assert.Equal("bolt-app", Model<V2HorizontalPodAutoscaler>("hpa.yaml").Spec.ScaleTargetRef.Name);
    }

    [Fact]
    public void The_service_monitor_finds_one_service_whose_job_is_that_of_the_alerts()
    {
        YamlNode monitor = Documents("servicemonitor.yaml")[0];
        var wanted = (YamlMappingNode)monitor.At("spec", "selector", "matchLabels")!;
        YamlNode service = Assert.Single(Documents("service.yaml"), service => wanted.Children.All(label => service.Text("metadata", "labels", label.Key.ToString()) == label.Value.ToString()));
        Assert.Equal("bolt-app", service.Text("metadata", "labels", monitor.Text("spec", "jobLabel")!));
        Assert.Contains(service.Items("spec", "ports"), port => port.Text("name") == monitor.Items("spec", "endpoints").Single().Text("port"));
    }

    [Fact]
    public void The_debug_port_is_on_loopback_and_nowhere_else()
    {
        V1Container container = Model<V1Deployment>("deployment.yaml").Spec.Template.Spec.Containers[0];
        Assert.Equal("localhost:6060", container.Env.Single(static variable => variable.Name == "BOLT_DEBUG_ADDR").Value);
        Assert.DoesNotContain(container.Ports, static port => port.ContainerPort == 6060);
        Assert.All(Files("*.yaml").Where(static file => file != "deployment.yaml"), static file => Assert.DoesNotContain("6060", File.ReadAllText(PathOf(file)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_configuration_map_is_what_the_program_reads()
    {
        V1ConfigMap map = Model<V1ConfigMap>("configmap.yaml");
        YamlNode inMap = Parse(map.Data["config.yaml"]);
        YamlNode inProgram = Yaml.Documents("samples", "BoltApp", "config.yaml")[0];
        Assert.Equal(Leaves(inProgram, "").Order(), Leaves(inMap, "").Order());

        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.PathOf("config.yaml"), map.Data["config.yaml"].Replace("port: 8081", $"port: {ServerProcess.FreePort()}", StringComparison.Ordinal).Replace("event_pool_size: 8192", "event_pool_size: 4096", StringComparison.Ordinal));
        using BoltAppProcess app = await BoltAppProcess.StartAsync(new Dictionary<string, string?> { ["CONFIG_PATH"] = directory.PathOf("config.yaml") });
        Assert.Equal(4096, await app.MetricAsync("bolt_event_pool_total_events"));
        Assert.Equal(2, app.Lines.Count(static line => line.StartsWith("bolt-app: serving ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_canary_asks_what_is_exported_and_the_rollout_asks_the_canary()
    {
        YamlNode template = Documents("canary/analysistemplate.yaml")[0];
        string[] queries = [.. template.Items("spec", "metrics").Select(static metric => metric.Text("provider", "prometheus", "query")!)];
        Assert.All(queries, ExportedMetrics.AssertKnown);
        Assert.Contains(queries, static query => query.Contains("histogram_quantile(0.95", StringComparison.Ordinal));
        Assert.Contains(queries, static query => query.Contains("bolt_allocation_count_total", StringComparison.Ordinal));
        Assert.Equal(
            [template.Text("metadata", "name")],
            Documents("canary/rollout.yaml")[0].Items("spec", "strategy", "canary", "steps").SelectMany(static step => step.Items("analysis", "templates")).Select(static name => name.Text("templateName")).Distinct());
    }

    private static string PathOf(string file) => Repository.PathOf("ops", "kubernetes", file);

    private static IEnumerable<string> Files(string pattern)
    {
        string folder = Repository.PathOf("ops", "kubernetes");
        return Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file));
    }

    private static IReadOnlyList<YamlNode> Documents(string file) => Yaml.Documents(["ops", "kubernetes", .. file.Split('/')]);

    private static YamlNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents[0].RootNode;
    }

    private static T Model<T>(string file) => KubernetesYaml.Deserialize<T>(File.ReadAllText(PathOf(file)), strict: true);

    private static void AssertStrict(YamlNode manifest, Type model)
    {
        var text = new StringWriter();
        new YamlStream(new YamlDocument(manifest)).Save(text, assignAnchors: false);
        var types = new Dictionary<string, Type> { [$"{manifest.Text("apiVersion")}/{manifest.Text("kind")}"] = model };
        Assert.IsType(model, Assert.Single(KubernetesYaml.LoadAllFromString(text.ToString(), types, strict: true)));
    }

    private static IEnumerable<string> Leaves(YamlNode node, string path) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(pair => Leaves(pair.Value, path.Length == 0 ? pair.Key.ToString() : $"{path}/{pair.Key}")),
        YamlSequenceNode sequence => sequence.SelectMany(item => Leaves(item, item is YamlScalarNode ? path : path + "/*")).Distinct(),
        _ => [path],
    };
}
