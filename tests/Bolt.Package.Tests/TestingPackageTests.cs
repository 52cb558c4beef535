using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>What somebody sees who adds Bolt.Testing, which brings Bolt. With each test framework it runs in samples/Testing.</summary>
[Collection(PackageCollection.Name)]
public sealed class TestingPackageTests(PackedBolt bolt)
{
    [Fact]
    public void The_guide_s_code_does_what_the_guide_says()
    {
        using var project = new ConsumerProject(bolt, "<Optimize>true</Optimize>", $"""<PackageReference Include="Bolt.Testing" Version="{bolt.Version}" />""");
        project.Write("Program.cs", Snippets.Read("Testing/Guide.cs"));
        project.Build().MustSucceed();

        project.Run().MustSucceed()
            .MustSay("4711 for Ada in Bern, 59.90, took 00:00:01.5000000")
            .MustSay("Expected one record with event 'OrderPaid', level info, field 'orderId' = 42, but there are none.")
            .MustSay("Of 3 recorded, 2 with event 'OrderPaid', of these 1 with level info, of these 0 with field 'orderId' = 42.")
            .MustSay("The field 'orderId' is a number, 4711: it cannot be read as Guid.")
            .MustSay("Expected no allocation, but 24 B per call were allocated on average")
            .MustSay("System.Int32 (boxed), 24 B.")
            .MustSay("at 2026-01-02 03:04:05");
    }
}
