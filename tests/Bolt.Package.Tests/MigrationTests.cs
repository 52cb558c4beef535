using System.Text.Json;
using Bolt.Package.Tests.Consumer;

namespace Bolt.Package.Tests;

/// <summary>The sample with the log calls of Microsoft.Extensions.Logging, converted by the command that the documentation gives.</summary>
[Collection(PackageCollection.Name)]
public sealed class MigrationTests(PackedBolt bolt)
{
    private static readonly string[] s_format = ["analyzers", "--diagnostics", "BOLT2001", "--severity", "info"];

    /// <summary>With BOLT_ACCEPT=1 in the environment, writes samples/Migration.After instead of comparing it.</summary>
    [Fact]
    public void It_converts_every_call_once_and_logs_the_same_messages()
    {
        using var app = new ConsumerProject(bolt);
        app.Write("App.csproj", app.Read("App.csproj").Replace("</ItemGroup>", "<PackageReference Include=\"Microsoft.Extensions.Logging\" Version=\"10.0.0\" /></ItemGroup>", StringComparison.Ordinal));
        string[] files = [.. Sources(Repository.PathOf("samples", "Migration"))];
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(app.PathOf(file))!);
            app.Write(file, File.ReadAllText(Repository.PathOf("samples", "Migration", file)));
        }

        Assert.True(files.Sum(file => Calls(app.Read(file))) >= 60);
        Assert.True(files.Count(file => Calls(app.Read(file)) > 0) >= 12);
        app.Build().MustSucceed();
        string[] before = Messages(app);
        Assert.NotEmpty(before);

        app.Format(s_format).MustSucceed();
        Dictionary<string, string> once = files.ToDictionary(static file => file, app.Read);
        Assert.All(once.Values, static text => Assert.Equal(0, Calls(text)));
        Assert.Single(once.Values, static text => text.Contains("class Log\n", StringComparison.Ordinal));
        Compare(once);

        app.Format(s_format).MustSucceed();
        Assert.Equal(once, files.ToDictionary(static file => file, app.Read));
        Assert.Equal(files, Sources(app.PathOf(".")));

        app.Format([.. s_format, "--verify-no-changes"]).MustSucceed();

        // A type that only has ToString allocated inside the old call; now it is seen, and said: no reason not to compile.
        app.Build("--no-incremental", "-p:WarningsNotAsErrors=BOLT1701").MustSucceed();
        Assert.Equal(before, Messages(app));
    }

    /// <summary>The sample that shows the result has exactly these files.</summary>
    private static void Compare(Dictionary<string, string> converted)
    {
        string after = Repository.PathOf("samples", "Migration.After");
        if (Environment.GetEnvironmentVariable("BOLT_ACCEPT") == "1")
        {
            foreach ((string file, string text) in converted)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(after, file))!);
                File.WriteAllText(Path.Combine(after, file), text);
            }
        }

        Assert.Equal(converted.Keys.Order(StringComparer.Ordinal), Sources(after));
        Assert.All(converted, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(after, file.Key))));
    }

    private static int Calls(string source) => System.Text.RegularExpressions.Regex.Count(source, @"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(");

    private static string[] Messages(ConsumerProject app) =>
    [
        .. app.Run().MustSucceed().StandardOutput.TrimEnd('\n').Split('\n')
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .Select(static record => record.GetProperty("level").GetString() + " " + record.GetProperty("category").GetString() + " "
                + (record.TryGetProperty("error", out JsonElement error) ? error.GetString() + " " : "") + record.GetProperty("message").GetString()),
    ];

    private static IEnumerable<string> Sources(string directory) =>
        Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
            .Where(static file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
