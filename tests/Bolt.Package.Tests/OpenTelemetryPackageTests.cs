using System.Net;
using System.Net.Sockets;
using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>What somebody sees who adds Bolt.OpenTelemetry, which brings Bolt and the SDK's exporter.</summary>
[Collection(PackageCollection.Name)]
public sealed class OpenTelemetryPackageTests(PackedBolt bolt)
{
    [Fact]
    public async Task A_program_sends_its_records_to_the_endpoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> request = AnswerAsync(listener);
        using var project = new ConsumerProject(bolt, properties: "", $"""<PackageReference Include="Bolt.OpenTelemetry" Version="{bolt.Version}" />""");
        project.Write("Program.cs", Snippets.Read("OpenTelemetry/Otlp.cs").Replace("http://localhost:4317\")", $"http://{listener.LocalEndpoint}\"), Protocol = OtlpProtocol.HttpProtobuf", StringComparison.Ordinal));
        project.Build().MustSucceed();

        project.Run().MustSucceed().MustSay("logged");
        string text = await request.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.StartsWith("POST /v1/logs HTTP/1.1\r\n", text);
        Assert.Contains("Opened", text);
        Assert.Contains("shop", text);
    }

    /// <summary>Reads a request and accepts it.</summary>
    private static async Task<string> AnswerAsync(TcpListener listener)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        var request = new System.Text.StringBuilder();
        byte[] buffer = new byte[16 << 10];
        int length = -1;
        while (length < 0 || request.Length < length)
        {
            int read = await stream.ReadAsync(buffer);
            Assert.NotEqual(0, read);
            _ = request.Append(System.Text.Encoding.Latin1.GetString(buffer, 0, read));
            string head = request.ToString();
            int end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            int field = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            if (end >= 0)
                length = end + 4 + int.Parse(head.AsSpan(field + 16, head.IndexOf('\r', field) - field - 16), System.Globalization.CultureInfo.InvariantCulture);
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        return request.ToString();
    }
}
