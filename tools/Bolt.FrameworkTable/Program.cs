using System.Runtime.InteropServices;
using Bolt.Analyzers.Allocation.Library;
using Bolt.FrameworkTable;

// Bolt.FrameworkTable LIBRARY [--framework DIRECTORY] [--check] [--list FILE]
if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "overrides.txt")))
{
    Console.Error.WriteLine("usage: Bolt.FrameworkTable DIRECTORY-OF-THE-TABLE [--framework DIRECTORY] [--check] [--list FILE]");
    return 2;
}

var directory = Option("--framework") ?? Path.GetDirectoryName(typeof(object).Assembly.Location)!;
if (!Version.TryParse(Path.GetFileName(directory.TrimEnd('/', '\\')), out var version) || version.Build < 0)
{
    Console.Error.WriteLine($"{directory} is not named by a version, as the directories of shared frameworks are");
    return 2;
}

var overrides = Overrides.Read(Path.Combine(args[0], "overrides.txt"));
var framework = Framework.Load(directory);
Analysis.Run(framework);

var table = new SortedDictionary<ulong, LibraryVerdict>();
var ids = new Dictionary<ulong, string>();
var counts = new SortedDictionary<LibraryVerdict, int>();
var list = new List<string>();
foreach (var method in framework.Methods)
{
    if (!method.IsVisible)
        continue;

    var id = method.DocumentationId;
    var curated = overrides.Of(id);
    if (curated is null && FrameworkNamespaces.AreIntrinsics(method.Type.Name))
        continue;

    Add(id, curated ?? Analysis.VerdictOf(method), method);
    if (method.IsAbstract || method.IsOverridable)
        Add(FrameworkTableFormat.Virtual + id, overrides.Of(FrameworkTableFormat.Virtual + id) ?? Analysis.VerdictOfAll(method), method);
}

var bytes = FrameworkTableFormat.Write(version, [.. table]);
foreach (var (verdict, count) in counts)
    Console.WriteLine($"{verdict,-24} {count,7}");
Console.WriteLine($"{"bytes",-24} {bytes.Length,7}");
foreach (var unused in overrides.Unused())
    Console.Error.WriteLine($"overrides.txt names nothing: {unused}");

if (Option("--list") is { } file)
    File.WriteAllLines(file, list.Order(StringComparer.Ordinal));

var data = Path.Combine(args[0], "framework.table");
if (!args.Contains("--check"))
{
    File.WriteAllBytes(data, bytes);
    return overrides.Unused().Any() ? 1 : 0;
}

if (!File.Exists(data))
{
    Console.WriteLine("framework.table is missing: run without --check");
    return 1;
}

var written = File.ReadAllBytes(data);
if (FrameworkTableFormat.VersionOf(written) is var read && (read != version || !OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64))
{
    Console.WriteLine($"framework.table is of {read} for Linux on x64, and this is {version} for {RuntimeInformation.RuntimeIdentifier}: not compared");
    return 0;
}

var isCurrent = bytes.AsSpan().SequenceEqual(written);
Console.WriteLine(isCurrent ? "framework.table is up to date" : "framework.table differs: run without --check");
return isCurrent && !overrides.Unused().Any() ? 0 : 1;

void Add(string id, LibraryVerdict verdict, MethodNode method)
{
    counts[verdict] = counts.GetValueOrDefault(verdict) + 1;
    list.Add($"{verdict}\t{id}\t{method.Reason}");
    if (verdict == LibraryVerdict.Unknown)
        return;

    var hash = FrameworkTableFormat.Hash(id);
    if (ids.TryGetValue(hash, out var other) && other != id)
        throw new InvalidOperationException($"{id} and {other} have the same hash");

    ids[hash] = id;
    table[hash] = verdict;
}

string? Option(string name)
{
    var index = Array.IndexOf(args, name);
    return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
}
