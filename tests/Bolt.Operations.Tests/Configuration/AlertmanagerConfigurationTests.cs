using Bolt.Operations.Tests.Servers;
using YamlDotNet.RepresentationModel;

namespace Bolt.Operations.Tests.Configuration;

public sealed class AlertmanagerConfigurationTests
{
    [ServerFact("amtool")]
    public void The_configuration_is_valid() =>
        DotNet.Command(Tool.PathOf("amtool"), Repository.PathOf("ops", "alertmanager"), "check-config", "alertmanager.yml").MustSucceed().MustSay("6 receivers");

    [ServerTheory("amtool")]
    [InlineData("bolt-critical-alerts,capacity-alerts", "alertname=BoltLoggingRateCritical", "component=bolt-logging", "severity=critical", "category=capacity")]
    [InlineData("bolt-warning-alerts,business-alerts", "alertname=BoltSilentPeriod", "component=bolt-logging", "severity=warning", "category=business")]
    [InlineData("bolt-critical-alerts,infrastructure-alerts", "alertname=BoltDiskSpaceLow", "component=bolt-logging", "severity=critical", "category=infrastructure")]
    [InlineData("default", "alertname=Other")]
    public void An_alert_goes_to_those_it_is_for(string receivers, params string[] labels) =>
        Assert.Equal(
            receivers,
            DotNet.Command(Tool.PathOf("amtool"), Repository.PathOf("ops", "alertmanager"), ["config", "routes", "test", "--config.file=alertmanager.yml", .. labels]).MustSucceed().StandardOutput.Trim());

    [Fact]
    public void No_secret_stands_in_the_configuration() => Assert.DoesNotContain(
        Scalars(Yaml.Documents("ops", "alertmanager", "alertmanager.yml")[0]),
        static pair => (pair.Key.EndsWith("_key", StringComparison.Ordinal) || pair.Key.EndsWith("password", StringComparison.Ordinal) || pair.Key.EndsWith("_url", StringComparison.Ordinal)) && !pair.Value.StartsWith("{{", StringComparison.Ordinal));

    private static IEnumerable<(string Key, string Value)> Scalars(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(static pair => pair.Value is YamlScalarNode scalar ? [(pair.Key.ToString(), scalar.Value ?? "")] : Scalars(pair.Value)),
        YamlSequenceNode sequence => sequence.SelectMany(Scalars),
        _ => [],
    };
}
