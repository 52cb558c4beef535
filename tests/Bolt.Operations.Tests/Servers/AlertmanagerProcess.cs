using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Bolt.Operations.Tests.Servers;

/// <summary>What the Alertmanager has sent to somebody.</summary>
/// <param name="Receiver">To whom, by the receiver's name in ops/alertmanager.</param>
/// <param name="Alert">The alert's name.</param>
/// <param name="Labels">Its labels.</param>
internal sealed record Notification(string Receiver, string Alert, IReadOnlyDictionary<string, string> Labels);

/// <summary>A real Alertmanager with the routes and inhibitions of ops/alertmanager; its times are shortened, and what it sends comes to this test.</summary>
internal sealed partial class AlertmanagerProcess : IDisposable
{
    private readonly TemporaryDirectory _directory;
    private readonly HttpListener _mailbox;
    private readonly List<Notification> _received = [];
    private ServerProcess? _process;

    private AlertmanagerProcess(TemporaryDirectory directory, HttpListener mailbox, Uri address)
    {
        _directory = directory;
        _mailbox = mailbox;
        Address = address;
    }

    public Uri Address { get; }

    public IReadOnlyList<Notification> Received
    {
        get
        {
            lock (_received)
                return [.. _received];
        }
    }

    public static async Task<AlertmanagerProcess> StartAsync()
    {
        int mailboxPort = ServerProcess.FreePort();
        var mailbox = new HttpListener();
        mailbox.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{mailboxPort}/"));
        mailbox.Start();
        var directory = new TemporaryDirectory();
        int port = ServerProcess.FreePort();
        var alertmanager = new AlertmanagerProcess(directory, mailbox, new Uri($"http://127.0.0.1:{port}/"));
        _ = alertmanager.ReceiveAsync();
        try
        {
            File.WriteAllText(directory.PathOf("alertmanager.yml"), Overlay(File.ReadAllText(Repository.PathOf("ops", "alertmanager", "alertmanager.yml")), mailboxPort));
            alertmanager._process = ServerProcess.Start(
                Tool.PathOf("prometheus-alertmanager"),
                [
                    $"--config.file={directory.PathOf("alertmanager.yml")}", $"--storage.path={directory.PathOf("data")}",
                    string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--cluster.listen-address=", "--log.level=warn",
                ]);
            await alertmanager._process.AnswersAsync(new Uri(alertmanager.Address, "-/ready"));
            return alertmanager;
        }
        catch
        {
            alertmanager.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _process?.Dispose();
        _mailbox.Close();
        _directory.Dispose();
    }

    /// <summary>Routes and inhibitions stay; every receiver becomes the mailbox, by its own name.</summary>
    private static string Overlay(string configuration, int mailboxPort)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(ShortWaits().Replace(configuration, "${key}: 1s")));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        root.Children.Remove("global");
        root.Children.Remove("templates");
        foreach (YamlNode receiver in (YamlSequenceNode)root["receivers"])
        {
            var mapping = (YamlMappingNode)receiver;
            string name = ((YamlScalarNode)mapping["name"]).Value!;
            mapping.Children.Clear();
            mapping.Add("name", name);
            mapping.Add("webhook_configs", new YamlSequenceNode(new YamlMappingNode("url", $"http://127.0.0.1:{mailboxPort}/{name}", "send_resolved", "false")));
        }

        var text = new StringWriter(CultureInfo.InvariantCulture);
        yaml.Save(text, assignAnchors: false);
        return text.ToString();
    }

    private async Task ReceiveAsync()
    {
        while (_mailbox.IsListening)
        {
            try
            {
                HttpListenerContext context = await _mailbox.GetContextAsync();
                using JsonDocument message = await JsonDocument.ParseAsync(context.Request.InputStream);
                string receiver = context.Request.Url!.AbsolutePath[1..];
                lock (_received)
                {
                    foreach (JsonElement alert in message.RootElement.GetProperty("alerts").EnumerateArray())
                    {
                        Dictionary<string, string> labels = alert.GetProperty("labels").EnumerateObject().ToDictionary(static label => label.Name, static label => label.Value.GetString()!);
                        _received.Add(new Notification(receiver, labels["alertname"], labels));
                    }
                }

                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    [GeneratedRegex(@"(?<key>group_wait|group_interval): \d+[smhd]")]
    private static partial Regex ShortWaits();
}
