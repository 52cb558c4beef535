using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bolt.OpenTelemetry.Tests.Receiver;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Bolt.OpenTelemetry.Tests;

/// <summary>The certificates that the environment names.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(OtlpProtocol.Grpc)]
    [InlineData(OtlpProtocol.HttpProtobuf)]
    public async Task An_endpoint_is_trusted_and_the_client_presents_itself_as_the_environment_says(OtlpProtocol protocol)
    {
        using X509Certificate2 server = Create("CN=localhost", "server");
        using X509Certificate2 client = Create("CN=shop", "client");
        string? presented = null;
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(protocol, https: listen => listen.Options.UseHttps(https =>
        {
            https.ServerCertificate = server;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (certificate, _, _) =>
            {
                presented = certificate.Subject;
                return true;
            };
        }));
        Assert.Equal("https", receiver.Address.Scheme);
        using (var sink = new OtlpSink(
            new OtlpSinkOptions { Endpoint = new Uri($"https://localhost:{receiver.Address.Port}"), Protocol = protocol, FlushTimeout = TimeSpan.FromSeconds(30) },
            name => name switch
            {
                "OTEL_EXPORTER_OTLP_CERTIFICATE" => _directory.PathOf("server.pem"),
                "OTEL_EXPORTER_OTLP_LOGS_CLIENT_CERTIFICATE" => _directory.PathOf("client.pem"),
                "OTEL_EXPORTER_OTLP_LOGS_CLIENT_KEY" => _directory.PathOf("client.key"),
                _ => null,
            }))
        {
            sink.Write(Lines.Of(0, 1), 1);
            sink.Flush();
        }

        Assert.Single(receiver.Logs);
        Assert.Equal("CN=shop", presented);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_vouches_for_gets_nothing()
    {
        using X509Certificate2 server = Create("CN=localhost", "server");
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync(OtlpProtocol.HttpProtobuf, https: listen => listen.Options.UseHttps(server));
        using var sink = new OtlpSink(new OtlpSinkOptions { Endpoint = new Uri($"https://localhost:{receiver.Address.Port}"), Protocol = OtlpProtocol.HttpProtobuf, FlushTimeout = TimeSpan.FromSeconds(1) });
        sink.Write(Lines.Of(0, 1), 1);
        Assert.Throws<TimeoutException>(sink.Flush);
        Assert.Equal(0, receiver.Requests);
        Assert.Equal(1, sink.QueuedRecords);
    }

    private X509Certificate2 Create(string subject, string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        File.WriteAllText(_directory.PathOf($"{name}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_directory.PathOf($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
