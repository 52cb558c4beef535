using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;
using Microsoft.Extensions.Logging;
using NLog.Config;

namespace Bolt.Migration.Tests.FromNLog;

/// <summary>A table of docs/migrating/nlog.md.</summary>
public abstract class NLogTable() : GuideTable("nlog")
{
    protected void Row(
        Action<NLog.Logger> before,
        Action<BoltLogger> after,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(beforeCode)], NLogLines.Of(before)),
            After(test, file, RowSource.Body(afterCode), BoltLines.Of(after)));

    /// <summary>A row about how logging is configured, and what is then written.</summary>
    protected void Row(
        Action<LoggingConfiguration> setUp,
        Action<NLog.Logger> before,
        Action<BoltOptions> options,
        Action<BoltLogger> after,
        [CallerArgumentExpression(nameof(setUp))] string setUpCode = "",
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(options))] string optionsCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(setUpCode), .. RowSource.Body(beforeCode)], NLogLines.Of(before, setUp)),
            After(test, file, [.. RowSource.Body(optionsCode), .. RowSource.Body(afterCode)], BoltLines.Of(after, options)));

    /// <summary>A row about which loggers write what.</summary>
    protected void Filtered(
        Action<LoggingConfiguration> setUp,
        Action<NLog.Logger> before,
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
            new Cell([.. RowSource.Body(setUpCode), .. RowSource.Body(beforeCode)], NLogLines.Of(before, setUp)),
            After(test, file, [.. RowSource.Body(loggingCode), .. RowSource.Body(afterCode)], BoltLines.Behind(logging, after)));

    protected Task Refused(
        Action<NLog.Logger> before,
        string declaration,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Refuse(test, file, new Cell([.. RowSource.Body(beforeCode)], NLogLines.Of(before)), declaration);
}
