using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Bolt.Benchmarks.Packages;
using Bolt.Benchmarks.Reports;

namespace Bolt.Benchmarks.PackageSize;

/// <summary><c>package-size</c>: what is downloaded for a logger, and what a program that uses it brings along.</summary>
internal static class PackageSizeCommand
{
    private const string Usage =
        """
        package-size [options]
          --packages <folder>   where 'dotnet pack Bolt.sln -c Release' left Bolt's packages; default: artifacts/package/release
          --output <file>       where the JSON goes; default: nowhere
        """;

    // Sizes do not vary.
    private const int Rounds = 1;

    private static readonly string[] s_notes =
    [
        "'packages' are the files as downloaded, with every framework they support, symbols apart; 'assemblies' what a program for .NET 10 brings along",
    ];

    private static readonly (string Title, string[] Names)[] s_peers =
    [
        ("ZLogger", ["ZLogger"]),
        ("Serilog, compact JSON, Async", ["Serilog", "Serilog.Formatting.Compact", "Serilog.Sinks.Async"]),
        ("NLog", ["NLog"]),
        ("Microsoft.Extensions.Logging.Console", ["Microsoft.Extensions.Logging.Console"]),
    ];

    public static int Run(ReadOnlySpan<string> arguments)
    {
        RunArguments options;
        try
        {
            options = new RunArguments(arguments, Usage, ["--packages", "--output"], []);
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        var time = Stopwatch.StartNew();
        var installed = new InstalledPackages();
        var rows = new List<PackageSizeRow>();
        var skipped = new List<string>();
        string folder = options.Text("--packages") ?? Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "package", "release"));
        string? file = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "Bolt.?.*.nupkg").Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (file is null)
            skipped.Add($"Bolt: no package in {folder}; run 'dotnet pack Bolt.sln -c Release', or name the folder with '--packages'");
        else
            rows.Add(OfBolt(file, installed));

        foreach ((string title, string[] names) in s_peers)
        {
            string[] missing = Array.FindAll(names, name => installed.Find(name) is null);
            if (missing.Length > 0)
                skipped.Add($"{title}: not in {installed.Root}: {string.Join(", ", missing)}");
            else
                rows.Add(OfPeer(title, names, installed));
        }

        Console.WriteLine("| KB | packages | assemblies | packages with dependencies | assemblies with dependencies |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (PackageSizeRow row in rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Packages / 1e3:#,0} | {row.Assemblies / 1e3:#,0} | {row.AllPackages / 1e3:#,0} | {row.AllAssemblies / 1e3:#,0} |"));
        }

        return Report<PackageSizeRow>.Of("package-size", Rounds, time.Elapsed, rows, [], skipped, s_notes).Finish(options.Text("--output"));
    }

    private static PackageSizeRow OfBolt(string file, InstalledPackages installed)
    {
        using ZipArchive package = ZipFile.OpenRead(file);
        long size = new FileInfo(file).Length;
        long assemblies = package.Entries
            .Where(static entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal))
            .Sum(static entry => entry.Length);
        using Stream manifest = package.Entries.First(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        IReadOnlyList<InstalledPackage> needs = installed.WithNeeds(XDocument.Load(manifest).Descendants()
            .Where(static element => element.Name.LocalName == "dependency")
            .Select(static element => element.Attribute("id")!.Value));
        return new PackageSizeRow(Path.GetFileNameWithoutExtension(file), size, assemblies, size + needs.Sum(File), assemblies + needs.Sum(Assemblies));
    }

    private static PackageSizeRow OfPeer(string title, string[] names, InstalledPackages installed)
    {
        InstalledPackage[] own = [.. names.Select(installed.Find).OfType<InstalledPackage>()];
        IReadOnlyList<InstalledPackage> all = installed.WithNeeds(names);
        return new PackageSizeRow($"{title} {own[0].Version}", own.Sum(File), own.Sum(Assemblies), all.Sum(File), all.Sum(Assemblies));
    }

    private static long File(InstalledPackage package) => Directory.EnumerateFiles(package.Folder, "*.nupkg").Sum(static path => new FileInfo(path).Length);

    private static long Assemblies(InstalledPackage package) => package.Assemblies.Sum(path => new FileInfo(Path.Combine(package.Folder, path)).Length);
}
