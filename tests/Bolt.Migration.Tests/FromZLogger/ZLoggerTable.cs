using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;
using Microsoft.Extensions.Logging;
using ZLogger;

namespace Bolt.Migration.Tests.FromZLogger;

/// <summary>A table of docs/migrating/zlogger.md.</summary>
public abstract class ZLoggerTable() : GuideTable("zlogger")
{
    protected void Row(
        Action<ILogger> before,
        Action<BoltLogger> after,
        Action<ZLoggerOptions>? configure = null,
        Action<BoltOptions>? options = null,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerArgumentExpression(nameof(configure))] string configureCode = "",
        [CallerArgumentExpression(nameof(options))] string optionsCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        var declared = RowSource.Declarations(file, Title(test)).ToList();
        var own = Math.Max(0, declared.FindIndex(static line => line.StartsWith("[LogEvent", StringComparison.Ordinal)));
        IEnumerable<string> theirSetUp = configure is null ? [] : RowSource.Body(configureCode);
        IEnumerable<string> ourSetUp = options is null ? [] : RowSource.Body(optionsCode);
        Check(
            test,
            file,
            new Cell([.. declared[..own], .. theirSetUp, .. RowSource.Body(beforeCode)], ZLoggerLines.Of(before, configure)),
            new Cell([.. declared[own..], .. ourSetUp, .. RowSource.Body(afterCode)], BoltLines.Of(after, options)));
    }

    protected Task Refused(
        Action<ILogger> before,
        string declaration,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Refuse(test, file, new Cell([.. RowSource.Body(beforeCode)], ZLoggerLines.Of(before)), declaration);
}
