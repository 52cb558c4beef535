using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>What somebody sees who classifies data and adds Microsoft's redactors.</summary>
[Collection(PackageCollection.Name)]
public sealed class RedactionPackageTests(PackedBolt bolt)
{
    [Fact]
    public void A_program_redacts_what_is_classified()
    {
        using var project = new ConsumerProject(
            bolt,
            properties: "",
            $"""
            <PackageReference Include="Bolt" Version="{bolt.Version}" />
            <PackageReference Include="Microsoft.Extensions.Compliance.Redaction" Version="10.0.0" />
            <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.0" />
            """);
        project.Write(
            "Program.cs",
            Snippets.Read("Redaction/Redaction.cs").Replace("""Environment.GetEnvironmentVariable("LOG_KEY")""", "Convert.ToBase64String(new byte[44])", StringComparison.Ordinal));
        project.Build().MustSucceed();

        project.Run().MustSucceed()
            .MustSay("\"name\":\"\",\"payment\":{\"Iban\":\"1:")
            .MustSay("\"Amount\":59.90},\"message\":\" signed up\"}");
    }
}
