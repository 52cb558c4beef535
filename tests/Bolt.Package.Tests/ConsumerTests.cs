using System.Text.Json;
using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>What somebody sees who adds the package to a project.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackedBolt bolt)
{
    private const string UnknownHole = """
        using Bolt;
        using Microsoft.Extensions.Logging;

        Console.WriteLine("not reached");

        static partial class Log
        {
            [LogEvent(LogLevel.Information, "User {name} logged in from {ip}")]
            public static partial void LoggedIn(ILogger logger, string name);
        }
        """;

    private const string NotPartial = """
        using Bolt;
        using Microsoft.Extensions.Logging;

        using var factory = BoltLoggerFactory.Create(options => options.Include = RecordParts.None);
        Log.LoggedIn(factory.CreateLogger("App"), "ada");

        static class Log
        {
            [LogEvent(LogLevel.Information, "{name} logged in")]
            public static void LoggedIn(ILogger logger, string name);
        }
        """;

    [Fact]
    public void The_first_program_of_the_readme_builds_without_a_warning_and_writes_its_record()
    {
        using var project = new ConsumerProject(bolt);
        project.Write("Program.cs", Snippets.Read("FirstProgram.cs"));
        project.Build().MustSucceed();

        string[] lines = project.Run().MustSucceed().StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        JsonElement record = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal(["time", "level", "category", "event", "OrderId", "Amount", "Currency", "message"], record.EnumerateObject().Select(field => field.Name));
        Assert.EndsWith(
            """Z","level":"info","category":"Shop","event":"OrderPaid","OrderId":4711,"Amount":59.90,"Currency":"Eur","message":"Order 4711 paid: 59.90 Eur"}""",
            lines[0],
            StringComparison.Ordinal);
        Assert.InRange(record.GetProperty("time").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
    }

    [Fact]
    public void A_mistake_is_an_error_at_its_place_with_a_link_to_its_page()
    {
        using var project = new ConsumerProject(bolt);
        project.Write("Program.cs", UnknownHole);

        CommandResult build = project.Build("-p:ErrorLog=app.sarif%2Cversion=2.1").MustFail();

        // One mistake, one error: not the compiler's "must have an implementation" as well.
        build.MustSay("Program.cs(8,65): error BOLT0006");
        JsonElement run = JsonDocument.Parse(project.Read("app.sarif")).RootElement.GetProperty("runs")[0];
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("BOLT0006", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Contains("ip", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "BOLT0006");
        Assert.EndsWith("/docs/rules/BOLT0006.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dotnet_format_applies_a_fix_and_the_project_builds_and_runs_after_it()
    {
        using var project = new ConsumerProject(bolt);
        project.Write("Program.cs", NotPartial);
        project.Build().MustFail();

        project.Format("analyzers", "App.csproj", "--diagnostics", "BOLT0001", "--severity", "error", "--no-restore").MustSucceed();

        Assert.Contains("static partial class Log", project.Read("Program.cs"), StringComparison.Ordinal);
        Assert.Contains("public static partial void LoggedIn", project.Read("Program.cs"), StringComparison.Ordinal);
        project.Build("--no-restore").MustSucceed();
        Assert.Equal("""{"level":"info","name":"ada","message":"ada logged in"}""" + "\n", project.Run().MustSucceed().StandardOutput);
    }

    [Fact]
    public void An_sdk_that_is_too_old_is_named_with_the_cure()
    {
        using var project = new ConsumerProject(bolt);
        project.Write("Program.cs", "return 0;");

        CommandResult build = project.Build("-p:NETCoreSdkVersion=9.0.203").MustFail();

        build.MustSay("error BOLTCFG001: Bolt needs the .NET SDK 9.0.300 or later; this build uses 9.0.203.");
    }

    [Fact]
    public void A_target_framework_that_is_too_old_is_named_with_the_cure()
    {
        using var project = new ConsumerProject(bolt, "<TargetFramework>netstandard2.0</TargetFramework>");
        project.Write("Program.cs", "return 0;");

        project.Build().MustFail().MustSay("error BOLTCFG001: Bolt needs the target framework net10.0 or later; App targets netstandard2.0.");
    }
}
