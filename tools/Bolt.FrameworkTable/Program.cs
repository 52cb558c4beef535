using Bolt.Analyzers.Allocation.Library;
using Bolt.FrameworkTable;

// Bolt.FrameworkTable LIBRARY [--framework DIRECTORY] [--check] [--list FILE]
if (args.Length == 0 || !File.Exists(Path.Combine(args[0], "overrides.txt")))
{
    Console.Error.WriteLine("usage: Bolt.FrameworkTable DIRECTORY-OF-THE-TABLE [--framework DIRECTORY] [--check] [--list FILE]");
    return 2;
}

var directory = Option("--framework") ?? Path.GetDirectoryName(typeof(object).Assembly.Location)!;
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

var bytes = FrameworkTableFormat.Write([.. table]);
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

var isCurrent = File.Exists(data) && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(data));
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
