using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;

namespace Bolt.Migration.Tests.FromGoBolt;

/// <summary>A table of docs/migrating/go-bolt.md. What Go Bolt writes was recorded from it; there is no Go here to run it again.</summary>
public abstract class GoBoltTable() : GuideTable("go-bolt")
{
    /// <summary>A row whose record has the same bytes.</summary>
    protected void Same(
        string go,
        string record,
        Action<BoltLogger> after,
        RecordParts include = RecordParts.None,
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        var own = BoltLines.Of(after, options => options.Include = include);
        Assert.Equal([record], own);
        Check(test, file, new Cell([go], [record]), After(test, file, RowSource.Body(afterCode), own));
    }

    /// <summary>A row whose record differs, on purpose.</summary>
    protected void Other(
        string go,
        string record,
        Action<BoltLogger> after,
        RecordParts include = RecordParts.None,
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        var own = BoltLines.Of(after, options => options.Include = include);
        Assert.NotEqual([record], own);
        Check(test, file, new Cell([go], record.Length == 0 ? [] : [record]), After(test, file, RowSource.Body(afterCode), own) with { Mark = "≠" });
    }
}
