using System.Runtime.CompilerServices;
using Bolt.Migration.Tests.Guides;
using Bolt.Migration.Tests.Lines;
using Microsoft.Extensions.Logging;

namespace Bolt.Migration.Tests.FromLoggerMessage;

/// <summary>A table of docs/migrating/loggermessage.md.</summary>
public abstract class MicrosoftTable() : GuideTable("loggermessage")
{
    protected void Row(
        Action<ILogger> before,
        Action<BoltLogger> after,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerArgumentExpression(nameof(after))] string afterCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "")
    {
        var declared = RowSource.Declarations(file, Title(test)).ToList();
        var own = declared.FindIndex(static line => line.StartsWith("[LogEvent", StringComparison.Ordinal));
        Check(
            test,
            file,
            new Cell([.. declared[..own], .. RowSource.Body(beforeCode)], MicrosoftLines.Of(before)),
            new Cell([.. declared[own..], .. RowSource.Body(afterCode)], BoltLines.Of(after)));
    }

    /// <summary>A row about calls that stay as they are, with Bolt as the provider.</summary>
    protected void Unchanged(
        Action<ILogger> calls,
        [CallerArgumentExpression(nameof(calls))] string code = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Declarations(file, Title(test)), .. RowSource.Body(code)], MicrosoftLines.Of(calls)),
            new Cell(["the same"], BoltLines.Behind(static logging => { }, calls)));

    /// <summary>A row about filters that stay as they are.</summary>
    protected void Filtered(
        Action<ILoggingBuilder> logging,
        Action<ILogger> calls,
        [CallerArgumentExpression(nameof(logging))] string loggingCode = "",
        [CallerArgumentExpression(nameof(calls))] string code = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Check(
            test,
            file,
            new Cell([.. RowSource.Body(loggingCode), .. RowSource.Body(code)], MicrosoftLines.Of(calls, logging)),
            new Cell(["the same"], BoltLines.Behind(logging, calls)));

    protected Task Refused(
        Action<ILogger> before,
        string declaration,
        [CallerArgumentExpression(nameof(before))] string beforeCode = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string file = "") =>
        Refuse(test, file, new Cell([.. RowSource.Declarations(file, Title(test)), .. RowSource.Body(beforeCode)], MicrosoftLines.Of(before)), declaration);
}
