using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

using var temporary = new TemporaryDirectory();
string native = temporary.PathOf("native");
string tree = temporary.PathOf("tree");
string[] configuration = ["-c", "Release", $"-p:ArtifactsPath={temporary.PathOf("artifacts")}"];
string[] ahead = [.. configuration, "-r", RuntimeInformation.RuntimeIdentifier, "-p:BoltAot=true", "-o", native];
string extension = OperatingSystem.IsWindows() ? ".exe" : "";
int passed = 0;
int failed = 0;
string compiled = "";
string onJit = "";

// Warnings are errors, those of trimming and of ahead-of-time compilation among them.
Check("The sample is published with NativeAOT without a warning", () =>
    DotNet.Publish(Repository.Root, ["samples/QuickStart", .. ahead]).MustSucceed());

Check("The native sample logs every entry of a tree", () =>
{
    SampleTree.Create(tree);
    compiled = Records(DotNet.Command(Path.Combine(native, "QuickStart" + extension), tree, ".", "--json", temporary.PathOf("native.json")), "native.json");
    Equal(SampleTree.Events, compiled.Count(static c => c == '\n'));
});

Check("The native sample writes the same bytes as the one on the JIT, the time apart", () =>
{
    DotNet.Build(Repository.Root, ["samples/QuickStart", .. configuration]).MustSucceed();
    onJit = Records(DotNet.Run(tree, temporary.PathOf("artifacts/bin/QuickStart/release/QuickStart.dll"), ".", "--json", temporary.PathOf("jit.json")), "jit.json");
    Equal(onJit, compiled);
});

Check("Every shape of parameter is logged by native code, without an allocation", () =>
{
    DotNet.Publish(Repository.Root, ["tests/Bolt.Allocation.Tests", .. ahead]).MustSucceed();
    DotNet.Command(Path.Combine(native, "Bolt.Allocation.Tests" + extension), tree).MustSucceed();
});

Check("An ASP.NET Core server with settings, redaction and OTLP is published with NativeAOT without a warning", () =>
    DotNet.Publish(Repository.Root, ["samples/WebApi", .. ahead]).MustSucceed());

Check("The native server logs each request redacted, to its console and over OTLP, and its log calls allocate nothing", () =>
{
    using var collector = new OtlpCollector();
    using var api = NativeServer.Start(Path.Combine(native, "WebApi" + extension), collector.Endpoint);
    NativeServer.Outcome outcome = api.Request(count: 4000);
    Equal(4000, outcome.Records);
    Equal(true, outcome.AllRedacted);
    Equal("0 B after that", outcome.Cost[(outcome.Cost.LastIndexOf(", ", StringComparison.Ordinal) + 2)..]);
    Equal(true, collector.WaitFor("Order 7 read for A**, paid with ***3456"));
});

Check("Native code sends records over OTLP, by either protocol", () =>
{
    DotNet.Publish(Repository.Root, ["tests/Bolt.OpenTelemetry.Native", .. ahead]).MustSucceed();
    DotNet.Command(Path.Combine(native, "Bolt.OpenTelemetry.Native" + extension), tree).MustSucceed().MustSay("sent");
});

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

string Records(CommandResult run, string file)
{
    run.MustSucceed();
    string records = File.ReadAllText(temporary.PathOf(file));
    Equal(records, run.StandardOutput);
    return Regex.Replace(records, "^\\{\"time\":\"[0-9T:.-]+Z\"", "{\"time\":\"\"", RegexOptions.Multiline);
}

void Check(string name, Action check)
{
    try
    {
        check();
        passed++;
        Console.WriteLine($"passed: {name}");
    }
    catch (Exception exception)
    {
        failed++;
        Console.WriteLine($"FAILED: {name}\n{exception.Message}");
    }
}

static void Equal<T>(T expected, T actual)
{
    if (!EqualityComparer<T>.Default.Equals(expected, actual))
        throw new InvalidOperationException($"Expected:\n{expected}\nActual:\n{actual}");
}
