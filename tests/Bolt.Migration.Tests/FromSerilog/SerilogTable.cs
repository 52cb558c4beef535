using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Formatting;

namespace Bolt.Migration.Tests.FromSerilog;

/// <summary>A table of docs/migrating/serilog.md.</summary>
public abstract class SerilogTable() : GuideTable("serilog")
{
    protected void Row(
        Action<Serilog.ILogger> before,
        Action<BoltLogger> after,
        ITextFormatter? formatter = null,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(beforeCode)], SerilogLines.Of(before, formatter: formatter)),
            After(test, file, RowSource.Body(afterCode), BoltLines.Of(after)));

    /// <summary>A row about how a logger is configured, and what it then writes.</summary>
    protected void Row(
        Func<LoggerConfiguration, LoggerConfiguration> setUp,
        Action<Serilog.ILogger> before,
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
            new Cell([.. RowSource.Body(setUpCode), .. RowSource.Body(beforeCode)], SerilogLines.Of(before, setUp)),
            After(test, file, [.. RowSource.Body(optionsCode), .. RowSource.Body(afterCode)], BoltLines.Of(after, options)));

    /// <summary>A row about which categories are written.</summary>
    protected void Filtered(
        Func<LoggerConfiguration, LoggerConfiguration> setUp,
        Action<Serilog.ILogger> before,
        Action<ILoggingBuilder> logging,
        Action<Microsoft.Extensions.Logging.ILogger> after,
        [CallerArgumentExpression(nameof(setUp))] string setUpCode = "",
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(logging))] string loggingCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(setUpCode), .. RowSource.Body(beforeCode)], SerilogLines.Of(before, setUp)),
            After(test, file, [.. RowSource.Body(loggingCode), .. RowSource.Body(afterCode)], BoltLines.Behind(logging, after)));

    /// <summary>A row whose template Bolt does not take.</summary>
    protected Task Refused(
        Action<Serilog.ILogger> before,
        string declaration,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Refuse(test, file, new Cell([.. RowSource.Body(beforeCode)], SerilogLines.Of(before)), declaration);
}
