using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Bolt.Runtime;

/// <summary>
/// The interpolated string of an ad-hoc log call: its holes become fields and its text the message, and where the level is off nothing of it
/// is evaluated. Infrastructure for the compiler, which calls the members in the order of the string's pieces.
/// </summary>
/// <remarks>
/// No member throws. Nothing is taken from the logger before the string is complete: one that a hole's exception leaves unfinished is
/// forgotten, and a hole may log itself.
/// </remarks>
/// <typeparam name="TLevel">The call's level.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
[ZeroAlloc]
public ref struct AdHocMessage<TLevel>
    where TLevel : struct, AdHocLevel.ILevel
{
    private AdHocRecord? _record;

    /// <summary>What of the call's template has been seen.</summary>
    private TemplatePiece _at;

    /// <summary>Begins a message.</summary>
    /// <param name="literalLength">Characters of the text between the holes.</param>
    /// <param name="formattedCount">The number of holes.</param>
    /// <param name="logger">The logger; of null, nothing is logged.</param>
    /// <param name="isEnabled">Whether anybody wants the record: if not, no hole is evaluated.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AdHocMessage(int literalLength, int formattedCount, ILogger? logger, out bool isEnabled)
    {
        isEnabled = EventWriter.IsEnabled(logger, TLevel.Value) && (_record = AdHocRecord.Begin(logger, TLevel.Value)) is not null;
        _at = TemplatePiece.Root(TLevel.Value, literalLength, formattedCount);
    }

#pragma warning disable RS0026 // Overloads that can be left without arguments: an expression's text comes as one, and the compiler alone calls them.

    /// <summary>Appends text between holes.</summary>
    /// <param name="value">The text: a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendLiteral(string value) => _at = _at.ThenText(value);

    /// <summary>Appends a value.</summary>
    /// <param name="value">The value, of any type that a field may have; others are written by their run-time type.</param>
    /// <param name="name">The value's expression, from which the field has its name.</param>
    /// <typeparam name="T">Its type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _at = _record!.Value(_at, value, name);

    /// <summary>Appends a value, aligned in the message.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alignment">The least width in the message: positive aligns to the right, negative to the left.</param>
    /// <param name="format">
    /// How the message shows the value, with the invariant culture; <c>@name</c> or <c>@name:format</c> gives the field that name; null for none.
    /// </param>
    /// <param name="name">The value's expression.</param>
    /// <typeparam name="T">Its type.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted<T>(T value, int alignment, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _at = _record!.Value(_at, value, alignment, format, name);

    /// <summary>Appends a value, formatted in the message.</summary>
    /// <inheritdoc cref="AppendFormatted{T}(T, int, string?, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted<T>(T value, string? format, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _at = _record!.Value(_at, value, 0, format, name);

    /// <summary>Appends a value that may be missing.</summary>
    /// <inheritdoc cref="AppendFormatted{T}(T, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct => _at = _record!.Nullable(_at, value, 0, null, name);

    /// <summary>Appends a value that may be missing, aligned in the message.</summary>
    /// <inheritdoc cref="AppendFormatted{T}(T, int, string?, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted<T>(T? value, int alignment, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct => _at = _record!.Nullable(_at, value, alignment, format, name);

    /// <summary>Appends a value that may be missing, formatted in the message.</summary>
    /// <inheritdoc cref="AppendFormatted{T}(T, int, string?, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted<T>(T? value, string? format, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct => _at = _record!.Nullable(_at, value, 0, format, name);

    /// <summary>Appends a string.</summary>
    /// <param name="value">The string, or null.</param>
    /// <param name="name">The value's expression.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(string? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _at = _record!.Text(_at, value, name);

    /// <summary>Appends text that is not a string.</summary>
    /// <param name="value">The text.</param>
    /// <param name="alignment">The least width in the message: positive aligns to the right, negative to the left; 0 for none.</param>
    /// <param name="format"><c>@name</c> gives the field that name; anything else means nothing to text; null for none.</param>
    /// <param name="name">The value's expression.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _at = _record!.Span(_at, value, alignment, format, name);

    /// <summary>Appends text that is UTF-8 already.</summary>
    /// <inheritdoc cref="AppendFormatted(ReadOnlySpan{char}, int, string?, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendFormatted(scoped ReadOnlySpan<byte> value, int alignment = 0, string? format = null, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _at = _record!.Utf8(_at, value, alignment, format, name);

#pragma warning restore RS0026

    /// <summary>Logs the message, once, if it is enabled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(ILogger? logger, Exception? exception)
    {
        if (_record is not { } record || logger is null)
            return;

        _record = null;
        record.Write(logger, _at, exception);
    }
}
