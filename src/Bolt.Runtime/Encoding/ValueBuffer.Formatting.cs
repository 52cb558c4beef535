using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bolt.Runtime;

/// <summary>Text for the message: escaped, without quotes.</summary>
public sealed partial class ValueBuffer
{
    private const int FirstScratch = 512;
    private const int MaxScratch = 2 << 20;

    private ScratchMemory _scratch;
    private bool _encodeReported;

    /// <summary>
    /// A value formatted for the message with the invariant culture; without a format, as the message says it of an unformatted value.
    /// A format that the value refuses is reported, and the value written unformatted. Null is <c>null</c>.
    /// <paramref name="alignment"/> as in composite formatting, up to 65,536.
    /// </summary>
    public void Format<T>(T value, string? format, int alignment)
    {
        int start = _position;
        if (string.IsNullOrEmpty(format) || (!typeof(T).IsValueType && value is null) || !TryFormat(ref value, format, start))
        {
            Any(ref value);
            _encodeReported = false;
            Unquote(start);
        }

        Align(start, alignment);
    }

    /// <summary>Text for the message, aligned as in composite formatting.</summary>
    public void Format(ReadOnlySpan<char> value, int alignment)
    {
        int start = _position;
        AppendContent(value, Remaining);
        Align(start, alignment);
    }

    private bool TryFormat<T>(ref T value, string format, int start)
    {
        try
        {
            if (typeof(T).IsEnum)
            {
                if (format is "G" or "g")
                {
                    EnumText<T>.Write(this, value);
                    Unquote(start);
                    return true;
                }

                if (EnumText<T>.TryFormat(this, value, format))
                {
                    return true;
                }
            }

            if (typeof(T).IsValueType ? Interfaces<T>.Utf8 : value is IUtf8SpanFormattable)
            {
                if (FormatUtf8Of(ref value, format, out ReadOnlySpan<byte> text))
                {
                    AppendContent(text, Remaining);
                    return true;
                }
            }
            else if (typeof(T).IsValueType ? Interfaces<T>.Chars : value is ISpanFormattable)
            {
                if (FormatCharsOf(ref value, format, out ReadOnlySpan<char> text))
                {
                    AppendContent(text, Remaining);
                    return true;
                }
            }

            string? result = FormattedByItself(value, format);
            if (result is null)
            {
                return false;
            }

            AppendContent(result, Remaining);
            return true;
        }
        catch (Exception e)
        {
            TakeBack(start);
            Notify(LogErrorReason.Encode, $"The format {Shown(format)} cannot be applied to a value of type {typeof(T)}, which was written without it; correct the format.", e);
            _encodeReported = true;
            return false;
        }
    }

    /// <summary>The text that a value makes itself. Also of what is left of a nullable value: boxed, it is the value itself.</summary>
    [AllowAllocation("The type has no TryFormat, only a ToString that takes a format.")]
    private static string? FormattedByItself<T>(T value, string format) =>
        ((object)value!) is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : null;

    /// <summary>A JSON value of any static type, by that type where it is a value type, so that nothing is boxed.</summary>
    private void Any<T>(ref T value)
    {
        int start = _position;
        try
        {
            if (!typeof(T).IsValueType)
            {
                Object(Unsafe.As<T, object?>(ref value));
            }
            else if (typeof(T).IsEnum)
            {
                EnumText<T>.Write(this, value);
            }
            else if (TryKnownType(ref value))
            {
                return;
            }
            else if (Interfaces<T>.Utf8)
            {
                if (FormatUtf8Of(ref value, null, out ReadOnlySpan<byte> text))
                {
                    Utf8(text);
                }
                else
                {
                    Fail(start, TooLong());
                }
            }
            else if (Interfaces<T>.Chars)
            {
                if (FormatCharsOf(ref value, null, out ReadOnlySpan<char> text))
                {
                    Value(text);
                }
                else
                {
                    Fail(start, TooLong());
                }
            }
            else
            {
                Boxed(value);
            }
        }
        catch (Exception e)
        {
            Fail(start, e);
        }
    }

    [AllowAllocation("A value type that cannot format itself into a span is written by its ToString.")]
    private void Boxed<T>(T value) => Object(value);

    /// <summary>Makes the JSON value written since <paramref name="start"/> text: the inside of a string, all else escaped.</summary>
    private void Unquote(int start)
    {
        int length = _position - start;
        switch (At(start))
        {
            case (byte)'"':
                Written(start + 1, length - 2).CopyTo(Written(start, length));
                _position -= 2;
                break;
            case (byte)'[' or (byte)'{':
                _scratch.Ensure(length);
                Written(start, length).CopyTo(_scratch.Bytes);
                _position = start;
                Advance(ref Utf8Json.CopyEscaped(ref Reserve(2 * length), ref MemoryMarshal.GetReference(_scratch.Bytes), (nuint)length));
                break;
        }
    }

    /// <summary>Pads the text written since <paramref name="start"/>: on the left where the alignment is positive, else on the right.</summary>
    private void Align(int start, int alignment)
    {
        if (alignment == 0)
        {
            return;
        }

        int length = _position - start;
        int width = (int)Math.Min(Math.Abs((long)alignment), Utf8Json.MaxValueLength);
        if (length >= width * 12L)
        {
            // Twelve bytes, a pair of escaped surrogates, are the most that a unit of text takes.
            return;
        }

        int padding = width - JsonText.Utf16Length(Written(start, length));
        if (padding <= 0)
        {
            return;
        }

        Reserve(padding);
        if (alignment > 0)
        {
            Written(start, length).CopyTo(Written(start + padding, length));
            Written(start, padding).Fill((byte)' ');
        }
        else
        {
            Written(_position, padding).Fill((byte)' ');
        }

        _position += padding;
    }

    private void AppendContent(ReadOnlySpan<byte> text, int limit)
    {
        int length = Utf8Json.Prefix(text, limit);
        if (length < text.Length)
        {
            text = text[..length];
            Truncate();
        }

        Advance(ref Utf8Json.Content(ref Reserve(Utf8Json.WidthUtf8(text, out _)), text));
    }

    private Span<byte> Written(int start, int length) => MemoryMarshal.CreateSpan(ref At(start), length);

    private bool FormatUtf8<T>(scoped ref T value, string? format, out ReadOnlySpan<byte> text)
        where T : IUtf8SpanFormattable, allows ref struct
    {
        for (int length = FirstScratch; length <= MaxScratch; length *= 4)
        {
            _scratch.Ensure(length);
            if (value.TryFormat(_scratch.Bytes, out int written, format, CultureInfo.InvariantCulture))
            {
                text = _scratch.Bytes[..written];
                return true;
            }
        }

        text = default;
        return false;
    }

    private bool FormatChars<T>(scoped ref T value, string? format, out ReadOnlySpan<char> text)
        where T : ISpanFormattable, allows ref struct
    {
        for (int length = FirstScratch; length <= MaxScratch; length *= 4)
        {
            _scratch.Ensure(length);
            if (value.TryFormat(_scratch.Chars, out int written, format, CultureInfo.InvariantCulture))
            {
                text = _scratch.Chars[..written];
                return true;
            }
        }

        text = default;
        return false;
    }

    // The same two for a type that is only known to implement the interface at run time. Optimised code does not box the receiver, code
    // compiled for debugging does; hence the usual types by name.

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [AllowAllocation("The JIT removes the box of a value that is called at once: measured in Bolt.Allocation.Tests.")]
    private bool FormatUtf8Of<T>(ref T value, string? format, out ReadOnlySpan<byte> text)
    {
        if (typeof(T) == typeof(int))
        {
            return FormatUtf8(ref Unsafe.As<T, int>(ref value), format, out text);
        }

        if (typeof(T) == typeof(long))
        {
            return FormatUtf8(ref Unsafe.As<T, long>(ref value), format, out text);
        }

        if (typeof(T) == typeof(double))
        {
            return FormatUtf8(ref Unsafe.As<T, double>(ref value), format, out text);
        }

        if (typeof(T) == typeof(decimal))
        {
            return FormatUtf8(ref Unsafe.As<T, decimal>(ref value), format, out text);
        }

        if (typeof(T) == typeof(DateTime))
        {
            return FormatUtf8(ref Unsafe.As<T, DateTime>(ref value), format, out text);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return FormatUtf8(ref Unsafe.As<T, DateTimeOffset>(ref value), format, out text);
        }

        if (typeof(T) == typeof(TimeSpan))
        {
            return FormatUtf8(ref Unsafe.As<T, TimeSpan>(ref value), format, out text);
        }

        if (typeof(T) == typeof(Guid))
        {
            return FormatUtf8(ref Unsafe.As<T, Guid>(ref value), format, out text);
        }

        if (typeof(T) == typeof(float))
        {
            return FormatUtf8(ref Unsafe.As<T, float>(ref value), format, out text);
        }

        if (typeof(T) == typeof(uint))
        {
            return FormatUtf8(ref Unsafe.As<T, uint>(ref value), format, out text);
        }

        if (typeof(T) == typeof(ulong))
        {
            return FormatUtf8(ref Unsafe.As<T, ulong>(ref value), format, out text);
        }

        if (typeof(T) == typeof(short))
        {
            return FormatUtf8(ref Unsafe.As<T, short>(ref value), format, out text);
        }

        if (typeof(T) == typeof(ushort))
        {
            return FormatUtf8(ref Unsafe.As<T, ushort>(ref value), format, out text);
        }

        if (typeof(T) == typeof(byte))
        {
            return FormatUtf8(ref Unsafe.As<T, byte>(ref value), format, out text);
        }

        if (typeof(T) == typeof(sbyte))
        {
            return FormatUtf8(ref Unsafe.As<T, sbyte>(ref value), format, out text);
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return FormatUtf8(ref Unsafe.As<T, DateOnly>(ref value), format, out text);
        }

        if (typeof(T) == typeof(TimeOnly))
        {
            return FormatUtf8(ref Unsafe.As<T, TimeOnly>(ref value), format, out text);
        }

        for (int length = FirstScratch; length <= MaxScratch; length *= 4)
        {
            _scratch.Ensure(length);
            if (((IUtf8SpanFormattable)value!).TryFormat(_scratch.Bytes, out int written, format, CultureInfo.InvariantCulture))
            {
                text = _scratch.Bytes[..written];
                return true;
            }
        }

        text = default;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [AllowAllocation("The JIT removes the box of a value that is called at once: measured in Bolt.Allocation.Tests.")]
    private bool FormatCharsOf<T>(ref T value, string? format, out ReadOnlySpan<char> text)
    {
        for (int length = FirstScratch; length <= MaxScratch; length *= 4)
        {
            _scratch.Ensure(length);
            if (((ISpanFormattable)value!).TryFormat(_scratch.Chars, out int written, format, CultureInfo.InvariantCulture))
            {
                text = _scratch.Chars[..written];
                return true;
            }
        }

        text = default;
        return false;
    }

    [AllowAllocation("The error of a value that does not end.")]
    private static InsufficientMemoryException TooLong() => new("The value's TryFormat says that 2 MiB are not enough for its text.");

    private static class Interfaces<T>
    {
        public static readonly bool Utf8 = typeof(IUtf8SpanFormattable).IsAssignableFrom(typeof(T));
        public static readonly bool Chars = typeof(ISpanFormattable).IsAssignableFrom(typeof(T));
    }
}
