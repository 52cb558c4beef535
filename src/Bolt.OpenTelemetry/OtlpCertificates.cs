using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bolt.OpenTelemetry;

/// <summary>The certificates that the environment names, read once.</summary>
internal sealed record OtlpCertificates(X509Certificate2Collection? Trusted, X509Certificate2? Client)
{
    internal static OtlpCertificates Read((string Name, string? Value) trusted, (string Name, string? Value) client, (string Name, string? Value) key)
    {
        if (client.Value is null != key.Value is null)
            throw new ArgumentException($"Only one of {client.Name} and {key.Name} is set: a client's certificate needs its key; set both or neither.");

        return new OtlpCertificates(
            trusted.Value is null ? null : Load(trusted, static path =>
            {
                var certificates = new X509Certificate2Collection();
                certificates.ImportFromPemFile(path);
                return certificates.Count > 0 ? certificates : throw new CryptographicException("The file holds no certificate.");
            }),
            client.Value is null ? null : Load(client, path => X509Certificate2.CreateFromPemFile(path, key.Value)));
    }

    /// <summary>Connects as they say.</summary>
    internal SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler();
        if (Trusted is not null)
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(Trusted);
        }

        if (Client is not null)
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(Client, null);

        return handler;
    }

    private static T Load<T>((string Name, string? Value) variable, Func<string, T> load)
    {
        try
        {
            return load(variable.Value!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ArgumentException($"{variable.Name} is '{variable.Value}', which cannot be read: {error.Message} Name a PEM file.", error);
        }
    }
}
