using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;
using log4net;
using log4net.Appender;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLog4Net;

/// <summary>A table of docs/migrating/log4net.md.</summary>
public abstract class Log4NetTable() : GuideTable("log4net")
{
    protected void Row(
        Action<ILog> before,
        Action<BoltLogger> after,
        string pattern = Log4NetLines.Pattern,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(beforeCode)], Log4NetLines.Of(before, pattern)),
            After(test, file, RowSource.Body(afterCode), BoltLines.Of(after)));

    /// <summary>A row about what an appender takes.</summary>
    protected void Filtered(
        Action<AppenderSkeleton> setUp,
        Action<ILog> before,
        Action<ILoggingBuilder> logging,
        Action<ILogger> after,
        [CallerArgumentExpression(nameof(setUp))] string setUpCode = "",
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(logging))] string loggingCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(setUpCode), .. RowSource.Body(beforeCode)], Log4NetLines.Of(before, configure: setUp)),
            After(test, file, [.. RowSource.Body(loggingCode), .. RowSource.Body(afterCode)], BoltLines.Behind(logging, after)));

    protected Task Refused(
        Action<ILog> before,
        string declaration,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Refuse(test, file, new Cell([.. RowSource.Body(beforeCode)], Log4NetLines.Of(before)), declaration);
}
