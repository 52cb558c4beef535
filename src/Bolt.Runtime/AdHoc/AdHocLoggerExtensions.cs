using System.Runtime.CompilerServices;
using Bolt.Runtime;
using Microsoft.Extensions.Logging;

namespace Bolt;

/// <summary>
/// Log calls without a log method: <c>logger.Info($"Order {orderId} placed by {user}")</c> writes the fields <c>orderId</c> and <c>user</c>
/// and the message, and allocates nothing.
/// </summary>
/// <remarks>
/// <para>Where the level is off, nothing in the braces is evaluated. Any <see cref="ILogger"/> will do: other providers get the typed values, the template
/// as <c>{OriginalFormat}</c> and the message. The record has no event name.</para>
/// <para>A field is named by its expression: a variable by its own name, <c>order.Customer.Name</c> is <c>CustomerName</c>, <c>GetTotal()</c> is <c>Total</c>,
/// and <c>{total:@amount}</c> or <c>{total:@amount:N2}</c> names it itself. What gives no name is <c>arg0</c>, <c>arg1</c>, by its place.</para>
/// <para>Thread-safe. No call throws but for what is thrown in the braces.</para>
/// </remarks>
[ZeroAlloc]
public static class AdHocLoggerExtensions
{
    /// <summary>Logs at level Trace: what only somebody who follows every step wants to know.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Trace(this ILogger? logger, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Trace> message) =>
        message.Write(logger, null);

    /// <summary>Logs an exception at level Trace.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="exception">The exception, or null for none.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Trace(
        this ILogger? logger, Exception? exception, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Trace> message) =>
        message.Write(logger, exception);

    /// <summary>Logs at level Debug: what helps while developing.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Debug(this ILogger? logger, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Debug> message) =>
        message.Write(logger, null);

    /// <summary>Logs an exception at level Debug.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="exception">The exception, or null for none.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Debug(
        this ILogger? logger, Exception? exception, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Debug> message) =>
        message.Write(logger, exception);

    /// <summary>Logs at level Information: what the program does.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Info(this ILogger? logger, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Info> message) =>
        message.Write(logger, null);

    /// <summary>Logs an exception at level Information.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="exception">The exception, or null for none.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Info(
        this ILogger? logger, Exception? exception, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Info> message) =>
        message.Write(logger, exception);

    /// <summary>Logs at level Warning: what should not be, and does not stop the program.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Warn(this ILogger? logger, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Warn> message) =>
        message.Write(logger, null);

    /// <summary>Logs an exception at level Warning.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="exception">The exception, or null for none.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Warn(
        this ILogger? logger, Exception? exception, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Warn> message) =>
        message.Write(logger, exception);

    /// <summary>Logs at level Error: what failed.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Error(this ILogger? logger, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Error> message) =>
        message.Write(logger, null);

    /// <summary>Logs an exception at level Error.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="exception">The exception, or null for none.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Error(
        this ILogger? logger, Exception? exception, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Error> message) =>
        message.Write(logger, exception);

    /// <summary>Logs at level Critical: what the program cannot go on after; returns when it, and everything before it, is with the sinks.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Critical(this ILogger? logger, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Critical> message) =>
        message.Write(logger, null);

    /// <summary>Logs an exception at level Critical.</summary>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="exception">The exception, or null for none.</param>
    /// <param name="message">An interpolated string, its holes the fields.</param>
    public static void Critical(
        this ILogger? logger, Exception? exception, [InterpolatedStringHandlerArgument(nameof(logger))] ref AdHocMessage<AdHocLevel.Critical> message) =>
        message.Write(logger, exception);
}
