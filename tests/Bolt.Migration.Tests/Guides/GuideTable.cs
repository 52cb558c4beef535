using System.Runtime.CompilerServices;
using System.Text.Json;
using Bolt.Migration.Tests.Lines;
using Bolt.Tests.Shared;

namespace Bolt.Migration.Tests.Guides;

/// <summary>
/// A table of a migration guide. Each test is the row of its name: it runs what the other system's users write and what Bolt's write, and
/// compares code and records with the page. With BOLT_ACCEPT=1 in the environment the row is written instead.
/// </summary>
/// <param name="page">The name of the page.</param>
public abstract class GuideTable(string page)
{
    private static bool Accepts => Environment.GetEnvironmentVariable("BOLT_ACCEPT") == "1";

    /// <summary>The page that holds the table.</summary>
    public string Page => page;

    /// <summary>What a test's row is called.</summary>
    public static string Title(string test) => test.Replace('_', ' ');

    /// <summary>Compares a row.</summary>
    /// <param name="test">The test's name.</param>
    /// <param name="file">The test's file.</param>
    /// <param name="before">The other system's code and what it gave.</param>
    /// <param name="after">Bolt's.</param>
    internal void Check(string test, string file, Cell before, Cell after)
    {
        var title = Title(test);
        var row = $"| {title} | {before} | {after} |";
        var guide = new GuidePage(page);
        if (Accepts)
            guide.Accept(GetType().Name, row, RowSource.Titles(file));
        else
            Assert.Equal(guide.Rows(GetType().Name).SingleOrDefault(other => GuidePage.TitleOf(other) == title), row);
    }

    /// <summary>A row about files: what each side leaves in an empty folder.</summary>
    protected void Files(
        Action<string> before,
        Action<string> after,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        using var old = new TemporaryDirectory();
        using var own = new TemporaryDirectory();
        before(old.Root);
        after(own.Root);
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(beforeCode)], Changing.Files(old.Root)),
            new Cell([.. RowSource.Declarations(file, Title(test)), .. RowSource.Body(afterCode)], Changing.Files(own.Root)));
    }

    /// <summary>
    /// A row about a configuration file: what each side leaves in the folder <c>logs</c> of an empty folder when Shop and Stock log at the
    /// level Information, and Stock at Warning.
    /// </summary>
    /// <param name="test">The test's name.</param>
    /// <param name="file">The test's file.</param>
    /// <param name="before">The other system's file.</param>
    /// <param name="runBefore">Logs under it.</param>
    /// <param name="after">Bolt's file, appsettings.json.</param>
    internal void Settings(string test, string file, string before, Action<string> runBefore, string after)
    {
        using var old = new TemporaryDirectory();
        using var own = new TemporaryDirectory();
        runBefore(before.Replace("logs/", old.Root + "/", StringComparison.Ordinal));
        BoltLines.Under(after.Replace("logs/", own.Root + "/", StringComparison.Ordinal));
        Check(test, file, new Cell(before.Split('\n'), Changing.Files(old.Root)), new Cell(after.Split('\n'), Changing.Files(own.Root)));
    }

    /// <summary>A row whose declaration Bolt does not take, and what it says.</summary>
    internal async Task Refuse(string test, string file, Cell before, string declaration)
    {
        var diagnostics = await Declaration.DiagnosticsOf(declaration);
        Assert.NotEmpty(diagnostics);
        Check(test, file, before, new Cell(declaration.Split('\n'), diagnostics));
    }

    /// <summary>Bolt's cell of a row whose log methods are declared above the test.</summary>
    internal static Cell After(string test, string file, IEnumerable<string> calls, IReadOnlyList<string> records)
    {
        Assert.All(records, static record => JsonDocument.Parse(record).Dispose());
        return new Cell([.. RowSource.Declarations(file, Title(test)), .. calls], records);
    }
}
