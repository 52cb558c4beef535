namespace Bolt.Benchmarks.Reports;

/// <summary><c>report</c>: writes the page of what was measured, or says whether the one there is up to date.</summary>
internal static class ReportCommand
{
    public const string TemplateName = "template.md";

    private const string Usage =
        """
        report [<folder>] [options]
          <folder>        has compare-1.json to compare-3.json, generator.json, startup.json, startup-aot.json, code-size.json, package-size.json and
                          diagnostics.json, features.json, each as '--output' of the command wrote it; what is missing is called not measured. Default: docs/performance
          --page <file>   the page; its plots and its template.md are in the folder of the same name without .md. Default: docs/performance.md
          --check         writes nothing; exit code 1 where a file is not what would be written
        """;

    /// <returns>0: written, or all as it should be; 1: a file is out of date; 2: the arguments or files cannot be used.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        try
        {
            string? folder = arguments is [var first, ..] && !first.StartsWith('-') ? first : null;
            var options = new RunArguments(arguments[(folder is null ? 0 : 1)..], Usage, ["--page"], ["--check"]);
            string page = Path.GetFullPath(options.Text("--page") ?? Path.Combine(Repository(), "docs", "performance.md"));
            if (Path.GetExtension(page) != ".md")
                throw new ArgumentException($"'--page {page}': a file that ends in .md is needed.\n{Usage}");

            return Run(page, folder ?? Path.Combine(Repository(), "docs", "performance"), options.Has("--check"));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }

    private static int Run(string page, string folder, bool isCheck)
    {
        string name = Path.GetFileNameWithoutExtension(page);
        string parent = Path.GetDirectoryName(page)!;
        string plots = Path.Combine(parent, name);
        string template = File.ReadAllText(Path.Combine(plots, TemplateName));
        IReadOnlyDictionary<string, string> files = ReportPage.Of(template, name, Measurements.Load(folder));

        // A plot of what is no longer measured is as wrong as an old one.
        string[] superfluous = [.. Directory.EnumerateFiles(plots, "*.svg").Where(plot => !files.ContainsKey($"{name}/{Path.GetFileName(plot)}")).Order(StringComparer.Ordinal)];
        if (!isCheck)
        {
            foreach ((string file, string content) in files)
                File.WriteAllText(Path.Combine(parent, file), content);

            foreach (string plot in superfluous)
                File.Delete(plot);

            Console.WriteLine($"{page}, {files.Count - 1} plots");
            return 0;
        }

        string[] different = [.. files.Where(file => !IsSame(Path.Combine(parent, file.Key), file.Value)).Select(file => Path.Combine(parent, file.Key)), .. superfluous];
        foreach (string file in different)
            Console.Error.WriteLine($"{file} is not what 'report' writes from {folder}; run it");

        return different.Length == 0 ? 0 : 1;
    }

    private static bool IsSame(string file, string content) => File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == content;

    /// <exception cref="InvalidDataException">This was not built in the repository.</exception>
    private static string Repository()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Bolt.sln")))
                return at.FullName;
        }

        throw new InvalidDataException("This was built outside of the repository: name the folder, and the page with '--page'.");
    }
}
